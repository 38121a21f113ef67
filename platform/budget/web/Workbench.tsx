import { useBlocker } from '@tanstack/react-router';
import {
  type Disclosure,
  type Finding,
  type SettledFinding,
  type Spot,
  openFindings,
  standingFindings,
  sheetsOf,
  unsoundCells,
  reconcile,
} from '@zhitongche/budget';
import { type ReactNode, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { Reply } from '@zhitongche/contract/web';
import { Notice, type TabItem, Tabs, usePhone } from '@zhitongche/ui';
import { beginCorrection, correct, isDirty } from './correction.ts';
import { FindingList } from './FindingList.tsx';
import { ReconcilePicture } from './ReconcilePicture.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SheetGrid } from './SheetGrid.tsx';
import { SourcePane } from './SourcePane.tsx';
import { VersionPanel } from './VersionPanel.tsx';
import './Workbench.css';

/** What there is to work on: a reading just made, or a disclosure saved before. */
export interface Work {
  readonly id: string;
  readonly revision: number;
  readonly published: boolean;
  readonly source: string;
  /** True when it was drawn up here: there is no file to show beside it. */
  readonly prepared: boolean;
  readonly model: Disclosure;
  readonly findings: readonly Finding[];
  readonly settled: readonly SettledFinding[];
  readonly versions: Reply<'disclosure'>['versions'];
  /** Whether I may change it. */
  readonly mine: boolean;
}

/** The source on one side; on the other the spots to look at, the tables to correct, the proof, and earlier versions. */
export const Workbench = ({
  work,
  head,
  onSaved,
  onReload,
}: {
  readonly work: Work;
  /** What stands above, told the disclosure as it is now. */
  readonly head: (model: Disclosure) => ReactNode;
  readonly onSaved: () => void;
  readonly onReload: () => void;
}) => {
  const { findings, mine } = work;
  const phone = usePhone();
  const [correction, step] = useReducer(correct, work, ({ model, settled }) =>
    beginCorrection(model, settled),
  );
  const { model, settled } = correction;
  const [tab, setTab] = useState<string>(openFindings(findings, settled).length > 0 ? 'findings' : 'proof');
  const [chosen, setChosen] = useState<number | null>(null);
  const [sheet, setSheet] = useState('cover');
  const [spot, setSpot] = useState<Spot | null>(null);
  const unsound = useMemo(() => unsoundCells(model), [model]);
  const proof = useMemo(
    () => (unsound.length > 0 ? null : reconcile(model, standingFindings(findings, settled))),
    [model, unsound, findings, settled],
  );
  const open = openFindings(findings, settled);
  // A ref, because a save leads to another page before this one is drawn again.
  const dirty = useRef(false);
  useEffect(() => {
    dirty.current = isDirty(correction);
  }, [correction]);
  useBlocker({
    shouldBlockFn: () => dirty.current && !globalThis.confirm('改动还没有保存，确定离开吗？'),
    enableBeforeUnload: () => dirty.current,
  });
  const openSheet = (owner: string): void => {
    setSheet(sheetsOf(model).find((own) => own.owner === owner)?.id ?? 'cover');
    setSpot(null);
    setTab('sheets');
  };
  const goTo = (next: Spot): void => {
    setSheet(next.sheet);
    setSpot({ ...next });
    setTab('sheets');
  };
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
    ...(work.prepared
      ? []
      : [
          {
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
                onOpen={openSheet}
                onSettle={(some, how) => step({ do: 'settle', findings: some, how })}
              />
            ),
          },
        ]),
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
    {
      id: 'proof',
      label: '勾稽',
      ...(proof === null ? {} : { count: proof.counts['does-not-hold'] }),
      content:
        proof === null ? (
          <Notice tone="warn" title="有格子不是数字">
            改正后自动重新核对。
          </Notice>
        ) : (
          <ReconcilePicture model={model} reconciliation={proof} onSpot={goTo} />
        ),
    },
    ...(phone && !work.prepared ? [{ id: 'source', label: '原文', content: source }] : []),
    ...(work.versions.length > 0
      ? [
          {
            id: 'versions',
            label: '版本',
            content: <VersionPanel id={work.id} versions={work.versions} now={model} />,
          },
        ]
      : []),
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
            dirty.current = false;
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
