import { Link, useNavigate } from '@tanstack/react-router';
import { useRead } from '@zhitongche/contract/web';
import type { RegisterKind } from '@zhitongche/register';
import { ActionMenu, Button, buttonClass, IconButton, lazily } from '@zhitongche/ui';
import { usePageActs } from '@zhitongche/shell/web';
import { Suspense, useState } from 'react';
import { useWays } from './kept-ways.ts';
import type { Row } from './use-row-act.ts';

const MoveDialog = lazily(() => import('./MoveDialog.tsx').then((m) => m.MoveDialog));
const ReasonDialog = lazily(() => import('./ReasonDialog.tsx').then((m) => m.ReasonDialog));
const TieDialog = lazily(() => import('./TieDialog.tsx').then((m) => m.TieDialog));
const MergeDialog = lazily(() => import('./MergeDialog.tsx').then((m) => m.MergeDialog));

/** What of a row is being done: a move by its key, or something else. */
export type Doing = { readonly move: string } | 'retire' | 'restore' | 'tie' | 'merge' | null;

/** The dialog of what is being done with a row. */
export const RowDialog = ({
  kind,
  row,
  doing,
  onClose,
}: {
  readonly kind: RegisterKind;
  readonly row: Row;
  readonly doing: Doing;
  readonly onClose: () => void;
}) => {
  const move =
    typeof doing === 'object' && doing ? row.moves.find(({ key }) => key === doing.move) : undefined;
  return (
    <Suspense fallback={null}>
      {move ? <MoveDialog kind={kind} row={row} move={move} onClose={onClose} /> : null}
      {doing === 'retire' || doing === 'restore' ? (
        <ReasonDialog row={row} act={doing} onClose={onClose} />
      ) : null}
      {doing === 'tie' ? <TieDialog kind={kind} row={row} onClose={onClose} /> : null}
      {doing === 'merge' ? <MergeDialog row={row} onClose={onClose} /> : null}
    </Suspense>
  );
};

/** Moves that record what is missing for others: they leave the row at its stage. */
export const helpsOf = ({ stage, moves }: Row): Row['moves'] =>
  moves.some(({ needs }) => needs.length > 0)
    ? moves.filter(({ to, needs }) => to === stage && needs.length === 0)
    : [];

/** Registers of the reader's in which a new row begins from one of this register. */
const useBegins = (code: string) => {
  const { data = [] } = useRead('keptRegisters', {});
  return data.flatMap(({ code: register, begins }) =>
    begins.filter(({ from }) => from === code).map(({ label }) => ({ register, label })),
  );
};

/** What can be done with a row, the likely thing first; what nothing brings back stands apart. */
export const RowActs = ({ kind, row }: { readonly kind: RegisterKind; readonly row: Row }) => {
  const ways = useWays();
  const navigate = useNavigate();
  const begins = useBegins(kind.code);
  const [doing, setDoing] = useState<Doing>(null);
  const ends = (stage: string): boolean => kind.stages?.list[stage]?.ends === true;
  const open = row.moves.filter(({ needs }) => !needs.some(({ level }) => level === 'block'));
  // What a missing thing is recorded by stands beside the words that ask for it.
  const beside = helpsOf(row);
  const forward = open.filter((move) => !ends(move.to) && !beside.includes(move));
  const ending = open.filter(({ to }) => ends(to));
  // Where a row only ends, well or badly, the first is what is meant to happen; a single end is never pressed on anyone.
  const likely =
    forward.find(({ to }) => to !== row.stage) ?? forward[0] ?? (ending.length > 1 ? ending[0] : undefined);
  const others = open.filter((move) => move !== likely && !beside.includes(move));
  const params = { register: kind.code, row: row.id };
  usePageActs(
    open.map(({ key, label, to }) => ({
      key: `move ${key}`,
      label,
      note: row.title,
      icon: ends(to) ? 'alert' : 'check',
      run: () => setDoing({ move: key }),
    })),
  );
  const more = [
    ...others.map(({ key, label, to }) => ({
      key,
      label,
      danger: ends(to),
      onAction: () => setDoing({ move: key }),
    })),
    ...(row.retired ? [] : begins).map(({ register, label }) => ({
      key: `+begin ${register}`,
      label,
      onAction: () =>
        void navigate({
          to: ways.enter,
          params: { register },
          state: {
            begun: { from: kind.code, id: row.id, title: row.title, number: '', answers: row.answers },
          },
        }),
    })),
    ...(row.keeps && kind.relations.length > 0
      ? [{ key: '+tie', label: '关联', onAction: () => setDoing('tie') }]
      : []),
    ...(row.keeps
      ? [
          { key: '+merge', label: '合并到另一条', onAction: () => setDoing('merge') },
          { key: '+retire', label: '注销', danger: true, onAction: () => setDoing('retire') },
        ]
      : []),
  ].toSorted((a, b) => Number('danger' in a && a.danger) - Number('danger' in b && b.danger));
  if (!likely && !row.keeps && !row.restorable && more.length === 0) return null;
  return (
    <div className="kept-card-acts">
      {likely ? (
        <Button variant="primary" onPress={() => setDoing({ move: likely.key })}>
          {likely.label}
        </Button>
      ) : null}
      {row.restorable ? (
        <Button variant="primary" onPress={() => setDoing('restore')}>
          恢复
        </Button>
      ) : null}
      {row.keeps ? (
        <Link to={ways.edit} params={params} className={buttonClass('plain')}>
          修改
        </Link>
      ) : null}
      {row.door ? (
        <Link
          to="/door/$register/$row"
          params={{ register: kind.code, row: row.id }}
          target="_blank"
          className={buttonClass('plain')}
        >
          显示签到码
        </Link>
      ) : null}
      {more.length > 0 ? (
        <ActionMenu
          label="更多办理"
          trigger={<IconButton icon="more" label="更多办理" variant="plain" />}
          actions={more}
        />
      ) : null}
      <RowDialog
        kind={kind}
        row={row}
        doing={doing}
        onClose={() => {
          setDoing(null);
        }}
      />
    </div>
  );
};
