import { type Disclosure, type Reconciliation, type CellRef, sheetsOf } from '@zhitongche/budget';
import { type ReactNode, useState } from 'react';
import { Notice, type TabItem, Tabs, usePhone } from '@zhitongche/ui';
import { FindingList } from './FindingList.tsx';
import { ReconcilePicture } from './ReconcilePicture.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SheetGrid } from './SheetGrid.tsx';
import { SourcePane } from './SourcePane.tsx';
import { useCorrection } from './use-correction.ts';
import { VersionPanel } from './VersionPanel.tsx';
import type { Work } from './work.ts';
import './Workbench.css';

interface WorkbenchProps {
  readonly work: Work;
  /** What stands above, told the disclosure as it is now. */
  readonly head: (model: Disclosure) => ReactNode;
  readonly onSaved: () => void;
  readonly onReload: () => void;
}

/** The source on one side; on the other the spots to look at, the tables to correct, the proof, and earlier versions. */
export const Workbench = ({ work, head, onSaved, onReload }: WorkbenchProps) => {
  const { findings, mine } = work;
  const phone = usePhone();
  const { correction, step, unsound, proof, open, saved } = useCorrection(work);
  const { model, settled } = correction;
  const [tab, setTab] = useState<string>(open.length > 0 ? 'findings' : 'proof');
  const [chosen, setChosen] = useState<number | null>(null);
  const [sheet, setSheet] = useState('cover');
  const [spot, setSpot] = useState<CellRef | null>(null);
  const openSheet = (id: string, cell: CellRef | null): void => {
    setSheet(id);
    setSpot(cell);
    setTab('sheets');
  };
  const goTo = (next: CellRef): void => openSheet(next.sheet, { ...next });
  const findingsTab = (): TabItem => ({
    id: 'findings',
    label: '待核对',
    count: open.length,
    content: (
      <FindingList
        findings={findings}
        settled={settled}
        chosen={chosen}
        mine={mine}
        onChoose={(finding) => {
          setChosen(finding);
          if (phone) setTab('source');
        }}
        onOpen={(owner) => openSheet(sheetsOf(model).find((own) => own.owner === owner)?.id ?? 'cover', null)}
        onSettle={(some, how) => step({ do: 'settle', findings: some, how })}
      />
    ),
  });
  const at = chosen === null ? null : (findings[chosen] ?? null);
  const source = (
    <SourcePane
      id={work.id}
      name={work.source}
      findings={open.flatMap((finding) => findings[finding] ?? [])}
      at={at}
    />
  );
  const items: readonly TabItem[] = [
    ...(work.prepared ? [] : [findingsTab()]),
    {
      id: 'sheets',
      label: '表格',
      ...(unsound.length > 0 ? { count: unsound.length } : {}),
      content: (
        <SheetGrid
          model={model}
          sheet={sheet}
          spot={spot}
          unsound={unsound}
          mine={mine}
          onSheet={(id) => {
            setSheet(id);
            setSpot(null);
          }}
          onStep={step}
        />
      ),
    },
    proofTab(model, proof, goTo),
    ...(phone && !work.prepared ? [{ id: 'source', label: '原文', content: source }] : []),
    ...versionsTab(work, model),
  ];
  return (
    <div className="stack">
      {head(model)}
      {mine ? (
        <SaveBar
          id={work.id}
          revision={work.revision}
          published={work.published}
          correction={correction}
          open={open.length}
          unsound={unsound.length}
          counts={proof?.counts ?? null}
          onUndo={() => step({ do: 'undo' })}
          onSaved={() => {
            step({ do: 'saved' });
            saved();
            onSaved();
          }}
          onReload={onReload}
        />
      ) : null}
      <div className={work.prepared ? 'workbench workbench-alone' : 'workbench'}>
        {phone || work.prepared ? null : <div className="workbench-source">{source}</div>}
        <div className="workbench-work">
          <Tabs label="预算各部分" items={items} selected={tab} onSelect={setTab} />
        </div>
      </div>
    </div>
  );
};

const proofTab = (
  model: Disclosure,
  proof: Reconciliation | null,
  onSpot: (spot: CellRef) => void,
): TabItem => ({
  id: 'proof',
  label: '勾稽',
  ...(proof === null ? {} : { count: proof.counts['does-not-hold'] }),
  content:
    proof === null ? (
      <Notice tone="warn" title="有格子不是数字">
        改正后自动重新核对。
      </Notice>
    ) : (
      <ReconcilePicture model={model} reconciliation={proof} onSpot={onSpot} />
    ),
});

const versionsTab = ({ id, versions }: Work, now: Disclosure): readonly TabItem[] =>
  versions.length > 0
    ? [{ id: 'versions', label: '版本', content: <VersionPanel id={id} versions={versions} now={now} /> }]
    : [];
