import { type Reply, useWrite } from '@zhitongche/contract/web';
import { Button, dayText, Notice, sentenceOf, TextField } from '@zhitongche/ui';
import { type FormEvent, useState } from 'react';

/** Codes to hand out: shown once, printed from here, kept nowhere. */
export const PrintTickets = ({ survey }: { readonly survey: Reply<'survey'> }) => {
  const [count, setCount] = useState('20');
  const print = useWrite('printTickets', ['survey', 'surveys']);
  const n = /^\d{1,3}$/.test(count) ? Number(count) : 0;
  const sound = n >= 1 && n <= 300;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (sound) print.mutate({ params: { id: survey.id }, body: { count: n } });
  };
  return (
    <section className="card stack" aria-labelledby="tickets">
      <h2 id="tickets">评价码</h2>
      <p className="soft">
        {`每人发一个，一码评一次，任意分发、不登记给了谁。已印 ${survey.printed} 个。码不存底，离开本页就不再显示。`}
      </p>
      {print.isError ? (
        <Notice tone="danger" title="没有印出">
          {sentenceOf(print.error)}
        </Notice>
      ) : null}
      <form className="row voices-bar-top" onSubmit={submit}>
        <TextField
          id="ticket-count"
          required
          label="个数"
          inputMode="numeric"
          maxLength={3}
          value={count}
          onChange={setCount}
        />
        <Button type="submit" pending={print.isPending} isDisabled={!sound}>
          生成评价码
        </Button>
        {print.data ? <Button onPress={() => globalThis.print()}>打印</Button> : null}
      </form>
      {print.data ? (
        <ul className="voices-tickets">
          {print.data.codes.map((code) => (
            <li key={code}>
              <span className="voices-soft">{survey.title}</span>
              <strong className="voices-code">{code}</strong>
              <span className="voices-soft">
                {`${location.host}/rate，${dayText(print.data.last)}前，不记名`}
              </span>
              <a href={`/rate#${code}`} className="voices-open">
                打开
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
};
