import { Link, useNavigate } from '@tanstack/react-router';
import type { CaseView } from '@zhitongche/contract';
import { newKey, useWrite } from '@zhitongche/contract/web';
import { Button, instantShort, Light, messageOf, toast } from '@zhitongche/ui';
import type { CaseShell } from '../case/shell.ts';
import { StatusBadge } from '../case/StatusBadge.tsx';
import { isOver } from '../case/status.ts';
import { AddLink } from './AddLink.tsx';
import { RemoveLink } from './RemoveLink.tsx';
import './LinkedPanel.css';

type Matter = CaseView['links'][number];

const PLACE = { hall: '/hall/cases/$case', desk: '/desk/cases/$case' } as const;

/** 关联办件: the matters this one is linked to, where each stands and whose turn it is; what may be opened from here. Nothing where there is neither. */
export const LinkedPanel = ({
  view,
  shell,
  className = 'linked stack',
}: {
  readonly view: CaseView;
  readonly shell: CaseShell;
  readonly className?: string;
}) => {
  const { links, linkable } = view;
  const opens = shell === 'hall' ? view.opens : [];
  if (links.length + opens.length + linkable.length === 0) return null;
  const awaited = links.filter((matter) => matter.awaited);
  const over = awaited.filter(({ row }) => isOver(row.status)).length;
  const acts = (
    <>
      {opens.map((one) => (
        <OpenButton key={one.open} view={view} open={one.open} label={one.label} />
      ))}
      {linkable.length > 0 ? <AddLink view={view} shell={shell} /> : null}
    </>
  );
  // At the desk a case that is linked to nothing says nothing of it.
  if (links.length === 0 && shell === 'desk') return <div className="row linked-acts">{acts}</div>;
  return (
    <section className={className} aria-labelledby="linked-title">
      <h2 id="linked-title">关联办件</h2>
      {awaited.length > 0 ? (
        <>
          <progress className="linked-progress" max={awaited.length} value={over} aria-label="已结束的分项" />
          <p className="soft">
            共 {awaited.length} 件，已结束 {over} 件
          </p>
        </>
      ) : null}
      {links.length > 0 ? (
        <ul className="linked-list">
          {links.map((matter) => (
            <Line key={matter.row.id} view={view} matter={matter} shell={shell} />
          ))}
        </ul>
      ) : null}
      {opens.length + linkable.length > 0 ? <div className="row linked-acts">{acts}</div> : null}
    </section>
  );
};

const Line = ({
  view,
  matter,
  shell,
}: {
  readonly view: CaseView;
  readonly matter: Matter;
  readonly shell: CaseShell;
}) => {
  const { erased, row } = matter;
  const { title, serviceName, number, turn } = row;
  const under = !isOver(row.status);
  return (
    <li className="linked-line">
      <span className="linked-what">
        <span className="soft">{matter.words}</span>
        <Link to={PLACE[shell]} params={{ case: row.id }}>
          {title || `未命名的${serviceName}`}
        </Link>
        <span className="soft">
          {serviceName}
          {number === null ? '' : ` · ${number}`}
          {erased ? ' · 个人信息已按保存期限删除' : ''}
        </span>
      </span>
      <span className="linked-state">
        <StatusBadge row={row} shell={shell} />
        <span className="soft">
          {under && turn.length > 0 ? `轮到${turn.join('、')}` : `${instantShort(row.updatedAt)} 更新`}
        </span>
        {under && (row.due !== null || row.paused !== '') ? <Light row={row} /> : null}
      </span>
      {matter.mayUnlink && matter.link !== null ? (
        <RemoveLink view={view} shell={shell} link={matter.link} title={title || serviceName} />
      ) : null}
    </li>
  );
};

/** Opens a case from this one: a draft that begins with what is known here. */
const OpenButton = ({
  view,
  open,
  label,
}: {
  readonly view: CaseView;
  readonly open: string;
  readonly label: string;
}) => {
  const navigate = useNavigate();
  const create = useWrite('openFrom', ['myCases', 'case']);
  return (
    <Button
      icon="plus"
      pending={create.isPending}
      onPress={() =>
        create.mutate(
          { params: { case: view.row.id }, body: { open }, options: { key: newKey() } },
          {
            onSuccess: ({ id }) => void navigate({ to: '/hall/cases/$case/edit', params: { case: id } }),
            onError: (error) => toast(messageOf(error), 'danger'),
          },
        )
      }
    >
      {label}
    </Button>
  );
};
