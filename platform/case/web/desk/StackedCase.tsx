import { type ReactNode, useState } from 'react';
import { Tabs } from '@zhitongche/ui';
import { ActsPanel } from './ActsPanel.tsx';
import { AnswersPanel } from './AnswersPanel.tsx';
import { CaseExtra } from './CaseExtra.tsx';
import type { CaseParts } from '../case/CaseFrame.tsx';
import { ChecksPanel } from './ChecksPanel.tsx';
import { useFaultDraft } from '../act/fault-draft.ts';
import { StandPanel } from './StandPanel.tsx';
import { StoryPanel } from '../case/StoryPanel.tsx';
import { useCaseActs } from '../case/use-case-acts.tsx';
import { viewablesOf } from './viewables.ts';
import { Viewer } from './Viewer.tsx';
import './StackedCase.css';

/** A case in one column: tabs for what there is to read, the acts always in sight below. */
export const StackedCase = ({
  id,
  view,
  service,

  reload,
  notice,
  head,
}: CaseParts & { readonly head: ReactNode }) => {
  const files = viewablesOf(view, service.form, service.forms);
  const [faults] = useFaultDraft(id);
  const acts = useCaseActs({ view, service, shell: 'desk', reload });
  const [tab, setTab] = useState('answers');
  const [file, setFile] = useState<string | null>(null);
  const look = (fileId: string): void => {
    setFile(`file:${fileId}`);
    setTab('files');
  };
  return (
    <div className="stacked">
      {head}
      {notice}
      <div className="stacked-tabs">
        <Tabs
          label="办件内容"
          selected={tab}
          onSelect={setTab}
          items={[
            {
              id: 'answers',
              label: '申报内容',
              content: (
                <>
                  <CaseExtra id={id} view={view} service={service} />
                  <AnswersPanel
                    id={id}
                    view={view}
                    service={service}
                    acts={{ onFile: look }}
                    onRevealed={() => void reload()}
                  />
                </>
              ),
            },
            {
              id: 'files',
              label: '附件与文书',
              count: files.length,
              content: <Viewer id={id} items={files} current={file} onChoose={setFile} />,
            },
            {
              id: 'story',
              label: '进展与预审',
              content: (
                <div className="stack">
                  <StandPanel view={view} />
                  <ChecksPanel view={view} service={service} />
                  <StoryPanel view={view} />
                </div>
              ),
            },
          ]}
        />
      </div>
      <div className="stacked-acts">
        <ActsPanel id={id} view={view} faults={faults.length} onAct={acts.start} inline />
      </div>
      {acts.dialog}
    </div>
  );
};
