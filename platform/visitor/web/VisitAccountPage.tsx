import { useNavigate } from '@tanstack/react-router';
import { urlOf, useRead, useWrite } from '@zhitongche/contract/web';
import { Frame, useMe } from '@zhitongche/shell/web';
import {
  Async,
  Button,
  dayOf,
  DownloadButton,
  KeyValues,
  Notice,
  PageHeader,
  useWords,
} from '@zhitongche/ui';
import { useState } from 'react';
import { AddressCard } from './AddressCard.tsx';
import { PartiesCard } from './PartiesCard.tsx';
import { PartySwitch } from './PartySwitch.tsx';
import { Refused } from './Refused.tsx';
import { SecretField } from './SecretField.tsx';
import './visitor.css';

const LEVELS = [
  ['未认证', 'not verified'],
  ['已验证联系方式', 'address verified'],
  ['已实名', 'real name verified'],
  ['已实名并绑定动态口令', 'second factor set up'],
] as const;

/** The account of somebody of the public, with the ways of the hall around it. */
export const VisitAccountPage = () => {
  const { say } = useWords();
  return (
    <Frame
      shell="hall"
      name={say('公众门', 'Public door')}
      nav={[
        { to: '/hall', label: say('办事', 'Services'), icon: 'home', exact: true },
        { to: '/hall/cases', label: say('我的申报', 'My matters'), icon: 'list' },
        { to: '/hall/notices', label: say('消息', 'Messages'), icon: 'bell' },
        { to: '/account', label: say('我的', 'Account'), icon: 'user', bar: 'only' },
      ]}
      tools={<PartySwitch />}
    >
      <Account />
    </Frame>
  );
};

/** What is kept, how well known, whom it acts for, and how to leave. */
const Account = () => {
  const { say } = useWords();
  const me = useMe();
  const account = useRead('visitAccount', {}, { enabled: me.visitor?.counter !== true });
  if (me.visitor?.counter)
    return (
      <Notice tone="info">
        {say(
          '窗口代填没有个人账户；填完请从右上角退出。',
          'There is no account behind a session at the counter.',
        )}
      </Notice>
    );
  return (
    <>
      <PageHeader title={say('我的账户', 'My account')} />
      <Async query={account}>
        {(data) => (
          <div className="stack stack-wide">
            <section className="card stack">
              <KeyValues
                items={[
                  { label: say('姓名', 'Name'), value: data.name },
                  {
                    label: say('认证等级', 'Verified'),
                    value: `${data.level} ${say(LEVELS[data.level]?.[0] ?? '', LEVELS[data.level]?.[1] ?? '')}`,
                  },
                  { label: say('邮箱', 'E-mail'), value: data.mail || say('未填', 'none') },
                  { label: say('手机', 'Mobile'), value: data.phone || say('未填', 'none') },
                  ...(data.document ? [{ label: say('证件', 'Document'), value: data.document }] : []),
                ]}
              />
              {data.level < 2 ? <CounterCode /> : null}
            </section>
            <AddressCard />
            <PartiesCard account={data} />
            <Claims claimable={data.claimable} />
            <section className="card stack">
              <h2>{say('资料', 'Your data')}</h2>
              <p>
                <DownloadButton href={urlOf('visitExport')}>
                  {say('导出本人资料', 'Export my data')}
                </DownloadButton>
              </p>
              <Close />
            </section>
          </div>
        )}
      </Async>
    </>
  );
};

/** The code to show at the counter. */
const CounterCode = () => {
  const { say } = useWords();
  const draw = useWrite('visitCounterCode');
  return (
    <div className="stack stack-tight">
      <p>
        {say(
          '要实名，请持身份证件到外办窗口，出示窗口码，工作人员当场核对登记。',
          'To verify your real name, show your document and this code at the counter.',
        )}
      </p>
      {draw.data ? (
        <p className="visit-secret">{draw.data.code}</p>
      ) : (
        <p>
          <Button pending={draw.isPending} onPress={() => draw.mutate({})}>
            {say('取窗口码', 'Draw a counter code')}
          </Button>
        </p>
      )}
      <Refused error={draw.error} />
    </div>
  );
};

/** What was filed at the counter and may be claimed. */
const Claims = ({
  claimable,
}: {
  readonly claimable: readonly { readonly id: string; readonly name: string; readonly at: string }[];
}) => {
  const { say } = useWords();
  const claim = useWrite('visitClaim', ['visitAccount']);
  if (claimable.length === 0) return null;
  return (
    <section className="card stack">
      <h2>{say('窗口代办，待认领', 'Filed for you at the counter')}</h2>
      <Refused error={claim.error} />
      <ul className="visit-list">
        {claimable.map((one) => (
          <li key={one.id} className="visit-line">
            <span>
              {one.name}，{dayOf(one.at)}
            </span>
            <Button onPress={() => claim.mutate({ params: { id: one.id } })}>{say('认领', 'Claim')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Closes the account. */
const Close = () => {
  const { say } = useWords();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const close = useWrite('visitClose');
  if (!open)
    return (
      <p>
        <Button onPress={() => setOpen(true)}>{say('注销账户', 'Close the account')}</Button>
      </p>
    );
  return (
    <div className="stack">
      <Notice tone="warn">
        {say(
          '注销后不能再用这个账户登录；已提交的办件照常办理并依法保存，账户资料到期删除。',
          'You will not be able to sign in any more; matters you filed go on and are kept for their legal term.',
        )}
      </Notice>
      <Refused error={close.error} />
      <SecretField
        id="close-password"
        label={say('密码', 'Password')}
        value={password}
        onChange={setPassword}
      />
      <p>
        <Button
          variant="danger"
          pending={close.isPending}
          onPress={() =>
            close.mutate({ body: { password } }, { onSuccess: () => void navigate({ to: '/login' }) })
          }
        >
          {say('确认注销', 'Close it')}
        </Button>
      </p>
    </div>
  );
};
