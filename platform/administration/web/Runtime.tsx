import type { Reply } from '@zhitongche/contract/web';
import { Badge, instantText } from '@zhitongche/ui';
import './Runtime.css';

/** How the process that answered fares now: figures to glance at, what is not well first and with what to do. */
export const Runtime = ({ now }: { readonly now: Reply<'runtime'> }) => (
  <section className="stack" aria-labelledby="runtime-title">
    <div>
      <h2 id="runtime-title">本进程此刻</h2>
      <p className="soft">
        直通车 {now.version}，{instantText(now.since)}
        启动。每十秒更新一次；多个进程时，只显示应答本次请求的一个。
      </p>
    </div>
    <ul className="runtime-parts">
      {now.parts.map((one) => (
        <li key={one.part} className={one.ok ? 'runtime-part' : 'runtime-part runtime-part-bad'}>
          <span className="runtime-head">
            <span>{one.part}</span>
            {one.ok ? null : <Badge tone="danger">需处理</Badge>}
          </span>
          <span className="runtime-value">{one.value}</span>
          <span className="runtime-text">{one.text}</span>
          {one.todo ? <span className="runtime-todo">{one.todo}</span> : null}
        </li>
      ))}
    </ul>
  </section>
);
