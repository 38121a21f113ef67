import { Link } from '@tanstack/react-router';
import type { RegisterKind } from '@zhitongche/register';
import { daysBetween } from '@zhitongche/base';
import { Basis, Button, dayOf, dayText, instantShort, useToday } from '@zhitongche/ui';
import { useState } from 'react';
import { CaseNumber } from './CaseNumber.tsx';
import { ChangeTable } from './ChangeTable.tsx';
import { ActRefusal } from './ActRefusal.tsx';
import { AskedBox } from './AskedBox.tsx';
import { Box, YesOrNo } from './Box.tsx';
import { useWays } from './kept-ways.ts';
import { type Doing, helpsOf, RowDialog } from './RowActs.tsx';
import { type Row, useRowAct } from './use-row-act.ts';

interface Props {
  readonly kind: RegisterKind;
  readonly row: Row;
}

/** What must be known of a row before anything else: that it is retired, waits for somebody, is late, or lacks something. */
export const RowBoxes = (props: Props) => (
  <>
    <RetiredBox {...props} />
    <AskedBox {...props} />
    <ProposedBox {...props} />
    <DueBoxes {...props} />
    <NeedsBoxes {...props} />
  </>
);

const RetiredBox = ({ kind, row: { retired, mergedInto } }: Props) => {
  const ways = useWays();
  if (!retired) return null;
  return (
    <Box tone="grey" title={mergedInto ? '已并入另一条' : `${dayText(dayOf(retired.at))}注销`}>
      <p>{retired.reason}</p>
      {mergedInto ? (
        <Link to={ways.row} params={{ register: kind.code, row: mergedInto.id }}>
          {mergedInto.title}
        </Link>
      ) : null}
    </Box>
  );
};

/** What a case says otherwise: whoever keeps the row takes it or not, with the difference before him. */
const ProposedBox = ({ row }: Props) => {
  const { proposed } = row;
  const { take, pending, error } = useRowAct(row);
  if (!proposed) return null;
  return (
    <Box tone="amber" title={proposed.case ? `办件 ${proposed.case} 填报的不一样` : '有人提出更正'}>
      <p>
        {proposed.by}于{instantShort(proposed.at)}办理
        {proposed.case ? (
          <>
            {' '}
            <CaseNumber number={proposed.case} />{' '}
          </>
        ) : null}
        时写入，请核对。
      </p>
      <ChangeTable changes={proposed.changes} now="登记的" said="填报的" />
      <ActRefusal error={error} />
      {row.keeps ? (
        <YesOrNo
          id="proposal-note"
          yes="按填报的更正"
          no="不采纳"
          why="为什么不采纳"
          pending={pending}
          onYes={() => void take({ act: 'take-proposal' }, '已按填报的更正')}
          onNo={(note) => void take({ act: 'refuse-proposal', ...note }, '没有采纳，登记的不变')}
        />
      ) : null}
    </Box>
  );
};

/** Days before a date from which a card opens with it. */
const NEAR = 90;

const DueBoxes = ({ row: { dues } }: Props) => {
  const today = useToday();
  return dues
    .filter(({ day }) => daysBetween(today, day) <= NEAR)
    .map(({ label, day }) => {
      const left = daysBetween(today, day);
      return (
        <Box
          key={`${label} ${day}`}
          tone={left < 0 ? 'red' : 'amber'}
          title={left < 0 ? `${label}已过 ${-left} 天` : left === 0 ? `今天${label}` : `${left} 天后${label}`}
        >
          <p>{dayText(day)}</p>
        </Box>
      );
    });
};

/** What keeps a move from being taken; what can be recorded right away stands beside it. */
const NeedsBoxes = ({ kind, row }: Props) => {
  const [doing, setDoing] = useState<Doing>(null);
  const blocked = row.moves.flatMap((move) => move.needs.map((need) => ({ move, need })));
  const seen = new Map(blocked.map((one) => [one.need.message, one]));
  const helps = helpsOf(row);
  return (
    <>
      {[...seen.values()].map(({ move, need }) => (
        <Box key={need.message} tone="amber" title={need.message}>
          <p>
            {need.todo ?? `补齐后才能“${move.label}”`}。{need.basis ? <Basis basis={need.basis} /> : null}
          </p>
          {helps.length > 0 ? (
            <div className="row">
              {helps.map(({ key, label }) => (
                <Button key={key} variant="primary" onPress={() => setDoing({ move: key })}>
                  {label}
                </Button>
              ))}
            </div>
          ) : null}
        </Box>
      ))}
      <RowDialog kind={kind} row={row} doing={doing} onClose={() => setDoing(null)} />
    </>
  );
};
