import type { ActDef, FlowContext, Transition, Step, Who } from '@zhitongche/case';
import { moneyText } from '@zhitongche/base';
import { cityDecides, needsDeputy, needsDirector, needsReport, takenOver } from './authority.ts';
import { answersAsked, bringsPeople, otherBudget, requested, standingFigures } from './effective.ts';
import { recordClearance } from './flow-unit.ts';
import { key } from './policy.ts';

type WorkStep = Extract<Step, { readonly kind: 'work' }>;

/** What may be asked of an approved trip: how it is called, and where it leads once agreed to. */
export const REQUESTS = {
  change: { title: '任务变更', approved: 'amending' },
  extension: { title: '延期', approved: 'amending' },
  revocation: { title: '撤销任务', approved: 'hand-in' },
} as const;
/** A kind of request. */
export type Request = keyof typeof REQUESTS;

const REVIEW = key('days.change');
const PHASE = '变更';

/** True for a trip that is the city office's: it never came to the province's window, nor did the province decide a change. */
export const cityDecided = ({ passed, state }: FlowContext): boolean =>
  passed.includes('city-leader') && !passed.includes('window') && !takenOver(state);

/** What a request touches, as the office's list of changes that end below names it. */
const touched = (name: Request, { state }: FlowContext): readonly string[] => {
  const parts = name === 'change' ? state.records.change?.at(-1)?.data.parts : undefined;
  return Array.isArray(parts) ? parts.filter((part) => typeof part === 'string') : [name];
};

type Asks = (context: FlowContext) => boolean;

/** True when the trip as asked for is somebody's to approve who was not asked when it was filed: a higher rank, another post. */
const bringsIn = (name: Request, context: FlowContext, asks: Asks): boolean =>
  name !== 'revocation' && !asks(context) && asks({ ...context, answers: answersAsked(context.state, name) });

/** True when the city that decided the trip decides the request too: not what it may not approve. */
const cityEnds = (name: Request, context: FlowContext): boolean =>
  cityDecided(context) && !bringsIn(name, context, (asked) => !cityDecides(asked));

/** True when whoever signs there signed the trip, or has to sign for what is asked. */
const signsFor = (place: keyof typeof SIGNS, name: Request, context: FlowContext): boolean =>
  context.passed.includes(place) || bringsIn(name, context, SIGNS[place]);
const SIGNS = { deputy: needsDeputy, director: needsDirector } as const;

/** True when the authority above approved the trip and the office does not end such a request below. */
const goesUp = (name: Request, context: FlowContext): boolean => {
  const below = context.policy.list(key('change.ends-below'));
  return (
    bringsIn(name, context, needsReport) ||
    (context.passed.includes('report-up') && !touched(name, context).every((part) => below.includes(part)))
  );
};

/** The budget before and after a request, in yuan; undefined where it asks for no other money. */
const budgetAsked = (
  name: Request,
  { state }: FlowContext,
): readonly [before: string, now: string] | undefined => {
  const figures = name === 'revocation' ? undefined : requested(state, name)?.figures;
  const standing = standingFigures(state);
  if (!figures || !otherBudget(standing, figures)) return undefined;
  return [standing?.funding.cny ?? '', figures.funding.cny ?? ''];
};

const yuan = (text: string): string => (text === '' ? '待定' : `${moneyText(text)}元`);

const budgetNotes = (name: Request, context: FlowContext): readonly string[] => {
  const money = budgetAsked(name, context);
  if (!money) return [];
  const [before, now] = money;
  return [`经费预算由${yuan(before)}变为${yuan(now)}`];
};

/** Whoever decides a request, the highest who signed the trip, as the step tells everybody who has it before them. */
const deciderOf = (name: Request, context: FlowContext): string => {
  if (cityEnds(name, context)) return '市外办';
  if (goesUp(name, context)) return '上级机关';
  if (signsFor('director', name, context)) return '主任';
  return signsFor('deputy', name, context) ? '分管副主任' : '处长';
};

/** How the steps of one request are written: their keys, the acts whoever has it may take, the step itself. */
const stepsOf = (name: Request) => {
  const { title, approved } = REQUESTS[name];
  const at = (place: string): string => `${name}-${place}`;
  const note = (context: FlowContext): readonly string[] => [
    `谁审批、谁负责：本次${title}由${deciderOf(name, context)}审定`,
    ...budgetNotes(name, context),
  ];
  const agree: ActDef = { kind: 'agree', opinion: 'optional' };
  const decline: ActDef = {
    kind: 'advance',
    key: 'decline',
    label: `不同意${title}`,
    to: 'abroad',
    opinion: 'required',
  };
  const transfer: ActDef = { kind: 'transfer' };
  const prepares = [agree, decline, transfer, { kind: 'add-before' }, { kind: 'copy' }] as const;
  const decides = (to: string, label: string): readonly ActDef[] => [
    agree,
    { kind: 'advance', key: 'back', label, to, opinion: 'required' },
    decline,
    transfer,
  ];
  const work = (
    words: string,
    who: Who,
    next: Transition,
    acts: readonly ActDef[],
    more: Pick<WorkStep, 'when' | 'days'> = {},
  ): Step => ({
    kind: 'work',
    title: `${title}：${words}`,
    phase: PHASE,
    who,
    days: REVIEW,
    note,
    next,
    acts,
    ...more,
  });
  return { title, approved, at, note, agree, decline, transfer, prepares, decides, work };
};

/** What the unit does before it signs: its finance looks at the budget again, its personnel at whoever is new. */
const unitSteps = (name: Request): Readonly<Record<string, Step>> => {
  const { at, agree, decline, transfer, work } = stepsOf(name);
  const finance = {
    // The budget is done again: its half of the form of the opinions is the finance department's.
    [at('finance')]: work(
      '财务部门审核预算',
      { role: 'unit-finance', at: 'unit' },
      name === 'change' ? at('personnel') : at('sign'),
      [{ ...agree, opinion: 'required' }, decline, transfer],
      {
        when: (context) =>
          budgetAsked(name, context) !== undefined &&
          context.policy.list(key('unit-opinions')).includes('finance'),
      },
    ),
  };
  const personnel = {
    [at('personnel')]: work(
      '新增人员备案、政审',
      { role: 'unit-personnel', at: 'unit' },
      at('sign'),
      [recordClearance, { ...decline, label: '未通过，不予变更' }, transfer],
      {
        days: key('days.personnel'),
        when: ({ policy, state }) => policy.flag(key('personnel-filing')) && bringsPeople(state),
      },
    ),
  };
  return { ...(name === 'revocation' ? {} : finance), ...(name === 'change' ? personnel : {}) };
};

/**
 * One request on its way: the unit signs, then it takes the road of the trip itself, up to whoever approved that
 * (谁审批、谁负责); what is declined on the way leaves the trip as it was approved.
 */
export const requestSteps = (
  name: Request,
  { handler, head }: { readonly handler: Who; readonly head: Who },
): Readonly<Record<string, Step>> => {
  const { title, approved, at, note, agree, decline, transfer, prepares, decides, work } = stepsOf(name);
  /** Who signs next: of those above, whoever signed the trip or has to for what is asked; after them the authority above. */
  const upwards =
    (...above: readonly (keyof typeof SIGNS)[]) =>
    (context: FlowContext): string => {
      const next = above.find((place) => signsFor(place, name, context));
      return next ? at(next) : goesUp(name, context) ? at('up') : approved;
    };
  const byHead = decides(at('review'), '退回经办人');
  const toOffice = ({ passed }: FlowContext): string =>
    at(passed.includes('city-review') ? 'city-review' : 'review');
  return {
    ...unitSteps(name),
    [at('sign')]: work('单位签批', { role: 'signer', at: 'unit' }, at('superior'), [
      agree,
      decline,
      transfer,
    ]),
    // A second-level unit asks through its supervising department, as it filed.
    [at('superior')]: work(
      '主管部门审核',
      { role: 'signer', at: 'superior' },
      toOffice,
      [agree, decline, transfer],
      { when: ({ underSuperior }) => underSuperior },
    ),
    [at('city-review')]: work(
      '市外办审核',
      { role: 'city-reviewer', at: 'city' },
      (context) => at(cityEnds(name, context) ? 'city' : 'review'),
      prepares,
    ),
    [at('city')]: work(
      '市外办审定',
      { role: 'city-leader', at: 'city' },
      approved,
      decides(at('city-review'), '退回市外办审核'),
    ),
    [at('review')]: work('经办审核', handler, at('decide'), prepares),
    [at('decide')]: work('处长审批', head, upwards('deputy', 'director'), byHead),
    [at('deputy')]: work(
      '分管副主任签批',
      { role: 'deputy-director', at: 'office' },
      upwards('director'),
      byHead,
    ),
    [at('director')]: work('主任签批', { role: 'director', at: 'office' }, upwards(), byHead),
    [at('up')]: {
      kind: 'outside',
      title: `${title}：上报原批准机关`,
      phase: PHASE,
      who: handler,
      note,
      next: approved,
      onRefuse: 'abroad',
      acts: [{ kind: 'report', label: '登记批复', en: 'Record the reply' }],
    },
  };
};
