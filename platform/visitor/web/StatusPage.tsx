import { type Reply, useWrite } from '@zhitongche/contract/web';
import { Button, KeyValues, TextField, useWords } from '@zhitongche/ui';
import { type FormEvent, useState } from 'react';
import { PublicCard } from './PublicCard.tsx';
import { Refused } from './Refused.tsx';

/** How a matter stands, by its number and the code its applicant was told; no log-in. */
export const StatusPage = () => {
  const { say } = useWords();
  const [number, setNumber] = useState('');
  const [secret, setSecret] = useState('');
  const ask = useWrite('visitStatus');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask.mutate({ body: { number, secret } });
  };
  return (
    <PublicCard title={say('查进度', 'Where does my matter stand?')}>
      <form className="stack" onSubmit={submit}>
        <Refused error={ask.error} />
        <TextField
          id="status-number"
          label={say('办件编号', 'Number of the matter')}
          required
          value={number}
          onChange={setNumber}
        />
        <TextField
          id="status-secret"
          label={say('查询码', 'Code')}
          help={say('8 位，在办件页面和受理回执上', '8 characters, shown on the page of the matter')}
          required
          value={secret}
          onChange={setSecret}
        />
        <Button type="submit" variant="primary" size="large" pending={ask.isPending}>
          {say('查到哪一步', 'Look up')}
        </Button>
      </form>
      {ask.data ? <Told told={ask.data} /> : null}
    </PublicCard>
  );
};

const EN: Readonly<Record<string, string>> = {
  办理中: 'in progress',
  待补正: 'waiting for your correction',
  出证中: 'papers are being made',
  已办结: 'completed',
  不予办理: 'refused',
  已撤销: 'withdrawn',
};

const Told = ({ told }: { readonly told: Reply<'visitStatus'> }) => {
  const { say } = useWords();
  const left =
    told.daysLeft === null
      ? say('不在计时', 'the clock stands still')
      : say(`还有 ${told.daysLeft} 个工作日（${told.due ?? ''}前）`, `${told.daysLeft} working days left`);
  return (
    <section aria-live="polite">
      <KeyValues
        items={[
          { label: say('事项', 'Matter'), value: say(told.service, told.serviceEn) },
          { label: say('状态', 'Status'), value: say(told.status, EN[told.status] ?? told.status) },
          ...(told.step === '' ? [] : [{ label: say('环节', 'Step'), value: told.step }]),
          { label: say('时限', 'Time'), value: left },
          ...(told.yours
            ? [
                {
                  label: say('轮到', 'Waiting for'),
                  value: say('您：请登录按补正通知修改', 'you: sign in and correct'),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
};
