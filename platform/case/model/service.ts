import type { Role, VisitorKind, VisitorLevel } from '@zhitongche/access';
import type { WorkCalendar, Json, PaperDoc, SealedFact, Text } from '@zhitongche/base';
import { type Answers, type AnswersOf, type Form, soundAnswers } from '@zhitongche/form';
import type { Briefing } from './briefing.ts';
import type { Check, CheckContext, FactNeeds } from './check.ts';
import type { Fills } from './fills.ts';
import type { Flow, FlowContext, SetOff } from './flow.ts';
import type { KeepDef } from './keeping.ts';
import type { Who } from './flow-words.ts';
import type { CaseTimer } from './timers/case-timer.ts';
import type { ServiceFees } from './money/service-fees.ts';
import type { StrandsDef } from './strands/strands.ts';
import type { LinkDef, OpenDef } from './linked/link.ts';
import type { PolicyDef, PolicyReader } from '@zhitongche/office';
import type { CaseSummary } from './event.ts';
import type { PreparedPapers } from './prepared/prepared-paper.ts';
import { DRAWN, drawnLookup, versionChecks } from './prepared/version-check.ts';
import type { CaseState } from './state.ts';
import type { Todo } from './todo.ts';

/** The service guide (事项指南) shown before anyone starts. */
export interface Guide {
  readonly what: string;
  readonly conditions: readonly string[];
  readonly materials: readonly { readonly name: string; readonly form: string; readonly note?: string }[];
  /** `{}` in a text stands for the figure in force of `policy`, with its unit. */
  readonly timeLimits: readonly { readonly step: string; readonly policy?: string; readonly text: string }[];
  /**
   * Who decides on which cases, lowest first: `{}` in a text stands for what the figures in force of `policies` list, a line
   * whose lists are empty or whose flag `only` is off is left out.
   */
  readonly deciders?: readonly {
    readonly who: string;
    readonly text: string;
    readonly policies: readonly string[];
    readonly only?: string;
  }[];
  readonly basis: readonly string[];
  readonly fee: string;
  readonly questions: readonly { readonly q: string; readonly a: string }[];
}

/** A figure or table computed in the open while typing, and frozen into the case on submission. */
export interface Computed {
  readonly key: string;
  readonly label: string;
  /** Section after which it is shown. */
  readonly after: string;
  show(derived: Json): Shown | undefined;
}
/** Something to show: a sentence, or a table with totals. */
export type Shown =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly columns: readonly { readonly label: string; readonly align: 'left' | 'right' }[];
      readonly rows: readonly (readonly string[])[];
      readonly total?: readonly string[];
      readonly note?: string;
    };

/** Facts a paper is built from; the number and code are drawn by the server. */
export interface PaperFacts {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly state: CaseState;
  readonly number?: string;
  /** Whom this one is for, where every addressee gets one of its own; absent in a preview. */
  readonly addressee?: string;
  /** Date of the paper, Asia/Shanghai. */
  readonly date: string;
  readonly letterhead: Letterhead;
  readonly verify: {
    readonly url: string;
    readonly code: string;
    /** Text of the signed code, for papers that carry one; absent in a preview and where the office's key is no P-256 key. */
    readonly sealed?: string;
  };
  readonly policy: PolicyReader;
}

/** How an issuing organisation heads and signs its papers; rows an administrator edits. */
export interface Letterhead {
  readonly org: string;
  /** Red head, e.g. 某某省人民政府外事办公室. */
  readonly name: string;
  /** Signing name when it differs. */
  readonly signature: string;
  /** 机关代字 used in document numbers, e.g. 冀外. */
  readonly mark: string;
  readonly address?: string;
  readonly phone?: string;
}

/** A paper the service issues. */
export interface PaperDef {
  readonly key: string;
  readonly title: string;
  /** Whose letterhead: the province office or the case's city office. */
  readonly issuer: 'office' | 'city' | ((state: CaseState) => 'office' | 'city');
  /** Number series; absent = the paper carries no number. `{mark}`, `{year}`, `{seq}` are filled, e.g. `{mark}外出字〔{year}〕{seq}号`. */
  readonly series?: { readonly key: string; readonly pattern: string };
  /** Every addressee, or strand of a kind, gets one of its own: asked for by `paperFor`, each with its own number. */
  readonly addressed?: true | { readonly strands: string };
  /** Only the offices read it, not whoever filed: a slip for leaders, a pack for an authority above. */
  readonly inward?: true;
  readonly signed: boolean;
  readonly docx: boolean;
  /** Shown on the public verification page: label → value, masked by the builder. */
  publicFacts(
    facts: PaperFacts,
  ): readonly { readonly label: string; readonly en: string; readonly value: string }[];
  /** Days the paper counts in, both included; absent = from its day, without end. */
  term?(facts: PaperFacts): { readonly from?: string; readonly to?: string };
  /**
   * What its signed code says, in few words and the more important first: read from the paper by a telephone without a
   * network. Facts of the open edition; absent = the paper carries none.
   */
  sealed?(facts: PaperFacts): readonly SealedFact[];
  build(facts: PaperFacts): PaperDoc;
}

/** How rows of a register are summed by day and country. */
export interface SummedBy {
  /** The column that lists the countries. */
  readonly countries: string;
  /** A row that says this in that column is not counted. */
  readonly unless?: readonly [column: string, value: string];
  /** What the figures are called: their heading, what one case of them is, and what is said when there are none. */
  readonly words: { readonly title: string; readonly unit: string; readonly none: string };
}

/** A row a register keeps after the case: fields are the register's own. */
export interface RegisterDef {
  readonly key: string;
  readonly title: string;
  readonly columns: readonly {
    readonly key: string;
    readonly label: string;
    /** The form field it repeats, `members.citizenId`: gives its kind and sensitivity. Figures of its own name none. */
    readonly field?: string;
    /** What stored codes are called: the row keeps the code, people read the word. */
    readonly words?: Readonly<Record<string, string>>;
    /** The row is found by any of these texts exactly, without the register being read. */
    readonly found?: true;
  }[];
  /** Rows follow the case on its road, not only what an effect writes: they are looked at again whenever it moves. */
  readonly follows?: true;
  /** Its rows are summed by their day and the countries they name, for the statistics; at most one register of the catalogue is. */
  readonly summed?: SummedBy;
  /** Rows this case contributes now; `id` is stable over time so that rows are replaced, not doubled. */
  rows(
    state: CaseState,
    context: {
      readonly caseId: string;
      readonly caseNumber: string;
      /** For days that are counted in working days after the case left the step that promised them. */
      readonly calendar: WorkCalendar;
    },
  ): readonly ({ readonly id: string } & Readonly<Record<string, Json>>)[];
}

/** Who begins a case, as far as the account knows. */
export interface Beginner {
  /** Name of the unit the case is filed for. */
  readonly unit: string;
  readonly name: string;
  readonly phone?: string;
}

/** A form of its own that an act asks for. */
export interface ExtraForm {
  readonly title: string;
  readonly form: Form;
  readonly checks?: readonly Check[];
  /** Answers it opens with, from the case as its reader may see it; what they leave out starts blank. */
  begin?(state: CaseState, today: string): Answers;
  /** Figures computed from the answers when the act is taken, kept beside them for good; nothing private, nothing when none are due. */
  derive?(answers: Answers, context: CheckContext): Json | undefined;
}

/** What may be recorded anew once a case has ended: asked for with a reason, and in force when a second person agrees. */
export interface AmendmentDef {
  /** Key of the service's `forms` that is filled in again. */
  readonly form: string;
  readonly label: string;
  readonly en?: string;
  readonly who: Who;
  /** Who may agree to it, or not; never whoever asked. */
  readonly second: readonly Who[];
  readonly when?: (context: FlowContext) => boolean;
  /** Set off once it is agreed to: the registers that tell of it. */
  readonly effects: readonly SetOff[];
}

/** Which of the public file a service, and how well each must be known. */
export interface Visitors {
  readonly who: readonly VisitorKind[];
  /** Least assurance level (认证等级). */
  readonly level: VisitorLevel;
}

/** Everything the product knows about one thing the office does when asked. */
export interface Service {
  readonly code: string;
  readonly name: string;
  readonly en: string;
  /** Raised when shapes or steps change; old cases keep their version. */
  readonly version: number;
  /**
   * Who files it; `public` = people who belong to no unit, through accounts of their own. Of the public each files for himself; a
   * unit that files the same service does so as any other, see `ownAt`.
   */
  readonly audience: readonly ('unit' | 'enterprise' | 'citizen' | 'public')[];
  /** Which of the public, and how well they must be known; said with the audience `public`, and only with it. */
  readonly visitors?: Visitors;
  /** Role that files it when it is not the unit's clerk (专办员). */
  readonly filedBy?: Role;
  /** What whoever filed a case comes to the counter for as it stands; an hour may then be booked for it. */
  atCounter?(state: CaseState): Required<Text> | undefined;
  /** Its cases are begun by an endpoint of its own, which prepares more than a draft; the general one refuses them. */
  readonly ownBeginning?: true;
  /** What its words are called in English, by the Chinese ones: whole where it admits people from abroad. */
  readonly english?: Readonly<Record<string, string>>;
  readonly category: string;
  /** The occasion one looks for it under: 派人出国、赴港澳; its category where it names none. */
  readonly occasion?: string;
  readonly guide: Guide;
  readonly form: Form;
  /** Answers a new draft begins with; a copy keeps its own over them. */
  begins?(who: Beginner): Answers;
  /** What the system fills in while one types; it decides nothing, and the server never asks it. */
  readonly fills?: Fills;
  /** Extra forms asked by acts: 回国登记, 变更申请 … */
  readonly forms: Readonly<Record<string, ExtraForm>>;
  /** What is charged, and who has to do with the money; handed to `withFees`. */
  readonly fees?: ServiceFees;
  /** What may still be corrected after the end. */
  readonly amends?: AmendmentDef;
  readonly checks: readonly Check[];
  readonly facts: FactNeeds;
  readonly policies: readonly PolicyDef[];
  readonly flow: Flow;
  readonly papers: readonly PaperDef[];
  /** 代拟稿: papers drawn from the draft for whoever files it, sealed and brought back as one of its uploads. */
  readonly prepared?: PreparedPapers;
  readonly registers: readonly RegisterDef[];
  /** Rows of registers that people keep, written by effects of this service. */
  readonly keeps?: Readonly<Record<string, KeepDef>>;
  /** What effects of this service settle beyond the case, by key; its folder's server face does it. */
  readonly settles?: readonly string[];
  /** Limits in minutes or days its cases are held to, within a step or long after it. */
  readonly timers?: Readonly<Record<string, CaseTimer>>;
  /** Things one case is about, each with a state, date and clock of its own. */
  readonly strands?: Readonly<Record<string, StrandsDef>>;
  /** Links its cases have to others. */
  readonly links?: readonly LinkDef[];
  /** Cases its cases open. */
  readonly opens?: readonly OpenDef[];
  readonly computed: readonly Computed[];
  /** Figures computed from the answers; total, never throws on partial answers. */
  derive(answers: Answers, context: CheckContext): Json;
  summary(answers: Answers, derived: Json): CaseSummary;
  /** Key of the form of the request that is being decided: what its checks say is read by whoever decides. */
  deciding?(state: CaseState): string | undefined;
  /** The summary's facts as a submitted case stands: what was changed since it was filed, and what is asked for. */
  standing?(state: CaseState): CaseSummary['facts'];
  /** The decision card: what whoever decides must know of a submitted case as it stands; drawn by desk and phone alike. */
  brief?(state: CaseState, today: string): Briefing;
  /** What an approval is called where it is none: 已备案. */
  readonly approved?: string;
  /** What follows an approval, each with its day, in order: drawn for the applicant the moment it is approved. */
  todo?(state: CaseState, today: string): readonly Todo[];
  /** Sample answers for the demo, the sweep test and the generator's story, valid on `today`. */
  sample(today: string): Answers;
}

/** What a draft is about by the answers so far; nothing while they do not say. */
export const draftTitle = (service: Pick<Service, 'summary'>, answers: Answers): string => {
  const { title } = service.summary(answers, null);
  return title === service.summary({}, null).title ? '' : title;
};

/** Parts of a service that read answers to its own form, or the figures it derives from them. */
interface TypedParts<F extends Form, D extends Json> {
  readonly form: F;
  derive(answers: AnswersOf<F>, context: CheckContext): D;
  /** `derived`: null while nothing has been submitted. */
  summary(answers: AnswersOf<F>, derived: NoInfer<D> | null): CaseSummary;
  readonly computed: readonly (Omit<Computed, 'show'> & { show(derived: NoInfer<D>): Shown | undefined })[];
  readonly fees?: Omit<ServiceFees, 'lines' | 'exempt'> & {
    lines(answers: AnswersOf<F>, derived: NoInfer<D>, state?: CaseState): ReturnType<ServiceFees['lines']>;
    exempt?(answers: AnswersOf<F>, derived: NoInfer<D>): ReturnType<NonNullable<ServiceFees['exempt']>>;
  };
}

/** Fees that see the sound answers as the form types them. */
const typedFees = <F extends Form, D extends Json>(
  form: F,
  fees: NonNullable<TypedParts<F, D>['fees']>,
): ServiceFees => {
  const { exempt, ...rest } = fees;
  const sound = (answers: Answers) => soundAnswers(form, answers) as AnswersOf<F>;
  return {
    ...rest,
    lines: (answers, derived, state) => fees.lines(sound(answers), derived as NoInfer<D>, state),
    ...(exempt
      ? { exempt: (answers: Answers, derived: Json) => exempt(sound(answers), derived as NoInfer<D>) }
      : {}),
  };
};

/** A service whose prepared papers are held against what is filled in when they come back. */
const withVersions = (service: Service): Service => {
  const { prepared, form } = service;
  if (!prepared) return service;
  const papers = { form, prepared, derive: service.derive };
  return {
    ...service,
    checks: [...service.checks, ...versionChecks(papers)],
    facts: { ...service.facts, lookups: { ...service.facts.lookups, [DRAWN]: drawnLookup(papers) } },
  };
};

/** Checks the shape at compile time and keeps it; figures and summary see the sound answers as the form types them. */
export const defineService = <const F extends Form, D extends Json>(
  service: Omit<Service, keyof TypedParts<F, D>> & TypedParts<F, D>,
): Service => {
  const { form, fees, ...rest } = service;
  return withVersions({
    ...rest,
    form,
    ...(fees ? { fees: typedFees(form, fees) } : {}),
    computed: service.computed.map((figure) => ({
      ...figure,
      show: (derived) => figure.show(derived as D),
    })),
    derive: (answers, context) =>
      service.derive(soundAnswers(form, answers, context.facts) as AnswersOf<F>, context),
    summary: (answers, derived) =>
      service.summary(soundAnswers(form, answers) as AnswersOf<F>, derived as D | null),
  });
};
