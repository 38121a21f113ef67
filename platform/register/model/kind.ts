import type { Role } from '@zhitongche/access';
import type { Basis, Problem, Text, WorkCalendar } from '@zhitongche/base';
import type { Check, Fact, FactNeeds } from '@zhitongche/case';
import type { Answers, Facts, Fields, Form } from '@zhitongche/form';
import type { PolicyDef, PolicyReader } from '@zhitongche/office';
import type { Booking, Resource } from './booking.ts';
import type { CheckIn } from './check-in.ts';
import type { Plan } from './plan.ts';
import type { Roster } from './roster.ts';
import type { RowPaper } from './row-paper.ts';
import type { RowTimer } from './row-timers.ts';
import type { Spending } from './spending.ts';
import type { Targets } from './targets.ts';
import type { CaseRef, KeptRow, RowEvent } from './row.ts';

/** What a guard or a reminder may look at besides the row. */
export interface RowContext {
  /** Calendar day in Asia/Shanghai. */
  readonly today: string;
  /** Instant, ISO. */
  readonly now: string;
  readonly policy: PolicyReader;
  readonly calendar: WorkCalendar;
  /** Who acts; absent where only what stands in the way is asked, or the clock acts. */
  readonly actor?: { readonly id: string; readonly name: string };
  /** What the move's own form picks, by `pickedFact`; absent where only what stands in its way is asked. */
  readonly facts?: Pick<Facts, 'lookup' | 'table'>;
  /** The case that does it. */
  readonly forCase?: CaseRef;
}

/** A column of the list: a field of the form, or a figure of the register's own. */
export interface KeptColumn {
  /** Key of a field of the form, or of the figure. */
  readonly key: string;
  /** Absent = the label of the field. */
  readonly label?: string;
  /** Computed from what may be read openly; absent = the field's own answer. */
  of?(answers: Answers, facts: Pick<Facts, 'table'>): string;
  /** A figure of the day it is looked at: how many are present, how long it still runs. Never a filter, for it changes overnight. */
  on?(answers: Answers, today: string, policy: PolicyReader): string;
  /** May be chosen as a filter: a choice, a country or a yes-or-no of the form, or a figure of few values. */
  readonly filter?: true;
  /** Not shown until a reader asks for it. */
  readonly later?: true;
}

/** A way of a row from one stage to the next. */
export interface Move {
  /** Unique in the register. */
  readonly key: string;
  readonly label: string;
  readonly from: readonly string[];
  /** Where it leads; {@link STAYS} = it stays where it stands. */
  readonly to: string;
  /** Asked with the move; its answers stay with the row's history. */
  readonly form?: Form;
  readonly checks?: readonly Check[];
  /**
   * The rows of a case, by the number the field of its own form or of the row names, in registers that cases write: known to `fits` as the fact
   * `$case`; none where no such case wrote there, or not for whoever asks.
   */
  readonly asksCase?: { readonly field: string; readonly registers: readonly string[] };
  /** Who may take it; absent = whoever keeps the register; none = nobody by hand, only a case, a code or another row. */
  readonly roles?: readonly Role[];
  /** Field of the row that picks the account which alone takes it: the person whose turn it is, or who was asked. */
  readonly by?: string;
  /** Moves of further rows of this register in the same commit, taken along by this one. */
  readonly along?: (row: KeptRow, data: Answers) => readonly Along[];
  /** Who gets a message that it was made: those who keep the row, or the account a field of the row picks. */
  readonly tells?: readonly string[];
  /** What still stands in its way, each with what to do; empty = nothing. */
  readonly needs?: (row: KeptRow, context: RowContext) => readonly Problem[];
  /** What was asked with it and does not fit the row, at its field; empty = it fits. */
  readonly fits?: (row: KeptRow, data: Answers, context: RowContext) => readonly Problem[];
  /** Answers of the row it changes, from what was asked with it. */
  readonly sets?: (row: KeptRow, data: Answers, context: RowContext) => Answers;
  /** Asked for by one person and done once another agrees. */
  readonly second?: true;
  /** The case that held the piece holds it no longer. */
  readonly frees?: true;
  /** Rows it enters in another register, in the same commit: the pieces of a batch that was accepted. */
  readonly brings?: {
    readonly register: string;
    /** A row of that name takes the new answers instead of refusing them: what is learnt anew replaces what was known. */
    readonly renews?: true;
    rows(row: KeptRow, data: Answers): readonly Answers[];
  };
  readonly basis?: Basis;
}

/** A move of another row that one takes along. */
export interface Along {
  readonly id: string;
  readonly move: string;
  readonly data?: Answers;
}

/** A move that only records something, at whichever stage. */
export const STAYS = '+stays';

/** Where a move leads from a stage. */
export const endOf = ({ to }: Pick<Move, 'to'>, stage: string): string => (to === STAYS ? stage : to);

/** Whoever keeps the row, among those a move tells. */
export const KEEPERS = '+keepers';

/** The stages of a thing, in the order of a board. */
export interface Stages {
  /** Where a row begins; one brought in from elsewhere may begin at any. */
  readonly first: string;
  /** Where a row with such answers begins instead: what is complete need not wait. */
  readonly begins?: (answers: Answers) => string;
  readonly list: Readonly<
    Record<
      string,
      {
        readonly label: string;
        readonly ends?: true;
        /**
         * What is asked of a row goes on being put right by its keepers although two persons brought it here: they signed what the
         * move set. Nobody takes the row off alone; `guards` keep what must stay.
         */
        readonly edits?: true;
      }
    >
  >;
  readonly moves: readonly Move[];
}

/** A day of the row that somebody must not miss. */
export interface KeptDate {
  /** Field of the form that holds the day; with `of`, what it is found in. */
  readonly field: string;
  /** Finds the day where no field alone holds it: of a table of payments the next that is not paid; undefined = none. */
  of?(row: KeptRow): string | undefined;
  /** What happens on it: 护照到期 … */
  readonly label: string;
  /** Policy key with the days before it on which its keepers are told, as a list of numbers. */
  readonly warn: string;
  /** Who is told of it besides its keepers: holders of these roles who see the row. */
  readonly tells?: readonly Role[];
  /** Move the clock takes once the day is over and nobody has: one without a form, of one person. */
  readonly after?: string;
  /** Whether it matters as the row stands; absent = always. */
  readonly when?: (row: KeptRow) => boolean;
}

/** A two-way relation of rows to rows of this or another register. */
export interface Relation {
  readonly key: string;
  readonly label: string;
  /** What it is called at the other end. */
  readonly back: string;
  /** Code of the register at the other end. */
  readonly to: string;
  /** A row has at most one of it. */
  readonly one?: true;
  /** Rows of one register below one another: no circle may come of it. */
  readonly acyclic?: true;
}

/** What rows of another register tell this one, in the commit in which it happens there. */
export interface Hearing {
  /** Code of the register that is listened to. */
  readonly register: string;
  /** What an event there means here: the rows that answer so to `near`, or the one named by `find`, take the move; null = nothing. */
  told(
    row: KeptRow,
    event: RowEvent,
  ):
    | (({ readonly near: Answers } | { readonly find: Answers }) & {
        readonly move: string;
        readonly data: Answers;
      })
    | null;
}

/** Who sees a register, and how far. */
export interface Reader {
  readonly roles: readonly Role[];
  /** `reach`: rows of organisations the role reaches; `office`: every row. */
  readonly rows: 'reach' | 'office';
  /** How private a value they see unmasked; absent = what is open. */
  readonly clearance?: 'personal' | 'sensitive';
}

/** What anybody may ask by number and date, and what is told. */
export interface PublicLook {
  /** Fields that must all be given exactly; what is asked of a stranger. */
  readonly by: readonly string[];
  /** Fields that are told: open ones only. */
  readonly shows: readonly string[];
  /** What the row's stage is called to the public; absent stages are told as unknown. */
  readonly stages?: Readonly<Record<string, string | Text>>;
}

/** How a register is a stock: pieces that are drawn one by one, each with a serial of its own. */
export interface Stock {
  /** Stage of a piece that may be drawn. */
  readonly inStage: string;
  /** Field with the place a piece lies at. */
  readonly place: string;
  /** Policy key with the least number in stock before its keepers are told. */
  readonly least?: string;
}

/** How a row stands for many things alike: books of one printing, not pieces with a serial each. */
export interface Copies {
  /** Stage at which they may be handed out. */
  readonly inStage: string;
  /** Field, set by moves, with how many are left of the row. */
  readonly left: string;
  /** Field of the form with the least that should be there of all rows of one title together. */
  readonly least: string;
}

/** What a new row is begun from: a case a colleague has before him, or a row of another register. */
export interface BegunFrom {
  readonly title: string;
  /** Of a case; empty of a row. */
  readonly number: string;
  /** Yuan a case is billed, where it is; decimal. */
  readonly money?: string;
  /** Of a row, as its reader sees it. */
  readonly answers: Answers;
}

/** A way to a new row that begins with what is known where it is pressed. */
export interface Begin {
  /** `case`, or the code of a register whose rows lead here. */
  readonly from: string;
  /** What is pressed: 督办. */
  readonly label: string;
  /** Relation by which the new row is tied to the row it begins from, in the commit that enters it. */
  readonly ties?: string;
  answers(from: BegunFrom): Answers;
}

/** How lists that another system prints are read into a register. */
export interface Imported {
  /** Columns such a list has and a row has not: `read` makes answers of them. */
  readonly columns: Fields;
  /** A line as another system prints it, as answers of the register; what it leaves out may follow from what is known by `learnt`. */
  read(line: Answers, known: Answers | undefined): Answers;
  /** The row of another register that knows more of such a line: by what it is found. */
  readonly learnt?: {
    readonly register: string;
    find(line: Answers): Answers | undefined;
  };
  /** Fields of a row that stay as somebody decided, whatever a list says of them afterwards. */
  decided(row: KeptRow): readonly string[];
}

/** How rows are cited elsewhere. */
export interface Cited {
  /** Table with the names a row is cited by, and its column. */
  readonly names: readonly [table: string, column: string];
  /** What whoever meets the name must know of the row: that nobody has read it, that it ends; empty = nothing. */
  mark(row: KeptRow, today: string): string;
}

/** A register that people keep, declared once in one folder. */
export interface RegisterKind {
  readonly kind: 'register';
  readonly code: string;
  readonly name: string;
  /** What one of it is called where a new one is entered: 合同, 人员; absent = the name. */
  readonly noun?: string;
  readonly en: string;
  /** Group it stands under. */
  readonly category: string;
  /** What it is for, in one sentence. */
  readonly what: string;
  readonly basis: readonly string[];
  /** What one row is called behind a number: 座、本、份 … */
  readonly measure: string;
  /** What is asked when a row is entered or changed. */
  readonly form: Form;
  /** The same with what only moves set: everything that is ever known of a row. */
  readonly whole: Form;
  readonly checks: readonly Check[];
  readonly facts: FactNeeds;
  readonly policies: readonly PolicyDef[];
  /** What a row is called; of open answers only. */
  title(answers: Answers): string;
  /** What a card says of a row besides its title; of open answers only. */
  cardFacts(answers: Answers): readonly Fact[];
  readonly columns: readonly KeptColumn[];
  /** Fields that together name one thing: a second row with the same is refused. */
  readonly unique?: readonly string[];
  /** Fields by which two rows may be the same thing under two names: said, and a reason asked for. */
  readonly near?: readonly string[];
  /** Field whose day orders the list and puts the row on the calendar; absent = the day it was entered. */
  readonly day?: string;
  /** How its list stands unless a reader asks otherwise; absent = by its day, and where it has none by name. */
  readonly order?: 'day' | 'name' | 'due';
  /** Field of kind `org` … whose organisation the row belongs to; absent = the office or city office of whoever enters it. */
  readonly org?: string;
  readonly stages?: Stages;
  readonly dates: readonly KeptDate[];
  /** Limits in minutes its rows are held to. */
  readonly timers?: readonly RowTimer[];
  readonly relations: readonly Relation[];
  /** Ways to a new row from a case or from a row of another register. */
  readonly begins?: readonly Begin[];
  readonly hears?: Hearing;
  readonly readers: readonly Reader[];
  /** Who enters, changes and retires rows of organisations they reach; they see every value. */
  readonly keepers: readonly Role[];
  readonly public?: PublicLook;
  /** Set where its rows are rules that are cited by name wherever one is shown: laws, notices, standards. */
  readonly cited?: Cited;
  /** Set where its rows occupy something for a while. */
  readonly booking?: Booking;
  /** Set where its rows may be booked. */
  readonly resource?: Resource;
  /** Set where its rows are turns of duty. */
  readonly roster?: Roster;
  /** Set where whoever a row is about checks in by the code shown in the room. */
  readonly checkIn?: CheckIn;
  /** Set where an organisation has at some stages no more rows than a figure says. */
  readonly most?: {
    readonly stages: readonly string[];
    /** Policy key of the figure. */
    readonly policy: string;
    /** What to do instead. */
    readonly todo: string;
    readonly basis: Basis;
  };
  /** Papers made of its rows, by whoever keeps them. */
  readonly papers?: readonly RowPaper[];
  /** Set where the program alone enters its rows and changes them: people take moves, and say what they know otherwise by these. */
  readonly byProgram?: true;
  /** Set where its rows are items of a year's plan. */
  readonly plan?: Plan;
  /** Set where its rows are pieces in stock. */
  readonly stock?: Stock;
  /** Set where a row is many things alike. */
  readonly copies?: Copies;
  /** Set where lists of other systems are read into it. */
  readonly imported?: Imported;
  /** Set where its rows take part in the books of what is spent. */
  readonly spending?: Spending;
  /** Set where its rows say how published targets are answered. */
  readonly targets?: Targets;
  /** What of a change, or of taking it off (`null`), does not fit the row as it stands, at its field; empty = it fits. */
  guards?(row: KeptRow, answers: Answers | null, context: RowContext): readonly Problem[];
  /** Rows that make a sound register on `today`: for the demo office, its own story and the sweep. */
  samples(today: string): readonly SampleRow[];
}

/** What one of a register is called. */
export const nounOf = ({ noun, name }: Pick<RegisterKind, 'noun' | 'name'>): string => noun ?? name;

/** How the list of a register stands unless a reader asks otherwise. */
export const orderedBy = ({ order, day }: Pick<RegisterKind, 'order' | 'day'>): 'day' | 'name' | 'due' =>
  order ?? (day === undefined ? 'name' : 'day');

/** A row of the samples, the stage it was entered at, and the road it has gone since. */
export interface SampleRow<A = Answers> {
  readonly answers: A;
  /** Absent = the first. */
  readonly stage?: string;
  /** Days before today it was entered; absent = the day before. */
  readonly ago?: number;
  readonly moves?: readonly SampleMove[];
  /** Who of the demo office keeps it; absent = the first who may. */
  readonly by?: string;
}

/** A move of a sample row, and how many days ago it was taken. */
export interface SampleMove {
  readonly move: string;
  readonly ago: number;
  readonly data?: Answers;
  /** Who of the demo office takes it; absent = whoever keeps the row. */
  readonly by?: string;
  /** Who agrees, of a move that needs a second person. */
  readonly agreed?: string;
}
