import { useNavigate } from '@tanstack/react-router';
import { type CSSProperties, useState } from 'react';
import { Splitter, useKeys, useWide } from '@zhitongche/ui';
import { ActPlace } from '../act/act-place.ts';
import { arrangeActs, needsOf } from '../act/act-needs.ts';
import { addFault } from '../act/faults.ts';
import { useFaultDraft } from '../act/fault-draft.ts';
import { DecisionCard } from '../card/DecisionCard.tsx';
import { OpinionsPanel } from '../card/OpinionsPanel.tsx';
import { PeopleList } from '../card/PeopleList.tsx';
import type { CaseParts } from '../case/CaseFrame.tsx';
import { CourseLine } from '../case/CourseLine.tsx';
import { StoryPanel } from '../case/StoryPanel.tsx';
import { AnswersPanel } from './AnswersPanel.tsx';
import { CaseExtra } from './CaseExtra.tsx';
import { CaseHead } from './CaseHead.tsx';
import { QueueWays } from './QueueWays.tsx';
import { StandPanel } from './StandPanel.tsx';
import { useDeciding } from './use-deciding.tsx';
import { LIMITS, PANES } from './panes.ts';
import { usePanes } from './use-panes.ts';
import { viewablesOf } from './viewables.ts';
import { Viewer } from './Viewer.tsx';
import './WideCase.css';

/** A case on the desk: what is asked, the paper itself, what was said and where one decides; its course across the top. */
export const WideCase = (parts: CaseParts) => {
  const { id, view, service, notice } = parts;
  const navigate = useNavigate();
  const files = viewablesOf(view, service.form, service.forms, service.deciding?.(view.state));
  const [pane, setPane] = useState<'answers' | 'files'>('answers');
  const [file, setFile] = useState<string | null>(null);
  const [panes, draw] = usePanes();
  const deciding = useDeciding(parts, 'rail');
  const { taking } = deciding;
  const { primary } = arrangeActs(view.acts);
  useKeys((key) => {
    const [first] = primary;
    if (key === 'a' && first !== undefined) deciding.start(first);
    else if (key === 'u') void navigate({ to: '/desk' });
    else if (key === '1') setPane('answers');
    else if (key === '2') setPane('files');
    else return false;
    return true;
  });
  const look = (fileId: string): void => {
    setFile(`file:${fileId}`);
    setPane('files');
  };
  const needs = taking ? needsOf(taking) : [];
  const asks = needs.includes('form') ? 'form' : needs.includes('faults') ? 'faults' : '';
  const widths = { '--left': `${panes.left}%`, '--right': `${panes.right}%` } as CSSProperties;
  return (
    <div className="case">
      <CaseHead view={view} back>
        <QueueWays queue={deciding.queue} />
      </CaseHead>
      <CourseLine view={view} service={service} />
      {notice}
      <div className="case-panes">
        <button type="button" aria-pressed={pane === 'answers'} onClick={() => setPane('answers')}>
          要点和申报内容
        </button>
        <button type="button" aria-pressed={pane === 'files'} onClick={() => setPane('files')}>
          附件与文书（{files.length}）
        </button>
      </div>
      <div className={`case-columns case-show-${pane} case-asks-${asks || 'words'}`} style={widths}>
        <AskedPane {...parts} onFile={look} onFault={deciding.start} />
        <Edge
          label="要点栏宽度"
          value={panes.left}
          limits={LIMITS.left}
          onChange={(left) => draw({ left })}
          onReset={() => draw({ left: PANES.left })}
        />
        <section className="case-files" aria-label="附件与文书">
          <Viewer id={id} items={files} current={file} onChoose={setFile} />
        </section>
        <Edge
          label="办理栏宽度"
          value={panes.right}
          limits={LIMITS.right}
          reversed
          onChange={(right) => draw({ right })}
          onReset={() => draw({ right: PANES.right })}
        />
        <aside className="case-rail" aria-label="办理情况">
          {taking ? (
            <ActPlace value="beside">{deciding.asking}</ActPlace>
          ) : (
            <>
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a column that scrolls must be reachable by keyboard */}
              <section className="case-rail-scroll" aria-label="意见、进展和经过" tabIndex={0}>
                <OpinionsPanel view={view} service={service} />
                <StandPanel view={view} />
                <StoryPanel view={view} />
              </section>
              <div className="case-acts">{deciding.bar}</div>
            </>
          )}
        </aside>
      </div>
    </div>
  );
};

const Edge = ({
  limits: [min, max],
  ...edge
}: {
  readonly label: string;
  readonly value: number;
  readonly limits: readonly [number, number];
  readonly reversed?: boolean;
  readonly onChange: (value: number) => void;
  readonly onReset: () => void;
}) => (useWide() ? <Splitter {...edge} min={min} max={max} /> : null);

/** What is asked: the card, whom it is about, and every answer below. */
const AskedPane = ({
  id,
  view,
  service,
  reload,
  onFile,
  onFault,
}: CaseParts & {
  readonly onFile: (file: string) => void;
  readonly onFault: (act: CaseParts['view']['acts'][number]) => void;
}) => {
  const [faults, keepFaults] = useFaultDraft(id);
  const correct = view.acts.find((a) => a.kind === 'correct');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a column that scrolls must be reachable by keyboard
    <section className="case-answers" aria-label="要点和申报内容" tabIndex={0}>
      <DecisionCard view={view} service={service} />
      <PeopleList view={view} />
      <CaseExtra id={id} view={view} service={service} />
      <AnswersPanel
        id={id}
        view={view}
        service={service}
        acts={{
          onFile,
          ...(correct === undefined
            ? {}
            : {
                onFault: (at: string) => {
                  keepFaults(addFault(faults, { at, message: '' }));
                  onFault(correct);
                },
              }),
        }}
        onRevealed={() => void reload()}
      />
    </section>
  );
};
