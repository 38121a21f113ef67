import { useLocation } from '@tanstack/react-router';
import { useMutation, useQuery } from '@tanstack/react-query';
import { call, newKey } from '@zhitongche/contract/web';
import { PublicFrame } from '@zhitongche/shell/web';
import { ApiProblem, Button, Field, Notice, sentenceOf } from '@zhitongche/ui';
import { type FormEvent, useState } from 'react';
import { type Lang, SAID } from '../words.ts';
import type { Reach } from './CallMe.tsx';
import { RateForm, type Rated } from './RateForm.tsx';
import './RatePage.css';

/** Language of whoever comes first: English for browsers that do not read Chinese. */
const firstLang = (): Lang => (/^zh/i.test(navigator.language) ? 'zh' : 'en');

/** What was refused, in the language of whoever reads it. */
const messageIn = (error: unknown, lang: Lang): string =>
  lang === 'en' && error instanceof ApiProblem ? error.doc.en : sentenceOf(error);

/** What a device draws for one answer. */
const newRetry = (): string => newKey().replaceAll('-', '');

/** Anybody with a code answers once, without an account; the code stands behind # and so in no log. */
export const RatePage = () => {
  const given = useLocation({ select: ({ hash }) => hash });
  const [lang, setLang] = useState<Lang>(firstLang);
  const [code, setCode] = useState(given);
  const [asked, setAsked] = useState(given);
  const [retry] = useState(newRetry);
  const said = SAID[lang];
  const opened = useQuery({
    queryKey: ['showTicket', asked],
    queryFn: () => call('showTicket', { body: { code: asked } }, { nameless: true }),
    enabled: asked !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const sending = useMutation({
    mutationFn: ({ answer, reach }: { readonly answer: Rated; readonly reach: Reach | undefined }) =>
      call(
        'answerTicket',
        { body: { code: asked, retry, answer: { ...answer }, ...(reach ? { reach } : {}) } },
        { nameless: true },
      ),
    onSuccess: () => {
      // Nothing of it stays on the device, in the address neither.
      history.replaceState(null, '', '/rate');
      setCode('');
      setAsked('');
    },
  });
  const done = sending.isSuccess;
  const sheet = asked === '' ? undefined : opened.data;
  const wrong = sending.error ?? (asked === '' ? null : opened.error);
  return (
    <PublicFrame>
      <div className="stack stack-wide" lang={lang === 'zh' ? 'zh-CN' : 'en'}>
        <header className="rate-head">
          <h1>{done ? said.thanks : sheet ? (lang === 'zh' ? sheet.title : sheet.name.en) : said.title}</h1>
          <Button variant="quiet" onPress={() => setLang(lang === 'zh' ? 'en' : 'zh')}>
            {said.other}
          </Button>
        </header>
        <p className="soft">{done ? said.thanksText : said.intro}</p>
        {wrong ? (
          <Notice tone="danger" title={sending.error ? said.failed : said.notOpened}>
            {messageIn(wrong, lang)}
          </Notice>
        ) : null}
        {done ? null : sheet ? (
          <RateForm
            sheet={sheet}
            lang={lang}
            busy={sending.isPending}
            onSend={(answer, reach) => sending.mutate({ answer, reach })}
          />
        ) : (
          <CodeForm
            said={said}
            code={code}
            busy={opened.isFetching}
            onCode={setCode}
            onOpen={() => (code.trim() === asked ? void opened.refetch() : setAsked(code.trim()))}
          />
        )}
      </div>
    </PublicFrame>
  );
};

const CodeForm = ({
  said,
  code,
  busy,
  onCode,
  onOpen,
}: {
  readonly said: (typeof SAID)[Lang];
  readonly code: string;
  readonly busy: boolean;
  readonly onCode: (code: string) => void;
  readonly onOpen: () => void;
}) => {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (code.trim() !== '') onOpen();
  };
  return (
    <form className="card stack" onSubmit={submit}>
      <Field id="rate-code" required label={said.code} help={said.codeHelp}>
        {(aria) => (
          <input
            {...aria}
            className="input rate-code"
            autoComplete="off"
            maxLength={40}
            value={code}
            onChange={(e) => onCode(e.target.value)}
          />
        )}
      </Field>
      <div>
        <Button type="submit" variant="primary" pending={busy} isDisabled={code.trim() === ''}>
          {said.open}
        </Button>
      </div>
    </form>
  );
};
