import { Link } from '@tanstack/react-router';
import type { SectionProgress, SectionState } from '@zhitongche/form/web';
import { Icon, type IconName } from '@zhitongche/ui';
import './TaskList.css';

const LOOK: Readonly<Record<SectionState, { readonly icon: IconName | null; readonly word: string }>> = {
  empty: { icon: null, word: '未填写' },
  begun: { icon: 'edit', word: '填写中' },
  faulty: { icon: 'alert', word: '需修改' },
  done: { icon: 'check', word: '已填好' },
};

const stateWord = (s: SectionProgress): string =>
  s.state === 'faulty'
    ? `${s.faults} 处需修改`
    : s.state === 'begun' && s.missing > 0
      ? `还差 ${s.missing} 项`
      : LOOK[s.state].word;

/** The sections of a form with how far each is, and the summary at the end. */
export const TaskList = ({
  caseId,
  sections,
  here,
}: {
  readonly caseId: string;
  readonly sections: readonly SectionProgress[];
  readonly here: string;
}) => {
  const done = sections.filter((s) => s.state === 'done').length;
  const place = sections.findIndex((s) => s.key === here);
  return (
    <nav className="task-list" aria-label="填报进度">
      <p className="task-count">
        {place >= 0 ? (
          <span className="task-place">
            第 {place + 1} 部分，共 {sections.length} 部分
          </span>
        ) : null}
        <span>
          已填好 {done} / {sections.length}
        </span>
      </p>
      <progress className="task-bar" value={done} max={sections.length} aria-label="已填好的部分" />
      <ol className="task-items">
        {sections.map((s, i) => (
          <li key={s.key}>
            <Link
              to="/hall/cases/$case/edit"
              params={{ case: caseId }}
              search={{ s: s.key }}
              className={`task task-${s.state}`}
              {...(s.key === here ? { 'aria-current': 'step' } : {})}
            >
              <span className="task-mark">
                {LOOK[s.state].icon ? <Icon name={LOOK[s.state].icon ?? 'check'} size="s" /> : i + 1}
              </span>
              <span className="task-title">{s.title}</span>
              <span className="task-state">{stateWord(s)}</span>
            </Link>
          </li>
        ))}
        <li>
          <Link
            to="/hall/cases/$case/edit"
            params={{ case: caseId }}
            search={{ s: 'check' }}
            className="task task-check"
            {...(here === 'check' ? { 'aria-current': 'step' } : {})}
          >
            <span className="task-mark">
              <Icon name="send" size="s" />
            </span>
            <span className="task-title">核对并提交</span>
          </Link>
        </li>
      </ol>
    </nav>
  );
};
