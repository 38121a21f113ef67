import { Link } from '@tanstack/react-router';
import { type Reply, useRead } from '@zhitongche/contract/web';
import { Async, Badge, Empty, PageHeader, dayText } from '@zhitongche/ui';
import './Duties.css';

/** What recurs in the office: when each is done, when it comes next and why on that day, and where its tasks are. */
export const DutiesPage = () => {
  const duties = useRead('duties', {});
  return (
    <div className="desk-page stack">
      <PageHeader
        title="定期要办的事"
        intro="到时自动打开任务，逢休息日按写明的办法提前或顺延。哪一天办、停办，由系统管理员在“参数”里按日期设置。"
      />
      <Async query={duties}>
        {(data) =>
          data.length === 0 ? (
            <Empty icon="calendar" title="没有您可以查看的定期事项" />
          ) : (
            <section className="card" aria-label="定期要办的事">
              <ul className="duties">
                {data.map((one) => (
                  <DutyLine key={one.code} duty={one} />
                ))}
              </ul>
            </section>
          )
        }
      </Async>
    </div>
  );
};

const DutyLine = ({ duty }: { readonly duty: Reply<'duties'>[number] }) => (
  <li className="duties-line">
    <div className="duties-what">
      <strong>{duty.name}</strong>
      {duty.stopped ? <Badge tone="warn">停办</Badge> : null}
      <p className="soft">{duty.what}</p>
      <p className="soft">依据：{duty.basis.join('；')}</p>
    </div>
    <dl className="duties-when">
      <dt>何时</dt>
      <dd>
        {duty.rule}
        {duty.of === '' ? '' : `，每条“${duty.of}”各一次`}
      </dd>
      <dt>下一次</dt>
      <dd>
        {duty.next
          ? `${dayText(duty.next.day)}，${duty.next.name}`
          : duty.stopped
            ? '已停办'
            : '按各条的规定'}
        {duty.next?.said ? <span className="soft">，{duty.next.said}</span> : null}
      </dd>
      <dt>任务</dt>
      <dd>
        <Link to={'/desk/kept/$register'} params={{ register: duty.register }}>
          {duty.registerName}
        </Link>
      </dd>
    </dl>
  </li>
);
