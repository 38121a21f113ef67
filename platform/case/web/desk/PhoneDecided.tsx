import { Link } from '@tanstack/react-router';
import type { Service } from '@zhitongche/case';
import type { CaseRow } from '@zhitongche/contract';
import { Figures, Icon, Light, LinkButton, timeText } from '@zhitongche/ui';
import { CourseLine } from '../case/CourseLine.tsx';
import { useCase } from '../case/use-case.ts';
import type { Decided } from '../decide/decided.ts';
import { UndoLine } from '../decide/UndoLine.tsx';
import { useQueue } from '../decide/use-queue.ts';
import './PhoneDecided.css';

/** The receipt on the phone: what was decided, the line one station further, and the next card already readable. */
export const PhoneDecided = ({
  decided,
  service,
  onBack,
}: {
  readonly decided: Decided;
  readonly service: Service;
  readonly onBack: () => void;
}) => {
  const { after } = decided;
  const { next, total } = useQueue(after.row.id, decided.place);
  return (
    <article className="phone-decided whole-screen">
      <header className="phone-decided-top">
        <Link to="/desk" className="phone-back">
          <Icon name="chevron-left" /> 收件箱
        </Link>
        <span className="soft">{total === 0 ? '待办已清空' : `还有 ${total} 件`}</span>
      </header>
      <section className="phone-decided-said">
        <div className="phone-decided-head">
          <span className="phone-decided-mark" aria-hidden="true">
            <Icon name="check" size="l" />
          </span>
          <div>
            <h1>已{decided.verb}</h1>
            <p className="soft">
              {after.row.title}，{timeText(decided.at)}
            </p>
          </div>
        </div>
        {decided.words === '' ? null : <p className="phone-decided-words">{decided.words}</p>}
        <CourseLine view={after} service={service} />
      </section>
      {next === undefined ? null : <NextCard row={next} />}
      <div className="phone-decided-foot">
        <UndoLine decided={decided} service={service} onBack={onBack} />
        <div className="phone-decided-ways">
          <LinkButton to="/desk" size="large">
            回收件箱
          </LinkButton>
          {next === undefined ? null : (
            <LinkButton to="/desk/cases/$case" params={{ case: next.id }} variant="primary" size="large">
              看下一件
            </LinkButton>
          )}
        </div>
      </div>
    </article>
  );
};

/** The case that comes next, read ahead: its sentence and figures are there before it is opened. */
const NextCard = ({ row }: { readonly row: CaseRow }) => {
  const { view } = useCase(row.id, 'desk');
  const brief = view?.brief;
  return (
    <Link to="/desk/cases/$case" params={{ case: row.id }} className="phone-next">
      <span className="row row-between soft">
        <span>
          下一件：{row.serviceName}，{row.unit}
        </span>
        <Light row={row} />
      </span>
      <strong>{brief?.sentence ?? row.title}</strong>
      {brief ? <Figures all={brief.figures} /> : null}
    </Link>
  );
};
