import { useShellLook } from '@zhitongche/shell/web';
import { type Mark, MARKS } from '@zhitongche/survey';
import { useState } from 'react';
import { FaceIcon } from '../FaceIcon.tsx';
import { type Lang, levelText } from '../words.ts';
import { KioskSetUp } from './KioskSetUp.tsx';
import { useCountdown } from './use-countdown.ts';
import { useKiosk } from './use-kiosk.ts';
import './KioskPage.css';

/** Seconds a screen waits for somebody before it goes back. */
const PATIENCE = 20;
/** Seconds thanks are shown. */
const THANKS = 4;

type Screen =
  | { readonly is: 'rest' }
  | { readonly is: 'why'; readonly mark: Mark }
  | { readonly is: 'thanks' };

const SAID = {
  zh: {
    other: 'English',
    why: '哪里不满意？',
    whyHelp: '可以选几项，也可以不选',
    send: '交评价',
    back: '秒后自动交',
    thanks: '谢谢您的评价',
    thanksText: '不记姓名，也不记是哪一件',
  },
  en: {
    other: '中文',
    why: 'What was not right?',
    whyHelp: 'Choose several, or none',
    send: 'Send',
    back: 'seconds until it is sent',
    thanks: 'Thank you',
    thanksText: 'Neither your name nor your case is kept',
  },
} as const satisfies Readonly<Record<Lang, Readonly<Record<string, string>>>>;

/** The screen of a window: one question, five faces; works without a network, and leaves by itself. */
export const KioskPage = () => {
  useShellLook('hall');
  const { memory, setUp, rate } = useKiosk();
  const [screen, setScreen] = useState<Screen>({ is: 'rest' });
  const [lang, setLang] = useState<Lang>('zh');
  const rest = (): void => {
    setScreen({ is: 'rest' });
    setLang('zh');
  };
  const give = (mark: Mark, reasons: readonly string[]): void => {
    rate({ mark, reasons });
    setScreen({ is: 'thanks' });
  };
  if (!memory) return <KioskSetUp onCode={setUp} />;
  const said = SAID[lang];
  return (
    <main className="kiosk" id="main" lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      <header className="kiosk-head">
        <span>{memory.window}</span>
        {screen.is === 'thanks' ? null : (
          <button type="button" className="kiosk-lang" onClick={() => setLang(lang === 'zh' ? 'en' : 'zh')}>
            {said.other}
          </button>
        )}
      </header>
      {screen.is === 'rest' ? (
        <Faces
          ask={memory.sheet.ask}
          lang={lang}
          onMark={(mark) => (mark <= 2 ? setScreen({ is: 'why', mark }) : give(mark, []))}
        />
      ) : screen.is === 'why' ? (
        <Why
          said={said}
          reasons={memory.sheet.reasons.map(({ key, text }) => ({ key, text: text[lang] }))}
          onSend={(reasons) => give(screen.mark, reasons)}
        />
      ) : (
        <Thanks said={said} onOver={rest} />
      )}
      {screen.is === 'rest' && lang === 'en' ? <Leave onOver={rest} /> : null}
    </main>
  );
};

/** Somebody changed the language and went away. */
const Leave = ({ onOver }: { readonly onOver: () => void }) => {
  useCountdown(PATIENCE, onOver);
  return null;
};

const Faces = ({
  ask,
  lang,
  onMark,
}: {
  readonly ask: { readonly zh: string; readonly en: string };
  readonly lang: Lang;
  readonly onMark: (mark: Mark) => void;
}) => (
  <section className="kiosk-body">
    <h1>{ask[lang]}</h1>
    {lang === 'zh' ? (
      <p className="kiosk-sub" lang="en">
        {ask.en}
      </p>
    ) : null}
    <div className="kiosk-faces">
      {MARKS.map((mark) => (
        <button key={mark} type="button" className="kiosk-face" onClick={() => onMark(mark)}>
          <span className="kiosk-icon">
            <FaceIcon mark={mark} />
          </span>
          <span className="kiosk-level">{levelText(mark, lang)}</span>
          {lang === 'zh' ? (
            <span className="kiosk-en" lang="en">
              {levelText(mark, 'en')}
            </span>
          ) : null}
        </button>
      ))}
    </div>
  </section>
);

const Why = ({
  said,
  reasons,
  onSend,
}: {
  readonly said: (typeof SAID)[Lang];
  readonly reasons: readonly { readonly key: string; readonly text: string }[];
  readonly onSend: (reasons: readonly string[]) => void;
}) => {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { left, again } = useCountdown(PATIENCE, () => onSend(chosen));
  return (
    <section className="kiosk-body">
      <h1>{said.why}</h1>
      <p className="kiosk-sub">{said.whyHelp}</p>
      <div className="kiosk-reasons">
        {reasons.map(({ key, text }) => (
          <button
            key={key}
            type="button"
            className="kiosk-reason"
            aria-pressed={chosen.includes(key)}
            onClick={() => {
              again();
              setChosen(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]);
            }}
          >
            {text}
          </button>
        ))}
      </div>
      <footer className="kiosk-foot">
        <span>
          <b>{left}</b> {said.back}
        </span>
        <button type="button" className="kiosk-send" onClick={() => onSend(chosen)}>
          {said.send}
        </button>
      </footer>
    </section>
  );
};

const Thanks = ({ said, onOver }: { readonly said: (typeof SAID)[Lang]; readonly onOver: () => void }) => {
  useCountdown(THANKS, onOver);
  return (
    <output className="kiosk-body kiosk-thanks">
      <span className="kiosk-thanks-icon">
        <FaceIcon mark={5} />
      </span>
      <h1>{said.thanks}</h1>
      <p className="kiosk-sub">{said.thanksText}</p>
    </output>
  );
};
