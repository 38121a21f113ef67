import { blocks, type Problem, type Result, refuse } from '@zhitongche/base';
import { canonicalJson, type Doer, inFormOrder, review } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import type { RowCommand } from './command.ts';
import { type Decided, type RowDeciding, type RowDecision, refused } from './deciding-row.ts';
import { applyToRow } from './fold-row.ts';
import { nounOf, type RegisterKind, type RowContext } from './kind.ts';
import { decideMove, decideSecond } from './moving.ts';
import { decideProposal, settleProposal } from './proposing.ts';
import { isTurnOf, keepsRow, takesMove } from './register-access.ts';
import type { KeptRow } from './row.ts';
import {
  madeByProgram,
  namedForOthers,
  nearProblem,
  nothingChanged,
  reasonMissing,
  rowNotOpen,
  signedByTwo,
  takenProblem,
} from './row-problems.ts';
import { askedPart, beginsAt, orgOf, setByMoves } from './row-answers.ts';
import { decideTie } from './tying.ts';
import { decidedByTwo, frozen, mayBring, SECOND } from './two-persons.ts';

const changedKeys = (before: Answers, after: Answers): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => canonicalJson(before[key] ?? null) !== canonicalJson(after[key] ?? null),
  );

/** What is wrong with answers on their way into the register, all at once. */
const reviewed = (
  kind: RegisterKind,
  command: { answers: Answers; despite?: string },
  context: RowDeciding,
) => {
  const { sound, problems } = review(kind.form, kind.checks, command.answers, context);
  const same = context.alike.find(({ how }) => how === 'same');
  const near = context.alike.filter(({ how }) => how === 'near');
  const owner = orgOf(kind, sound, context.home);
  const foreign =
    !blocks(problems) && !keepsRow(context.reach, owner)
      ? [
          rowNotOpen(
            `您不能登记“${context.tree.get(owner)?.name ?? '该单位'}”的${nounOf(kind)}，只能登记自己管理范围内的`,
          ),
        ]
      : [];
  return {
    sound,
    owner,
    problems: inFormOrder(kind.form, [
      ...problems,
      ...(same ? [takenProblem(kind, same)] : []),
      ...(!same && near.length > 0 && !command.despite?.trim() ? [nearProblem(kind, near)] : []),
      ...foreign,
    ]),
  };
};

const brings = (kind: RegisterKind, stage: string, org: string, { actor, tree }: RowDeciding): boolean =>
  mayBring(kind, stage, (roles) => takesMove(actor, roles, tree, org));

const enter = (kind: RegisterKind, command: RowCommand & { act: 'enter' }, context: RowDeciding): Decided => {
  const { sound, owner, problems } = reviewed(kind, command, context);
  const first = beginsAt(kind, sound);
  const stage = command.stage ?? first;
  const unknown =
    command.stage !== undefined && !Object.hasOwn(kind.stages?.list ?? {}, command.stage)
      ? [rowNotOpen(`没有“${command.stage}”这个阶段`)]
      : [];
  const { origin = { by: 'person' as const }, despite, reason } = command;
  // What is brought in from elsewhere begins where it stands; a person who enters it further on says why.
  const further = stage !== first && stage !== kind.booking?.waits?.stage;
  const unexplained =
    further && origin.by === 'person' && !reason?.trim() ? [reasonMissing('直接登记在这一阶段')] : [];
  const alone =
    further && origin.by === 'person' && decidedByTwo(kind, stage)
      ? [{ ...rowNotOpen('这一阶段须两人办理才能到，不能由一人直接登记'), basis: SECOND }]
      : [];
  const others =
    further && origin.by === 'person' && !brings(kind, stage, owner, context)
      ? [namedForOthers(kind, stage, '直接登记')]
      : [];
  const all = [...problems, ...unknown, ...unexplained, ...alone, ...others];
  if (blocks(all)) return refused(...all);
  return {
    problems: [],
    events: [
      {
        type: 'entered',
        answers: sound,
        org: owner,
        stage,
        origin,
        ...(despite?.trim() ? { despite: despite.trim() } : {}),
        ...(reason?.trim() ? { reason: reason.trim() } : {}),
      },
    ],
  };
};

const edit = (
  kind: RegisterKind,
  row: KeptRow,
  command: RowCommand & { act: 'edit' },
  context: RowDeciding,
): Decided => {
  const given = { ...command, answers: askedPart(kind, command.answers) };
  // A row that names no organisation stays where it belongs, whoever changes it.
  const { sound: asked, owner, problems } = reviewed(kind, given, { ...context, home: row.org });
  const unfit = blocks(problems) ? [] : (kind.guards?.(row, asked, context) ?? []);
  if (blocks([...problems, ...unfit])) return refused(...inFormOrder(kind.form, [...problems, ...unfit]));
  const sound = { ...setByMoves(kind, row.answers), ...asked };
  const changed = changedKeys(row.answers, sound);
  if (changed.length === 0 && owner === row.org) return refused(nothingChanged());
  const { origin = { by: 'person' as const }, reason, despite } = command;
  return {
    problems: [],
    events: [
      {
        type: 'edited',
        answers: sound,
        changed,
        org: owner,
        origin,
        ...(reason?.trim() ? { reason: reason.trim() } : {}),
        ...(despite?.trim() ? { despite: despite.trim() } : {}),
      },
    ],
  };
};

const end = (
  row: KeptRow,
  command: RowCommand & { act: 'retire' | 'restore' },
  context: RowDeciding,
  kind: RegisterKind,
): Decided => {
  const { alike } = context;
  const what = command.act === 'retire' ? '注销' : '恢复';
  if (command.act === 'restore') {
    if (!row.retired) return refused(rowNotOpen('这一条没有注销，无须恢复'));
    if (row.mergedInto) return refused(rowNotOpen('这一条已并入另一条，不能单独恢复'));
    const same = alike.find(({ how }) => how === 'same');
    if (same) return refused(takenProblem(kind, same));
  }
  if (!command.reason.trim()) return refused(reasonMissing(what));
  const held = command.act === 'retire' ? (kind.guards?.(row, null, context) ?? []) : [];
  if (blocks(held)) return refused(...held);
  const type = command.act === 'retire' ? 'retired' : 'restored';
  return { problems: [], events: [{ type, reason: command.reason.trim() }] };
};

const merge = (
  kind: RegisterKind,
  row: KeptRow,
  command: RowCommand & { act: 'merge' },
  context: RowDeciding,
): Decided => {
  const held = kind.guards?.(row, null, context) ?? [];
  if (blocks(held)) return refused(...held);
  if (command.into.id === row.id) return refused(rowNotOpen('不能并入自己'));
  if (command.into.register !== kind.code) return refused(rowNotOpen('只能并入同一台账的另一条'));
  if (!command.reason.trim()) return refused(reasonMissing('合并'));
  const reason = command.reason.trim();
  const self = { register: kind.code, id: row.id, title: kind.title(row.answers) };
  return {
    problems: [],
    events: [{ type: 'merged-into', row: command.into, reason }],
    far: [{ row: command.into.id, event: { type: 'absorbed', row: self, reason } }],
  };
};

const decideStanding = (
  kind: RegisterKind,
  row: KeptRow,
  command: RowCommand,
  context: RowDeciding,
): Decided => {
  switch (command.act) {
    case 'enter':
      return refused(rowNotOpen('这一条已经登记'));
    case 'edit':
      return edit(kind, row, command, context);
    case 'propose':
      return decideProposal(kind, row, command, context);
    case 'take-proposal':
    case 'refuse-proposal':
      return settleProposal(kind, row, command, (change) => edit(kind, row, change, context));
    case 'move':
      return decideMove(kind, row, command, context);
    case 'agree':
    case 'refuse':
      return decideSecond(kind, row, command, context);
    case 'tie':
    case 'untie':
      return decideTie(kind, row, command, context);
    case 'retire':
    case 'restore':
      return end(row, command, context, kind);
    case 'merge':
      return merge(kind, row, command, context);
  }
};

/** Acts by which one person alone would undo what two have signed: by other answers, or by taking the row off. */
const CHANGES: readonly RowCommand['act'][] = ['edit', 'take-proposal'];
const TAKES_OFF: readonly RowCommand['act'][] = ['retire', 'merge'];
/** Acts by which a row is out of force or in it again, whoever brought it where it stands. */
const FORCE: readonly RowCommand['act'][] = ['retire', 'merge', 'restore'];

/** What stands in the way of changing a row as it stands, whichever way the change comes. */
export const unchangeable = (
  kind: RegisterKind,
  row: KeptRow,
  answers: Answers,
  context: RowContext,
): readonly Problem[] =>
  frozen(kind, row.stage) ? [signedByTwo(kind, row.stage)] : (kind.guards?.(row, answers, context) ?? []);

/** Whether two have signed what the act would change. */
const signedAgainst = (kind: RegisterKind, { stage }: KeptRow, { act }: RowCommand): boolean =>
  (CHANGES.includes(act) && frozen(kind, stage)) || (TAKES_OFF.includes(act) && decidedByTwo(kind, stage));

/** Acts that make a row, change it or take it away: the program's alone where a register says so. */
const MAKES: readonly RowCommand['act'][] = ['enter', ...CHANGES, ...TAKES_OFF, 'restore'];

/** A row as it is entered, with the ties it begins with: all of them or nothing. */
const enterTied = (
  kind: RegisterKind,
  id: string,
  command: RowCommand & { act: 'enter' },
  context: RowDeciding,
): Decided => {
  const { ties = [] } = command;
  const entered = enter(kind, command, context);
  if (entered.events.length === 0 || ties.length === 0) return entered;
  const { actor, now } = context;
  const doer: Doer = { id: actor.id, name: actor.name, org: actor.org };
  let row = entered.events.reduce<KeptRow | null>(
    (so, body) => applyToRow(id, so, { at: now, doer, body }),
    null,
  );
  const all: Required<Decided>[] = [{ far: [], ...entered }];
  for (const { relation, to } of ties) {
    if (!row) break;
    const tied = decideTie(kind, row, { act: 'tie', relation, to }, context);
    all.push({ far: [], ...tied });
    for (const body of tied.events) row = applyToRow(id, row, { at: now, doer, body });
  }
  const problems = all.flatMap((one) => one.problems);
  return blocks(problems)
    ? refused(...problems)
    : { problems, events: all.flatMap((one) => one.events), far: all.flatMap((one) => one.far) };
};

const decideOn = (
  kind: RegisterKind,
  id: string,
  row: KeptRow | null,
  command: RowCommand,
  context: RowDeciding,
): Decided => {
  if (kind.byProgram && !context.along && MAKES.includes(command.act)) return refused(madeByProgram(kind));
  if (!row)
    return command.act === 'enter'
      ? enterTied(kind, id, command, context)
      : refused(rowNotOpen('没有这一条'));
  if (row.erased) return refused(rowNotOpen('这一条的个人信息已按保存期限删除，不能再改'));
  if (row.retired && command.act !== 'restore')
    return refused(rowNotOpen(`这一条已${row.mergedInto ? '并入另一条' : '注销'}，不能再改`));
  if (!context.forCase && signedAgainst(kind, row, command)) return refused(signedByTwo(kind, row.stage));
  if (!context.forCase && FORCE.includes(command.act) && !brings(kind, row.stage, row.org, context))
    return refused(namedForOthers(kind, row.stage, '注销、合并或恢复'));
  return decideStanding(kind, row, command, context);
};

/** Who may do the act on rows at all: whoever keeps them; a move may name others, for rows they reach. */
const mayAct = (
  kind: RegisterKind,
  row: KeptRow | null,
  command: RowCommand,
  { actor, reach, tree, forCase, along }: RowDeciding,
) => {
  if (!row) return reach.kept.length > 0;
  const key = command.act === 'move' ? command.move : row.asked?.move;
  const move = kind.stages?.moves.find((one) => one.key === key);
  if (command.act === 'move' && along) return true;
  if (command.act === 'move' && move?.by !== undefined) return isTurnOf(row, move.by, actor);
  const named = move?.roles;
  if ((command.act === 'move' || command.act === 'agree' || command.act === 'refuse') && named)
    return forCase !== undefined || takesMove(actor, named, tree, row.org);
  return keepsRow(reach, row.org);
};

/**
 * Decides an act on a row: the events to append in one commit, or every problem that stands in its way. Pure: time, rules,
 * rights and what the store knows are arguments.
 */
export const decideRow = (
  kind: RegisterKind,
  id: string,
  row: KeptRow | null,
  command: RowCommand,
  context: RowDeciding,
): Result<RowDecision> => {
  if (!mayAct(kind, row, command, context))
    return refuse(rowNotOpen(`您可以查看，但不负责维护这一${kind.measure}${nounOf(kind)}`));
  const { problems, events, far = [] } = decideOn(kind, id, row, command, context);
  if (blocks(problems) || events.length === 0) return refuse(...problems);
  const { actor, now } = context;
  const doer: Doer = { id: actor.id, name: actor.name, org: actor.org };
  const after = events.reduce<KeptRow | null>(
    (now_, body) => applyToRow(id, now_, { at: now, doer, body }),
    row,
  );
  if (!after) return refuse(...problems);
  return { ok: true, value: { events, doer, row: after, far } };
};
