import { Button, Field } from '@zhitongche/ui';
import { type FormEvent, useState } from 'react';

/** Asks for number and day of issue: whether such a paper was issued and counts, nothing of what it says. */
export const VerifyByNumber = ({
  busy,
  onAsk,
}: {
  readonly busy: boolean;
  readonly onAsk: (asked: { readonly number: string; readonly issuedOn: string }) => void;
}) => {
  const [number, setNumber] = useState('');
  const [issuedOn, setIssuedOn] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onAsk({ number: number.trim(), issuedOn });
  };
  return (
    <section className="card stack" aria-labelledby="by-number">
      <h2 id="by-number">
        按文号和日期 <span lang="en">By number and date</span>
      </h2>
      <form className="stack" onSubmit={submit}>
        <Field
          id="verify-number"
          label={
            <>
              文号 <span lang="en">Number</span>
            </>
          }
          required
          help="照文书上的写，如 云外出字〔2026〕15号"
        >
          {(aria) => (
            <input
              {...aria}
              className="input"
              autoComplete="off"
              maxLength={100}
              value={number}
              onChange={(e) => setNumber(e.target.value)}
            />
          )}
        </Field>
        <Field
          id="verify-day"
          label={
            <>
              出具日期 <span lang="en">Date of issue</span>
            </>
          }
          required
        >
          {(aria) => (
            <input
              {...aria}
              type="date"
              className="input"
              value={issuedOn}
              onChange={(e) => setIssuedOn(e.target.value)}
            />
          )}
        </Field>
        <div>
          <Button type="submit" isDisabled={busy || number.trim() === '' || issuedOn === ''}>
            按文号核验 <span lang="en">Check</span>
          </Button>
        </div>
      </form>
    </section>
  );
};
