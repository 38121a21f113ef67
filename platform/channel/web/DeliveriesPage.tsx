import { CHANNELS } from '@zhitongche/channel';
import { useRead } from '@zhitongche/contract/web';
import { PublicFrame } from '@zhitongche/shell/web';
import { Async, Badge, Empty, instantText, KeyValues, Notice, PageHeader } from '@zhitongche/ui';
import './DeliveriesPage.css';

/** How the stand-in fails on demand, in words. */
const MOODS = [
  { mark: '+slow', digits: '0001', words: '很慢' },
  { mark: '+wrong', digits: '0002', words: '拒收' },
  { mark: '+later', digits: '0003', words: '要求稍后再试' },
  { mark: '+twice', digits: '0004', words: '收下后断线' },
  { mark: '+never', digits: '0005', words: '不应答' },
];

/** The stand-in of the demo office: what would have been sent, for everybody to read. */
export const DeliveriesPage = () => {
  const query = useRead('deliveries', {}, { staleTime: 0, refetchInterval: 3_000 });
  return (
    <PublicFrame wide>
      <PageHeader
        title="演示信箱"
        intro="演示环境不向外发送。本应发出的邮件、短信和微信都收在这里，新的在前，程序重启后清空。"
      />
      <Notice title="要看渠道出错时会怎样">
        <p>邮箱在 @ 之前加上下面的记号，或手机号以所列数字结尾：</p>
        <KeyValues
          items={MOODS.map(({ mark, digits, words }) => ({
            label: words,
            value: (
              <>
                <code>{mark}</code>，<code>{digits}</code>
              </>
            ),
          }))}
        />
      </Notice>
      <Async query={query}>
        {(all) =>
          all.length === 0 ? (
            <Empty
              icon="mail"
              title="还没有消息"
              text="登录后在“我的账户”中绑定邮箱或手机，验证码就会出现在这里。"
            />
          ) : (
            <ul className="deliveries" aria-label="演示信箱">
              {all.map((one, nth) => (
                <li key={`${one.id} ${nth}`} className="card">
                  <p className="row row-between">
                    <span>
                      <Badge>{CHANNELS[one.channel]}</Badge> {one.to}
                    </span>
                    <time className="soft" dateTime={one.at}>
                      {instantText(one.at)}
                    </time>
                  </p>
                  <p>
                    <strong>{one.subject}</strong>
                  </p>
                  <p className="delivery-text">{one.text}</p>
                </li>
              ))}
            </ul>
          )
        }
      </Async>
    </PublicFrame>
  );
};
