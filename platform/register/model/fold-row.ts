import type { KeptRow, RowEvent, RowHappened } from './row.ts';

type Body<T extends RowEvent['type']> = Extract<RowEvent, { type: T }>;
type Fold<T extends RowEvent['type']> = (row: KeptRow, body: Body<T>, happened: RowHappened) => KeptRow;

const sameTie = (a: { relation: string; to: { id: string }; back?: true }, b: typeof a): boolean =>
  a.relation === b.relation && a.to.id === b.to.id && a.back === b.back;

const settled = ({ proposed: _proposed, ...row }: KeptRow): KeptRow => row;

const FOLDS: { readonly [T in RowEvent['type']]: Fold<T> } = {
  entered: (row) => row,
  edited: (row, { answers, org }) => ({ ...row, answers, org }),
  'move-asked': (row, { move, data, note, list }, { at, doer }) => ({
    ...row,
    asked: { move, data, by: doer, at, ...(note === undefined ? {} : { note }), ...(list ? { list } : {}) },
  }),
  'move-refused': (row) => ({ ...row, asked: null }),
  moved: (row, { move, to, data, set, note, held, list }, { at, doer }) => ({
    ...row,
    ...(list ? { list } : {}),
    held: held === undefined ? row.held : held,
    stage: to,
    // What is only recorded at a stage does not begin its days anew.
    stageSince: to === row.stage ? row.stageSince : at,
    asked: null,
    answers: { ...row.answers, ...set },
    records: [...row.records, { move, at, by: doer, data, ...(note === undefined ? {} : { note }) }],
  }),
  proposed: (row, { answers, origin }, { at, doer }) => ({
    ...row,
    proposed: { answers, origin, by: doer, at },
  }),
  'proposal-settled': (row) => settled(row),
  tied: (row, { relation, to, back }) => ({
    ...row,
    ties: [...row.ties, { relation, to, ...(back ? { back } : {}) }],
  }),
  untied: (row, body) => ({ ...row, ties: row.ties.filter((tie) => !sameTie(tie, body)) }),
  erased: (row, _body, { at }) => ({ ...row, erased: at }),
  retired: (row, { reason }, { at }) => ({ ...settled(row), asked: null, retired: { at, reason } }),
  restored: (row) => ({ ...row, retired: null, mergedInto: null }),
  'merged-into': (row, { row: into, reason }, { at }) => ({
    ...settled(row),
    asked: null,
    mergedInto: into,
    retired: { at, reason },
  }),
  absorbed: (row, { row: other }) => ({ ...row, absorbed: [...row.absorbed, other] }),
  reminded: (row, { field, day, left }) => ({
    ...row,
    reminded: [...row.reminded, `${field}/${day}/${left}`],
  }),
  'timer-told': (row, { timer, from, parts }) => ({
    ...row,
    reminded: [...row.reminded, ...parts.map((part) => `${timer}/${from}/${part}%`)],
  }),
};

/** The row after an event; the first must be `entered`, what comes before it is a bug and throws. */
export const applyToRow = (id: string, row: KeptRow | null, happened: RowHappened): KeptRow => {
  const { body, at } = happened;
  if (!row) {
    if (body.type !== 'entered') throw new Error(`row ${id} begins with ${body.type}`);
    const { answers, org, stage, origin } = body;
    return {
      id,
      answers,
      org,
      stage,
      stageSince: at,
      asked: null,
      records: [],
      ties: [],
      retired: null,
      mergedInto: null,
      absorbed: [],
      origin,
      held: origin.by === 'case' ? { caseId: origin.caseId, number: origin.number } : null,
      reminded: [],
      enteredAt: at,
      revision: 1,
    };
  }
  const step = FOLDS[body.type] as Fold<RowEvent['type']>;
  return { ...step(row, body, happened), revision: row.revision + 1 };
};

/** The row as all its events made it; null where there are none. */
export const foldRow = (id: string, events: readonly RowHappened[]): KeptRow | null =>
  events.reduce<KeptRow | null>((row, happened) => applyToRow(id, row, happened), null);
