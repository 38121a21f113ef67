import type { Reply } from '@zhitongche/contract/web';
import { type Mark, MARKS } from '@zhitongche/survey';
import { Button, Check, Field, Radio } from '@zhitongche/ui';
import { useState } from 'react';
import { CallMe, type Reach } from './CallMe.tsx';
import { FaceIcon } from '../FaceIcon.tsx';
import { type Lang, levelText, SAID } from '../words.ts';

/** What somebody chose. */
export interface Rated {
  readonly mark: Mark;
  readonly marks: Readonly<Record<string, Mark>>;
  readonly reasons: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
}

/** A questionnaire to fill in: the level of the whole first, why where somebody is not satisfied, the parts, words. */
export const RateForm = ({
  sheet,
  lang,
  busy,
  onSend,
}: {
  readonly sheet: Reply<'showTicket'>;
  readonly lang: Lang;
  readonly busy: boolean;
  readonly onSend: (answer: Rated, reach: Reach | undefined) => void;
}) => {
  const [mark, setMark] = useState<Mark | null>(null);
  const [marks, setMarks] = useState<Readonly<Record<string, Mark>>>({});
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [reach, setReach] = useState<Reach | undefined>(undefined);
  const said = SAID[lang];
  const bad = mark !== null && mark <= 2;
  return (
    <form
      className="stack stack-wide"
      onSubmit={(event) => {
        event.preventDefault();
        if (mark !== null)
          onSend({ mark, marks, reasons: bad ? reasons : [], texts }, bad ? reach : undefined);
      }}
    >
      <Whole ask={sheet.ask[lang]} lang={lang} mark={mark} onMark={setMark} />
      {bad ? (
        <fieldset className="card rate-block">
          <legend>{said.why}</legend>
          {sheet.reasons.map(({ key, text }) => (
            <Check
              key={key}
              checked={reasons.includes(key)}
              onChange={(on) => setReasons(on ? [...reasons, key] : reasons.filter((one) => one !== key))}
            >
              {text[lang]}
            </Check>
          ))}
        </fieldset>
      ) : null}
      {sheet.questions.map(({ kind, key, ask }) =>
        kind === 'scale' ? (
          <fieldset key={key} className="card rate-block">
            <legend>
              {ask[lang]} <span className="soft">{said.optional}</span>
            </legend>
            <div className="rate-scale">
              {MARKS.map((one) => (
                <Radio
                  key={one}
                  name={key}
                  checked={marks[key] === one}
                  onChoose={() => setMarks({ ...marks, [key]: one })}
                >
                  {levelText(one, lang)}
                </Radio>
              ))}
            </div>
          </fieldset>
        ) : (
          <Field key={key} id={`rate-${key}`} label={ask[lang]}>
            {(aria) => (
              <textarea
                {...aria}
                className="input"
                rows={3}
                maxLength={500}
                value={texts[key] ?? ''}
                onChange={(e) => setTexts({ ...texts, [key]: e.target.value })}
              />
            )}
          </Field>
        ),
      )}
      {bad ? <CallMe lang={lang} reach={reach} onReach={setReach} /> : null}
      <div>
        <Button
          type="submit"
          variant="primary"
          size="large"
          pending={busy}
          pendingText={said.sending}
          isDisabled={mark === null || (bad && reach !== undefined && reach.contact.trim().length < 5)}
        >
          {said.send}
        </Button>
      </div>
    </form>
  );
};

/** The level of the whole, as five faces. */
const Whole = ({
  ask,
  lang,
  mark,
  onMark,
}: {
  readonly ask: string;
  readonly lang: Lang;
  readonly mark: Mark | null;
  readonly onMark: (mark: Mark) => void;
}) => (
  <fieldset className="card rate-block">
    <legend>{ask}</legend>
    <div className="rate-faces">
      {MARKS.map((one) => (
        <label key={one} className="rate-face" data-chosen={mark === one || undefined}>
          <input type="radio" name="mark" checked={mark === one} onChange={() => onMark(one)} />
          <span className="rate-face-icon">
            <FaceIcon mark={one} />
          </span>
          <span>{levelText(one, lang)}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
