import Type from 'typebox';
import type { CommandSent } from '@zhitongche/register';
import { AnswersShape, AnyJson, Day, Id, Instant, Key, ProblemShape } from './shapes.ts';

/** How the rows of a list are chosen. */
export const RowsQuery = {
  q: Type.Optional(Type.String({ maxLength: 100 })),
  stage: Type.Optional(Key),
  /** `field=value`, separated by line feeds. */
  filters: Type.Optional(Type.String({ maxLength: 1000 })),
  from: Type.Optional(Day),
  until: Type.Optional(Day),
  dueFrom: Type.Optional(Day),
  dueUntil: Type.Optional(Day),
  order: Type.Optional(Type.Union([Type.Literal('day'), Type.Literal('title'), Type.Literal('due')])),
  retired: Type.Optional(Type.Boolean()),
};

/** Which register. */
export const OfRegister = Type.Object({ register: Key });

const Reason = Type.String({ minLength: 1, maxLength: 500 });
const Far = Type.Object({ register: Key, id: Id }, { additionalProperties: false });

/** An act on a kept row as sent; which keys an act takes is the row's own to say. */
export const RowCommandShape = Type.Unsafe<CommandSent>(
  Type.Union([
    Type.Object(
      {
        act: Type.Literal('enter'),
        answers: AnswersShape,
        stage: Type.Optional(Key),
        reason: Type.Optional(Type.String({ maxLength: 500 })),
        despite: Type.Optional(Type.String({ maxLength: 500 })),
        /** Rows it is tied to from the beginning. */
        ties: Type.Optional(
          Type.Array(Type.Object({ relation: Key, to: Far }, { additionalProperties: false }), {
            maxItems: 5,
          }),
        ),
      },
      { additionalProperties: false },
    ),
    Type.Object(
      {
        act: Type.Literal('edit'),
        answers: AnswersShape,
        reason: Type.Optional(Type.String({ maxLength: 500 })),
        despite: Type.Optional(Type.String({ maxLength: 500 })),
      },
      { additionalProperties: false },
    ),
    Type.Object(
      {
        act: Type.Literal('move'),
        move: Key,
        data: Type.Optional(AnswersShape),
        note: Type.Optional(Type.String({ maxLength: 500 })),
      },
      { additionalProperties: false },
    ),
    Type.Object({ act: Type.Literal('take-proposal') }, { additionalProperties: false }),
    Type.Object(
      { act: Type.Literal('refuse-proposal'), note: Type.Optional(Type.String({ maxLength: 500 })) },
      { additionalProperties: false },
    ),
    Type.Object({ act: Type.Literal('agree') }, { additionalProperties: false }),
    Type.Object(
      { act: Type.Literal('refuse'), note: Type.Optional(Type.String({ maxLength: 500 })) },
      { additionalProperties: false },
    ),
    Type.Object(
      { act: Type.Union([Type.Literal('tie'), Type.Literal('untie')]), relation: Key, to: Far },
      { additionalProperties: false },
    ),
    Type.Object(
      { act: Type.Union([Type.Literal('retire'), Type.Literal('restore')]), reason: Reason },
      { additionalProperties: false },
    ),
    Type.Object({ act: Type.Literal('merge'), into: Far, reason: Reason }, { additionalProperties: false }),
  ]),
);

/** Labels and values of a card. */
export const RowFactsShape = Type.Array(Type.Object({ label: Type.String(), value: Type.String() }));

/** Where a limit in minutes of a row stands. */
export const TimerShape = Type.Object({
  key: Key,
  label: Type.String(),
  hours: Type.Union([Type.Literal('round-the-clock'), Type.Literal('office')]),
  from: Instant,
  until: Type.Union([Instant, Type.Null()]),
  ms: Type.Number(),
  limit: Type.Union([Type.Number(), Type.Null()]),
  due: Type.Union([Instant, Type.Null()]),
  paused: Type.Boolean(),
  late: Type.Boolean(),
  provisional: Type.Boolean(),
});

/** One row of a register that people keep, as a list shows it. */
export const RowLine = Type.Object({
  id: Id,
  title: Type.String(),
  org: Id,
  orgName: Type.String(),
  stage: Type.String(),
  stageSince: Instant,
  /** A move waits for a second person. */
  waiting: Type.Boolean(),
  day: Day,
  due: Type.Union([Day, Type.Null()]),
  /** What happens on that day; empty without one. */
  dueOf: Type.String(),
  revision: Type.Integer(),
  retired: Type.Boolean(),
  /** Columns of the register's own, computed. */
  figures: Type.Record(Type.String(), Type.String()),
  answers: Type.Record(Type.String(), AnyJson),
  facts: RowFactsShape,
  /** Moves the reader may make from the list: those that need no words. */
  acts: Type.Array(Type.Object({ key: Key, label: Type.String() })),
});

const Changes = Type.Array(
  Type.Object({ label: Type.String(), before: Type.String(), after: Type.String() }),
);

/** Everything a card about one row needs. */
export const RowCard = Type.Object({
  id: Id,
  register: Key,
  title: Type.String(),
  org: Id,
  orgName: Type.String(),
  revision: Type.Integer(),
  stage: Type.String(),
  stageSince: Instant,
  answers: AnswersShape,
  facts: RowFactsShape,
  clearance: Type.Union([Type.Literal('open'), Type.Literal('personal'), Type.Literal('sensitive')]),
  masked: Type.Array(Type.String()),
  retired: Type.Union([Type.Object({ at: Instant, reason: Type.String() }), Type.Null()]),
  mergedInto: Type.Union([Type.Object({ id: Id, title: Type.String() }), Type.Null()]),
  timers: Type.Array(TimerShape),
  dues: Type.Array(Type.Object({ label: Type.String(), day: Day })),
  ties: Type.Array(
    Type.Object({
      relation: Key,
      label: Type.String(),
      register: Key,
      id: Id,
      title: Type.String(),
      back: Type.Boolean(),
    }),
  ),
  /** Whether the reader changes and retires it. */
  /** Whether the reader may show the code others check in by here. */
  door: Type.Boolean(),
  keeps: Type.Boolean(),
  restorable: Type.Boolean(),
  moves: Type.Array(
    Type.Object({
      key: Key,
      label: Type.String(),
      to: Key,
      form: Type.Boolean(),
      second: Type.Boolean(),
      needs: Type.Array(ProblemShape),
    }),
  ),
  asked: Type.Union([
    Type.Object({
      label: Type.String(),
      by: Type.String(),
      at: Instant,
      mine: Type.Boolean(),
      decides: Type.Boolean(),
      /** The list it was asked by, which is decided whole. */
      list: Type.Union([Type.Object({ id: Id, of: Type.Integer() }), Type.Null()]),
      /** What was said with it, as this reader may see it. */
      said: Changes,
    }),
    Type.Null(),
  ]),
  /** What a case says otherwise, for whoever keeps the row to settle. */
  proposed: Type.Union([
    Type.Object({ case: Type.String(), by: Type.String(), at: Instant, changes: Changes }),
    Type.Null(),
  ]),
  story: Type.Array(
    Type.Object({
      at: Instant,
      by: Type.String(),
      text: Type.String(),
      changes: Changes,
    }),
  ),
});

const Span = { from: Instant, to: Instant };

/** What can be booked over some days, and what of it is taken. */
export const SlotsShape = Type.Object({
  resources: Type.Array(
    Type.Object({
      id: Id,
      title: Type.String(),
      /** How many may have it at the same time. */
      capacity: Type.Integer(),
      facts: RowFactsShape,
      open: Type.Array(Type.Object(Span)),
    }),
  ),
  slots: Type.Array(
    Type.Object({
      resource: Id,
      ...Span,
      /** Null where the reader sees only that it is taken. */
      row: Type.Union([
        Type.Object({
          id: Id,
          title: Type.String(),
          stage: Type.String(),
          /** Who booked it. */
          by: Type.String(),
          mine: Type.Boolean(),
        }),
        Type.Null(),
      ]),
    }),
  ),
});

const Post = { day: Day, shift: Key, post: Key, ...Span };

/** Turns of duty over some days, and where somebody is missing. */
export const RosterShape = Type.Object({
  today: Day,
  demands: Type.Array(Type.Object({ ...Post, needs: Type.Integer() })),
  turns: Type.Array(
    Type.Object({
      ...Post,
      id: Id,
      person: Type.String(),
      mine: Type.Boolean(),
      /** False where the account is locked or over. */
      active: Type.Boolean(),
      stage: Type.String(),
    }),
  ),
  gaps: Type.Array(Type.Object({ ...Post, needs: Type.Integer(), missing: Type.Integer() })),
});
