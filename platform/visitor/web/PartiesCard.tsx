import { type Reply, useWrite } from '@zhitongche/contract/web';
import { addMonths } from '@zhitongche/base';
import { useMe } from '@zhitongche/shell/web';
import { Badge, Button, DateField, SelectField, TextField, useToday, useWords } from '@zhitongche/ui';
import { type FormEvent, useState } from 'react';
import { Refused } from './Refused.tsx';

type Account = Reply<'visitAccount'>;

const STATUS = {
  asked: ['待外办确认', 'waiting for the office'],
  confirmed: ['已确认', 'confirmed'],
  refused: ['已退回', 'refused'],
} as const;
const LINK = {
  offered: ['待接受', 'offered'],
  active: ['有效', 'in force'],
  ended: ['已结束', 'ended'],
} as const;

/** Whom the account acts for, and who acts for whom it acts for now. */
export const PartiesCard = ({ account }: { readonly account: Account }) => {
  const { say } = useWords();
  const end = useWrite('visitEnd', ['visitAccount']);
  return (
    <section className="card stack">
      <h2>{say('企业和委托', 'Enterprises and mandates')}</h2>
      {account.parties.length > 0 ? (
        <ul className="visit-list">
          {account.parties.map((one) => (
            <li key={one.id} className="visit-line">
              <span>
                {one.name}，{say(`${one.from} 至 ${one.until}`, `${one.from} to ${one.until}`)}
                {one.reason === '' ? '' : `，${one.reason}`}
              </span>
              <Badge>{say(STATUS[one.status][0], STATUS[one.status][1])}</Badge>
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">{say('您目前只为本人办理。', 'You act for yourself only.')}</p>
      )}
      {account.links.length > 0 ? (
        <>
          <h3>{say('我发出的邀请和委托', 'Invitations and mandates given')}</h3>
          <Refused error={end.error} />
          <ul className="visit-list">
            {account.links.map((one) => (
              <li key={one.id} className="visit-line">
                <span>
                  {one.role === 'handler' ? say('经办人', 'handler') : say('受托人', 'agent')}{' '}
                  {one.name || say('未接受', 'not taken')}，{one.from} – {one.until}
                </span>
                <Badge>{say(LINK[one.status][0], LINK[one.status][1])}</Badge>
                {one.status === 'ended' ? null : (
                  <Button size="small" onPress={() => end.mutate({ params: { id: one.id } })}>
                    {say('结束', 'End')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {account.level < 2 ? (
        <p className="soft">
          {say(
            '实名后可以登记企业、委托他人代办。',
            'Once your real name is verified you may act for others.',
          )}
        </p>
      ) : (
        <>
          <OfferForm />
          <EnterpriseForm />
        </>
      )}
    </section>
  );
};

/** Offers a link and shows it, this once. */
const OfferForm = () => {
  const { say } = useWords();
  const me = useMe();
  const today = useToday();
  const enterprise = me.visitor?.kind === 'enterprise';
  const [role, setRole] = useState('agent');
  const [until, setUntil] = useState(addMonths(today, 1));
  const offer = useWrite('visitOffer', ['visitAccount']);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    offer.mutate({
      body: { role: role === 'handler' ? 'handler' : 'agent', from: today, until, only: null },
    });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <h3>{say(`为“${me.name}”发一个链接`, `A link for “${me.name}”`)}</h3>
      <Refused error={offer.error} />
      <SelectField
        id="offer-role"
        label={say('用途', 'For')}
        value={role}
        onChange={setRole}
        options={[
          [
            'agent',
            say('委托他人代办（只看得到受托办的件）', 'an agent, who sees only what is filed by the link'),
          ],
          ...(enterprise ? ([['handler', say('邀请企业经办人', 'another handler')]] as const) : []),
        ]}
      />
      <DateField id="offer-until" label={say('到哪一天', 'Until')} value={until} onChange={setUntil} />
      <p>
        <Button type="submit" pending={offer.isPending}>
          {say('生成链接', 'Make the link')}
        </Button>
      </p>
      {offer.data ? (
        <p className="visit-secret">{new URL(`/visit/take/${offer.data.secret}`, location.origin).href}</p>
      ) : null}
    </form>
  );
};

/** Puts an enterprise on record. */
const EnterpriseForm = () => {
  const { say } = useWords();
  const today = useToday();
  const [name, setName] = useState('');
  const [uscc, setUscc] = useState('');
  const [until, setUntil] = useState(addMonths(today, 12));
  const ask = useWrite('visitEnterprise', ['visitAccount']);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask.mutate({ body: { name, uscc, until } });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <h3>{say('登记企业', 'Register an enterprise')}</h3>
      <p className="soft">
        {say(
          '外办核对后，您就是它的首位经办人。',
          'Once the office has checked it, you are its first handler.',
        )}
      </p>
      <Refused error={ask.error} />
      <TextField id="uscc-name" label={say('企业名称', 'Name')} required value={name} onChange={setName} />
      <TextField
        id="uscc"
        label={say('统一社会信用代码', 'Unified social credit code')}
        required
        value={uscc}
        onChange={setUscc}
      />
      <DateField
        id="uscc-until"
        label={say('经办到哪一天', 'Handler until')}
        value={until}
        onChange={setUntil}
      />
      <p>
        <Button type="submit" pending={ask.isPending}>
          {say('提交确认', 'Send')}
        </Button>
      </p>
    </form>
  );
};
