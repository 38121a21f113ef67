import { Link } from '@tanstack/react-router';
import { type ReactNode, Suspense, useState } from 'react';
import { Dialog, Icon, type IconName, Skeleton, lazily } from '@zhitongche/ui';
import { DecisionCard } from '../card/DecisionCard.tsx';
import { OpinionsPanel } from '../card/OpinionsPanel.tsx';
import { PeopleList } from '../card/PeopleList.tsx';
import type { CaseParts } from '../case/CaseFrame.tsx';
import { StoryPanel } from '../case/StoryPanel.tsx';
import { AnswersPanel } from './AnswersPanel.tsx';
import { CaseExtra, CasePanel } from './CaseExtra.tsx';
import { PhoneDecided } from './PhoneDecided.tsx';
import { StandPanel } from './StandPanel.tsx';
import { useDeciding } from './use-deciding.tsx';
import { viewablesOf } from './viewables.ts';
import './PhoneCase.css';

const Viewer = lazily(() => import('./Viewer.tsx').then((m) => m.Viewer));

type Sheet = 'answers' | 'files' | 'story';

/** A case on the phone: the card, what was said, the decision under the thumb; everything else one tap away. */
export const PhoneCase = (parts: CaseParts) => {
  const { id, view, service, reload, notice } = parts;
  const { row } = view;
  const files = viewablesOf(view, service.form, service.forms, service.deciding?.(view.state));
  const deciding = useDeciding(parts, 'thumb');
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [file, setFile] = useState<string | null>(null);
  const { queue, decided } = deciding;
  if (decided !== null) return <PhoneDecided decided={decided} service={service} onBack={deciding.forget} />;
  return (
    <article className="phone-case whole-screen">
      <header className="phone-case-head">
        <Link to="/desk" className="phone-back">
          <Icon name="chevron-left" /> 收件箱
        </Link>
        <span className="soft">
          {queue.place === 0 ? (row.number ?? '') : `第 ${queue.place} 件，共 ${queue.total} 件`}
        </span>
        {queue.place === 0 || queue.next === undefined ? (
          <span />
        ) : (
          <Link to="/desk/cases/$case" params={{ case: queue.next.id }} className="phone-back">
            下一件 <Icon name="chevron-right" />
          </Link>
        )}
      </header>
      <h1 className="visually-hidden">{row.title || '未命名的申报'}</h1>
      {notice}
      <section className="phone-sheet stack">
        <DecisionCard view={view} service={service} />
        <OpinionsPanel view={view} service={service} />
        <ul className="phone-doors" aria-label="查看材料">
          <Door icon="list" onOpen={() => setSheet('answers')}>
            申报内容
          </Door>
          {files.length > 0 ? (
            <Door icon="file" onOpen={() => setSheet('files')}>
              附件与文书 {files.length}
            </Door>
          ) : null}
          <Door icon="clock" onOpen={() => setSheet('story')}>
            进展
          </Door>
        </ul>
        <PeopleList view={view} />
        <CasePanel id={id} service={service} />
      </section>
      {deciding.bar}
      {sheet === null ? null : (
        <Dialog
          open
          size="full"
          title={{ answers: '申报内容', files: '附件与文书', story: '进展与经过' }[sheet]}
          onClose={() => setSheet(null)}
        >
          <Suspense fallback={<Skeleton lines={8} />}>
            {sheet === 'files' ? (
              <Viewer id={id} items={files} current={file} onChoose={setFile} />
            ) : sheet === 'story' ? (
              <div className="stack">
                <StandPanel view={view} />
                <StoryPanel view={view} />
              </div>
            ) : (
              <div className="stack">
                <CaseExtra id={id} view={view} service={service} panel={false} />
                <AnswersPanel
                  id={id}
                  view={view}
                  service={service}
                  acts={{
                    onFile: (f) => {
                      setFile(`file:${f}`);
                      setSheet('files');
                    },
                  }}
                  onRevealed={() => void reload()}
                />
              </div>
            )}
          </Suspense>
        </Dialog>
      )}
      {deciding.asking}
    </article>
  );
};

const Door = ({
  icon,
  onOpen,
  children,
}: {
  readonly icon: IconName;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}) => (
  <li>
    <button type="button" className="phone-door" onClick={onOpen}>
      <Icon name={icon} /> <span>{children}</span>
    </button>
  </li>
);
