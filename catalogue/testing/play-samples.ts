import { sampleContext, sampleTree } from '@zhitongche/case/testing';
import { addDays } from '@zhitongche/base';
import {
  applyToRow,
  decideRow,
  type KeptRow,
  movedByClock,
  type RegisterKind,
  type RowCommand,
} from '@zhitongche/register';
import countries from '../../offices/src/reference/countries.json' with { type: 'json' };
import { TABLES } from '../shared/testing/tables.ts';

const ORGS = ['office', 'city', 'superior', 'unit', 'other-unit'];

/** What stands in the way when the samples of a register are entered and go their road, each act on its own day, up to `last`. */
export function playSamples(kind: RegisterKind, last: string): readonly string[] {
  return kind.samples(last).flatMap(({ answers, stage, ago = 1, moves = [] }, at) => {
    let row: KeptRow | null = null;
    const faults: string[] = [];
    const act = (today: string, by: string, command: RowCommand): void => {
      const now = `${today}T01:00:00.000Z`;
      const actor = { id: by, name: by, org: 'office', grants: [], standsInFor: [] };
      const { policy, calendar, ...context } = sampleContext(kind.policies, {
        today,
        tables: { ...TABLES, countries },
      });
      if (row)
        for (const body of movedByClock(kind, row, { today, now, policy, calendar }))
          row = applyToRow('row', row, { at: now, doer: actor, body });
      const decided = decideRow(kind, 'row', row, command, {
        ...context,
        policy,
        calendar,
        now,
        actor,
        tree: sampleTree(),
        reach: { all: true, seen: ORGS, kept: ORGS, clearance: 'sensitive', cleared: {} },
        home: 'office',
        alike: [],
        above: [],
        along: true,
      });
      if (decided.ok) row = decided.value.row;
      else
        faults.push(
          ...decided.problems.map(
            ({ code, message }) =>
              `样例第${at + 1}条 ${command.act === 'move' ? command.move : command.act} ${today}：${code} ${message}`,
          ),
        );
    };
    const from = stage === undefined ? {} : { stage, reason: '样例' };
    act(addDays(last, -ago), 'keeper', { act: 'enter', answers: org(kind, answers), ...from });
    for (const { move, data, ago: days } of moves) {
      const day = addDays(last, -days);
      act(day, 'keeper', { act: 'move', move, ...(data ? { data } : {}) });
      const asked = (row as KeptRow | null)?.asked;
      if (asked) act(day, 'second', { act: 'agree' });
    }
    return faults;
  });
}

/** Units of the demo office are one of the sample office's. */
const org = ({ org: field }: RegisterKind, answers: KeptRow['answers']): KeptRow['answers'] =>
  field === undefined || answers[field] === undefined
    ? answers
    : { ...answers, [field]: { id: 'unit', title: '某某单位' } };
