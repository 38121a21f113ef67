import { Link } from '@tanstack/react-router';
import type { CellRef } from '@zhitongche/budget';
import { useDeferredValue, useMemo, useState } from 'react';
import { call, type Reply } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { Button, Conflict, Notice, usePhone } from '@zhitongche/ui';
import { SheetGrid } from '../SheetGrid.tsx';
import { PrepareHead } from './PrepareHead.tsx';
import { PrepareSide } from './PrepareSide.tsx';
import { ProjectBar } from './ProjectBar.tsx';
import { proofOf } from './proof-of.ts';
import { useLastYear } from './use-last-year.ts';
import { usePreparation } from './use-preparation.ts';

/** The work itself: what it is held to at the side, the sheets to type into beside it. */
export const PrepareDesk = ({
  preparation,
  onReload,
}: {
  readonly preparation: Reply<'preparation'>;
  readonly onReload: () => void;
}) => {
  const me = useMe();
  const phone = usePhone();
  const { id, mine, last } = preparation;
  const { correction, step, draft } = usePreparation(me.id, preparation);
  const { model } = correction;
  const [sheet, setSheet] = useState('T03');
  const [spot, setSpot] = useState<CellRef | null>(null);
  // Typing must not wait for the proof: it follows as soon as there is time.
  const settled = useDeferredValue(model);
  const proof = useMemo(() => proofOf(settled), [settled]);
  const before = useLastYear(last, model);
  const goTo = (next: CellRef): void => {
    setSheet(next.sheet);
    setSpot({ ...next });
  };
  const { status } = draft.state;
  const conflict = status.is === 'conflict' ? status : null;
  const settle = async (keepMine: boolean): Promise<void> => {
    const server = await call('preparation', { params: { id } });
    if (keepMine) draft.keeper.settle(model, server.revision, true);
    else {
      draft.keeper.settle(server.model, server.revision, false);
      step({ do: 'change', to: () => server.model });
    }
  };
  return (
    <div className="stack">
      <PrepareHead
        preparation={preparation}
        correction={correction}
        draft={draft}
        onUndo={() => step({ do: 'undo' })}
        onSent={onReload}
      />
      {conflict ? (
        <Conflict by={conflict.by} at={conflict.at}>
          <Button onPress={() => void settle(false)}>改用对方的内容</Button>
          <Button variant="primary" onPress={() => void settle(true)}>
            保留我的内容
          </Button>
        </Conflict>
      ) : null}
      {preparation.published === null ? null : (
        <Notice tone="ok">
          已向社会公开。
          <Link to="/open/budget/$id" params={{ id }}>
            看公开页面
          </Link>
        </Notice>
      )}
      <div className="prepare">
        <PrepareSide preparation={preparation} proof={proof} onSpot={goTo} />
        <div className="prepare-work stack stack-tight">
          {phone ? null : (
            <p className="soft">
              方向键和回车换格，可从 Excel 复制一块直接粘贴；带颜色的格子核对不符或值得一看。
            </p>
          )}
          <SheetGrid
            model={model}
            sheet={sheet}
            spot={spot}
            unsound={proof.unsound}
            mine={mine}
            marks={proof.marks}
            {...(before === undefined ? {} : { before })}
            onSheet={(next) => {
              setSheet(next);
              setSpot(null);
            }}
            onStep={step}
          />
          {mine ? (
            <ProjectBar model={model} sheet={sheet} onStep={step} onSheet={setSheet} onSpot={goTo} />
          ) : null}
        </div>
      </div>
    </div>
  );
};
