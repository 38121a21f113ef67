import { Link } from '@tanstack/react-router';
import type { SectionProgress, SectionState } from '@zhitongche/form/web';
import { Icon, type IconName, useShared, type Words } from '@zhitongche/ui';
import './TaskList.css';

const LOOK: Readonly<
  Record<SectionState, { readonly icon: IconName | null; readonly word: readonly [zh: string, en: string] }>
> = {
  empty: { icon: null, word: ['未填写', 'empty'] },
  begun: { icon: 'edit', word: ['填写中', 'begun'] },
  faulty: { icon: 'alert', word: ['需修改', 'to be mended'] },
  done: { icon: 'check', word: ['已填好', 'done'] },
};

const stateWord = (s: SectionProgress, say: Words['say']): string =>
  s.state === 'faulty'
    ? say(`${s.faults} 处需修改`, `${s.faults} to mend`)
    : s.state === 'begun' && s.missing > 0
      ? say(`还差 ${s.missing} 项`, `${s.missing} missing`)
      : say(...LOOK[s.state].word);

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
  const { say } = useShared();
  const done = sections.filter((s) => s.state === 'done').length;
  const place = sections.findIndex((s) => s.key === here);
  return (
    <nav className="task-list" aria-label={say('填报进度', 'Parts of the form')}>
      <p className="task-count">
        {place >= 0 ? (
          <span className="task-place">
            {say(
              `第 ${place + 1} 部分，共 ${sections.length} 部分`,
              `Part ${place + 1} of ${sections.length}`,
            )}
          </span>
        ) : null}
        <span>
          {say('已填好', 'Done')} {done} / {sections.length}
        </span>
      </p>
      <progress
        className="task-bar"
        value={done}
        max={sections.length}
        aria-label={say('已填好的部分', 'Parts done')}
      />
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
              <span className="task-state">{stateWord(s, say)}</span>
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
            <span className="task-title">{say('核对并提交', 'Check and submit')}</span>
          </Link>
        </li>
      </ol>
    </nav>
  );
};
