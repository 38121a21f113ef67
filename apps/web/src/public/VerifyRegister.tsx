import type { Reply } from '@zhitongche/contract/web';
import { useRead, useWrite } from '@zhitongche/contract/web';
import { Button, Field, Icon, messageOf, Notice } from '@zhitongche/ui';
import { type FormEvent, useState } from 'react';

type Asked = Reply<'publicRegisters'>[number];

/** Registers anyone may ask for one entry by everything that must be known of it; nothing where no register is open so. */
export const VerifyRegisters = () => {
  const { data = [] } = useRead('publicRegisters', {});
  return data.map((register) => <VerifyRegister key={register.code} register={register} />);
};

const VerifyRegister = ({ register }: { readonly register: Asked }) => {
  const { code, name, en, by } = register;
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({});
  const ask = useWrite('askRegister');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const trimmed = Object.fromEntries(by.map(({ key }) => [key, (given[key] ?? '').trim()]));
    ask.mutate({ params: { register: code }, body: { given: trimmed } });
  };
  return (
    <section className="card stack" aria-labelledby={`ask-${code}`}>
      <h2 id={`ask-${code}`}>
        {name} <span lang="en">{en}</span>
      </h2>
      <form className="stack" onSubmit={submit}>
        {by.map(({ key, label, en: words, day }) => (
          <Field
            key={key}
            id={`ask-${code}-${key}`}
            required
            label={
              <>
                {label} <span lang="en">{words}</span>
              </>
            }
          >
            {(aria) => (
              <input
                {...aria}
                type={day ? 'date' : 'text'}
                className="input"
                autoComplete="off"
                maxLength={100}
                value={given[key] ?? ''}
                onChange={(e) => setGiven({ ...given, [key]: e.target.value })}
              />
            )}
          </Field>
        ))}
        <div>
          <Button
            type="submit"
            isDisabled={ask.isPending || by.some(({ key }) => (given[key] ?? '').trim() === '')}
          >
            查询登记簿 <span lang="en">Look up</span>
          </Button>
        </div>
      </form>
      <div aria-live="polite">
        {ask.isError ? (
          <Notice tone="danger" title="没能查询 · Could not look up">
            {messageOf(ask.error)}
          </Notice>
        ) : ask.data ? (
          <Answer told={ask.data} />
        ) : null}
      </div>
    </section>
  );
};

/** The entry as far as strangers are told, or one sentence for whatever else it may be. */
const Answer = ({ told }: { readonly told: Reply<'askRegister'> }) =>
  told.found ? (
    <div className="stack">
      <p className="verify-stage">
        <Icon name={told.stage === '有效' ? 'check-circle' : 'alert'} size="l" />
        <strong>{told.stage}</strong> <span lang="en">{told.stageEn}</span>
      </p>
      <dl className="verify-facts">
        {told.facts.map(({ label, en, value }) => (
          <div key={label}>
            <dt>
              {label} <span lang="en">{en}</span>
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  ) : (
    <Notice tone="warn" title="没有查到相符的登记 · No matching entry">
      请逐字核对编号和日期。一分钟内查得太多时，也会这样答复，请稍后再查。
      <span lang="en">
        {' '}
        Check number and date. Too many look-ups in a minute are answered alike; try again later.
      </span>
    </Notice>
  );
