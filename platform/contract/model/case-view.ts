import Type from 'typebox';
import type { Static } from 'typebox';
import { EventView } from './case-events.ts';
import { exact } from './case-exact.ts';
import { DoerView, type Frozen, StateView } from './case-state.ts';
import { AnswersShape, CaseRow, Day, Id, Instant, Key, OpenActShape, ProblemShape } from './shapes.ts';

/** One entry of a case's story. */
export const TimelineEntry = Type.Object({
  seq: Type.Integer(),
  at: Instant,
  doer: DoerView,
  /** The event, personal values masked; applicants get no internal opinions. */
  body: Type.Unsafe<EventView>(EventView),
  /** One Chinese sentence telling it. */
  text: Type.String(),
  digest: Type.String(),
});
export type TimelineEntry = Static<typeof TimelineEntry>;

/** The decision card: what whoever decides must know, as the service says it. */
export const BriefView = exact({
  sentence: Type.String(),
  asked: Type.Optional(Type.String()),
  under: Type.Array(Type.String()),
  figures: Type.Array(
    exact({
      value: Type.String(),
      unit: Type.Optional(Type.String()),
      caption: Type.String(),
      note: Type.Optional(Type.String()),
    }),
  ),
  line: Type.Optional(
    Type.Array(exact({ name: Type.String(), under: Type.String(), end: Type.Optional(Type.Literal(true)) })),
  ),
  people: Type.Optional(
    exact({
      title: Type.String(),
      unit: Type.String(),
      all: Type.Array(
        exact({ name: Type.String(), post: Type.String(), note: Type.Optional(Type.String()) }),
      ),
    }),
  ),
});
export type BriefView = Frozen<Static<typeof BriefView>>;
/** A matter a case is linked to, as far as its reader may see it; without a link it is a draft of his own that was opened from the case. */
export const LinkedMatter = Type.Object({
  link: Type.Union([Type.String(), Type.Null()]),
  /** What the other is to this case. */
  words: Type.String(),
  row: CaseRow,
  /** This case waits for it. */
  awaited: Type.Boolean(),
  /** What it said of persons was deleted when its term was over. */
  erased: Type.Boolean(),
  mayUnlink: Type.Boolean(),
});
export type LinkedMatter = Static<typeof LinkedMatter>;

/** Everything one screen about a case needs, in one round trip. */
export const CaseView = Type.Object({
  row: CaseRow,
  version: Type.Integer(),
  /** Null while nothing has been submitted. */
  brief: Type.Union([Type.Unsafe<BriefView>(BriefView), Type.Null()]),
  state: Type.Unsafe<StateView>(StateView),
  /** Unsent answers, only for those who may edit. */
  draft: Type.Union([
    Type.Object({ answers: AnswersShape, revision: Type.Integer(), savedAt: Instant }),
    Type.Null(),
  ]),
  acts: Type.Array(OpenActShape),
  timeline: Type.Array(TimelineEntry),
  /** Names of the organisations that sit in the case, by id. */
  orgs: Type.Record(Type.String(), Type.String()),
  /** How private a value I see unmasked. */
  clearance: Type.Union([Type.Literal('open'), Type.Literal('personal'), Type.Literal('sensitive')]),
  /** Top-level paths whose values are masked for me and may be revealed with a purpose. */
  masked: Type.Array(Type.String()),
  papers: Type.Array(
    Type.Object({
      paper: Type.String(),
      title: Type.String(),
      status: Type.String(),
      number: Type.Union([Type.String(), Type.Null()]),
      problem: Type.Union([Type.String(), Type.Null()]),
      /** Characters no font has, which a retry must say how to write. */
      undrawn: Type.Optional(Type.Array(Type.String())),
      pdf: Type.Union([Type.String(), Type.Null()]),
      docx: Type.Union([Type.String(), Type.Null()]),
      code: Type.Union([Type.String(), Type.Null()]),
      verifyUrl: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
  /** Limits in minutes or days that have begun, as they stand. */
  timers: Type.Array(
    Type.Object({
      timer: Type.String(),
      label: Type.String(),
      /** Which hours count. */
      hours: Type.Union([Type.Literal('round-the-clock'), Type.Literal('office'), Type.Literal('days')]),
      from: Instant,
      until: Type.Union([Instant, Type.Null()]),
      ms: Type.Number(),
      minutes: Type.Number(),
      due: Type.Union([Instant, Type.Null()]),
      paused: Type.Boolean(),
      late: Type.Boolean(),
      provisional: Type.Boolean(),
    }),
  ),
  /** Things the case is about, each with its own state. */
  strands: Type.Array(
    Type.Object({
      key: Type.String(),
      label: Type.String(),
      /** What one of them is counted by. */
      one: Type.String(),
      list: Type.Array(
        Type.Object({
          id: Type.String(),
          label: Type.String(),
          state: Type.String(),
          words: Type.String(),
          tone: Type.Union([
            Type.Literal('wait'),
            Type.Literal('good'),
            Type.Literal('bad'),
            Type.Literal('idle'),
          ]),
          on: Day,
          by: Type.String(),
          note: Type.Union([Type.String(), Type.Null()]),
          due: Type.Union([Day, Type.Null()]),
          late: Type.Boolean(),
          /** Name of the paper that is its own. */
          paper: Type.Union([Type.String(), Type.Null()]),
        }),
      ),
    }),
  ),
  /** Pieces of stock it holds and rows it wrote, for the offices. */
  held: Type.Array(
    Type.Object({
      register: Type.String(),
      title: Type.String(),
      /** Null where the reader may not open it. */
      row: Type.Union([Type.Object({ register: Key, id: Id }), Type.Null()]),
      stage: Type.String(),
      facts: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })),
    }),
  ),
  /** Whether I may pay its open bill online. */
  payOnline: Type.Boolean(),
  links: Type.Array(LinkedMatter),
  /** What I may open from this case now. */
  opens: Type.Array(Type.Object({ open: Type.String(), label: Type.String(), en: Type.String() })),
  /** Kinds of links I may add by hand. */
  linkable: Type.Array(Type.Object({ kind: Type.String(), label: Type.String() })),
  /** Block, warn and info problems of the current answers as the server sees them. */
  problems: Type.Array(ProblemShape),
});
export type CaseView = Static<typeof CaseView>;
