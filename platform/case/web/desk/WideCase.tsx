import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addFault } from '../act/faults.ts';
import { ActsPanel } from './ActsPanel.tsx';
import { AnswersPanel } from './AnswersPanel.tsx';
import { arrangeActs } from '../act/act-needs.ts';
import { CaseExtra } from './CaseExtra.tsx';
import type { CaseParts } from '../case/CaseFrame.tsx';
import { CaseHead } from './CaseHead.tsx';
import { ChecksPanel } from './ChecksPanel.tsx';
import { useFaultDraft } from '../act/fault-draft.ts';
import { StandPanel } from './StandPanel.tsx';
import { StoryPanel } from '../case/StoryPanel.tsx';
import { useCaseActs } from '../case/use-case-acts.tsx';
import { useKeys } from '@zhitongche/ui';
import { viewablesOf } from './viewables.ts';
import { Viewer } from './Viewer.tsx';
import './WideCase.css';

/** A case on the desk: what was asked, the papers and attachments, and where it stands with what can be done. */
export const WideCase = ({ id, view, service, reload, notice }: CaseParts) => {
  const navigate = useNavigate();
  const files = viewablesOf(view, service.form, service.forms);
  const [pane, setPane] = useState<'answers' | 'files'>('answers');
  const [file, setFile] = useState<string | null>(null);
  const [faults, keepFaults] = useFaultDraft(id);
  const acts = useCaseActs({ view, service, shell: 'desk', reload });
  const correct = view.acts.find((a) => a.kind === 'correct');
  const { primary } = arrangeActs(view.acts);
  useKeys((key) => {
    const [first] = primary;
    if (key === 'a' && first !== undefined) acts.start(first);
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
  return (
    <div className="case">
      <CaseHead view={view} service={service} back />
      {notice}
      <div className="case-panes">
        <button type="button" aria-pressed={pane === 'answers'} onClick={() => setPane('answers')}>
          申报内容
        </button>
        <button type="button" aria-pressed={pane === 'files'} onClick={() => setPane('files')}>
          附件与文书（{files.length}）
        </button>
      </div>
      <div className={`case-columns case-show-${pane}`}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a column that scrolls must be reachable by keyboard */}
        <section className="case-answers" aria-label="申报内容" tabIndex={0}>
          <CaseExtra id={id} view={view} service={service} />
          <AnswersPanel
            id={id}
            view={view}
            service={service}
            acts={{
              onFile: look,
              ...(correct === undefined
                ? {}
                : {
                    onFault: (at: string) => {
                      keepFaults(addFault(faults, { at, message: '' }));
                      acts.start(correct);
                    },
                  }),
            }}
            onRevealed={() => void reload()}
          />
        </section>
        <section className="case-files" aria-label="附件与文书">
          <Viewer id={id} items={files} current={file} onChoose={setFile} />
        </section>
        <aside className="case-rail" aria-label="办理情况">
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above */}
          <section className="case-rail-scroll" aria-label="进展、预审和经过" tabIndex={0}>
            <StandPanel view={view} />
            <ChecksPanel view={view} service={service} />
            <StoryPanel view={view} />
          </section>
          <div className="case-acts">
            <ActsPanel id={id} view={view} faults={faults.length} onAct={acts.start} />
          </div>
        </aside>
      </div>
      {acts.dialog}
    </div>
  );
};
