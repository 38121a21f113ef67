import { useEffect, useId, useRef, useState } from 'react';
import { useRead, useWrite } from '@zhitongche/contract/web';
import { usePrintable } from '@zhitongche/form/web';
import { Button, cx, Field, toast } from '@zhitongche/ui';
import { phrasesFor } from './opinion-phrases.ts';
import './OpinionBox.css';

/** Longest opinion the contract takes. */
const LONGEST = 2000;

/** An opinion, with one's own phrases a press away. */
export const OpinionBox = ({
  kind,
  value,
  onChange,
  required,
  label = '意见',
  phrases: offered = true,
  problem,
  ready = false,
  size = 'full',
  onConfirm,
}: {
  /** What is done with these words: the phrases fit it. */
  readonly kind: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required: boolean;
  readonly label?: string;
  /** False where people do not say the same things every day. */
  readonly phrases?: boolean;
  readonly problem?: string | undefined;
  /** True = the cursor is put here, so that one can write at once. */
  readonly ready?: boolean;
  /** `short`: under what is decided on, few phrases; `line`: one line, the phrases behind a button. */
  readonly size?: 'full' | 'short' | 'line';
  /** Ctrl or ⌘ with Enter, without leaving the keyboard. */
  readonly onConfirm?: () => void;
}) => {
  const id = useId();
  const printable = usePrintable();
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (ready) box.current?.focus();
  }, [ready]);
  return (
    <div className={cx('opinion', `opinion-${size}`)}>
      <Field
        id={id}
        label={label}
        bare={size !== 'full'}
        required={required}
        problems={
          problem === undefined
            ? printable(label, value)
            : [{ code: 'act.opinion-required', level: 'block', at: [], message: problem, en: '' }]
        }
      >
        {(aria) => (
          <textarea
            {...aria}
            className="input"
            rows={{ full: 3, short: 2, line: 1 }[size]}
            maxLength={LONGEST}
            value={value}
            ref={box}
            onChange={(e) => onChange(e.target.value)}
            onKeyDown={(e) => {
              if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) onConfirm?.();
            }}
          />
        )}
      </Field>
      {offered ? <Phrases kind={kind} value={value} onChange={onChange} size={size} /> : null}
    </div>
  );
};

/** One's own phrases and the usual ones, a press away; in a small box they stand behind a button. */
const Phrases = ({
  kind,
  value,
  onChange,
  size,
}: {
  readonly kind: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly size: 'full' | 'short' | 'line';
}) => {
  const kept = useRead('phrases', {}, { staleTime: 10 * 60_000 });
  const save = useWrite('savePhrases', ['phrases']);
  const [all, setAll] = useState(false);
  const small = size === 'line';
  const first = { full: 4, short: 2, line: 0 }[size];
  const own = kept.data ?? [];
  const phrases = phrasesFor(kind, own);
  const said = value.trim();
  const keep = (): void =>
    save.mutate({ body: [said, ...own].slice(0, 50) }, { onSuccess: () => toast('已存入常用意见') });
  return (
    <div className="opinion-phrases">
      {small && !all ? (
        <Button variant="quiet" size="small" onPress={() => setAll(true)}>
          常用语
        </Button>
      ) : null}
      {(all ? phrases : phrases.slice(0, first)).map((phrase) => (
        <button
          key={phrase}
          type="button"
          className="opinion-phrase"
          onClick={() => {
            onChange(said === '' || small ? phrase : `${said}${phrase}`);
            if (small) setAll(false);
          }}
        >
          {phrase}
        </button>
      ))}
      {phrases.length > first && !small ? (
        <Button variant="quiet" size="small" onPress={() => setAll(!all)}>
          {all ? '收起' : `全部 ${phrases.length} 条`}
        </Button>
      ) : null}
      {size === 'full' && said !== '' && said.length <= 200 && !own.includes(said) ? (
        <Button variant="quiet" size="small" icon="plus" pending={save.isPending} onPress={keep}>
          存为常用
        </Button>
      ) : null}
    </div>
  );
};
