import { Link } from '@tanstack/react-router';
import type { Reply } from '@zhitongche/contract/web';
import { Button } from '@zhitongche/ui';

type Account = Reply<'branding'>['demo'][number];

/** Accounts of a demonstration office, one press each; an office that works never has them. */
export const DemoAccounts = ({
  accounts,
  busy,
  onPick,
}: {
  readonly accounts: readonly Account[];
  readonly busy: boolean;
  readonly onPick: (account: Account) => void;
}) => (
  <section className="card stack" aria-labelledby="demo-title">
    <h2 id="demo-title" className="login-demo-title">
      演示账号
    </h2>
    <p className="soft">
      这是演示环境，人员和数据均为虚构，本应发出的邮件和短信都在<Link to="/demo/messages">演示信箱</Link>
      。选一个身份直接进入：
    </p>
    <ul className="demo-list">
      {accounts.map((a) => (
        <li key={a.username} className="demo-line">
          <span className="demo-who">
            <strong>{a.role}</strong>
            <span className="soft">
              {a.name} · {a.username}
            </span>
          </span>
          <Button
            size="small"
            isDisabled={busy}
            onPress={() => onPick(a)}
            aria-label={`以${a.role}${a.name}进入`}
          >
            进入
          </Button>
        </li>
      ))}
    </ul>
  </section>
);
