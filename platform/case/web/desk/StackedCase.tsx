import { type ReactNode, useState } from 'react';
import { Tabs } from '@zhitongche/ui';
import { DecisionCard } from '../card/DecisionCard.tsx';
import { OpinionsPanel } from '../card/OpinionsPanel.tsx';
import { PeopleList } from '../card/PeopleList.tsx';
import { AnswersPanel } from './AnswersPanel.tsx';
import { CaseExtra } from './CaseExtra.tsx';
import type { CaseParts } from '../case/CaseFrame.tsx';
import { StandPanel } from './StandPanel.tsx';
import { StoryPanel } from '../case/StoryPanel.tsx';
import { useDeciding } from './use-deciding.tsx';
import { viewablesOf } from './viewables.ts';
import { Viewer } from './Viewer.tsx';
import './StackedCase.css';

/** A case in one column: its card and what was said first, tabs for the rest, and where one decides always in sight below. */
export const StackedCase = (parts: CaseParts & { readonly head: ReactNode }) => {
  const { id, view, service, reload, notice, head } = parts;
  const files = viewablesOf(view, service.form, service.forms, service.deciding?.(view.state));
  const deciding = useDeciding(parts, 'row');
  const [tab, setTab] = useState('card');
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
              id: 'card',
              label: '要点',
              content: (
                <div className="stack">
                  <DecisionCard view={view} service={service} />
                  <OpinionsPanel view={view} service={service} />
                  <PeopleList view={view} />
                </div>
              ),
            },
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
              label: '进展',
              content: (
                <div className="stack">
                  <StandPanel view={view} />
                  <StoryPanel view={view} />
                </div>
              ),
            },
          ]}
        />
      </div>
      <div className="stacked-acts">{deciding.bar}</div>
      {deciding.asking}
    </div>
  );
};
