import type { Actor } from '@zhitongche/access';
import type { CorrectionItem } from './command.ts';
import { isAdmin, isApplicant } from './access-rules.ts';
import { ACTS_EN } from './act-words.ts';
import { decidingBegan, wentToPapers } from './deciding.ts';
import { filesFor } from './filing.ts';
import { ACTS, type ActKind } from './flow-words.ts';
import { type ActDef, actKey, type Step } from './flow.ts';
import { stands } from './fold-papers.ts';
import { moneyText } from '@zhitongche/base';
import { askedRefunds, compareAmounts, refundable } from '@zhitongche/money';
import { counterOf, financeOf } from './money/service-fees.ts';
import { flowContext, type DecisionEnv } from './decision-builder.ts';
import type { Service } from './service.ts';
import { currentSeats, type Standing, standingAs, standingIn } from './seats.ts';
import type { CaseState, Seat } from './state.ts';
import { movable } from './strands/strands.ts';
import { isClosed } from './status-words.ts';
import { passedSteps } from './trail.ts';

/** An act the actor may take now: the button, and what the endpoint accepts. */
export interface OpenAct {
  /** Key to send back in the command. */
  readonly act: string;
  readonly kind: ActKind;
  readonly label: string;
  readonly en: string;
  /** Seat to send back; null when the act belongs to no seat. */
  readonly seat: string | null;
  readonly step: string | null;
  readonly opinion: 'required' | 'optional' | 'none';
  /** Extra form to fill in, a key of the service's `forms`. */
  readonly form?: string;
  /** `return`: the steps to choose from, the nearest first. */
  readonly steps?: readonly { readonly step: string; readonly title: string }[];
  /** `correct`: faults others have handed on, which it opens with. */
  readonly faults?: readonly CorrectionItem[];
  /** Strands it may move now, and whether it asks for the day. */
  readonly strands?: { readonly of: string; readonly ids: readonly string[]; readonly dated: boolean };
  /** `retry`: the papers that failed. */
  readonly papers?: readonly string[];
  /** The likely act, shown first. */
  readonly primary: boolean;
  /** An act with heavy consequences, shown apart. */
  readonly danger: boolean;
  /** The absent person in whose name it is done. */
  readonly behalf?: { readonly id: string; readonly name: string };
}

/** An open act with the definition behind it, for deciding. */
export interface Opening extends OpenAct {
  readonly def?: ActDef;
  /** The payment it gives back, or the refund it decides about. */
  readonly money?: string;
}

const REASON_NEEDED: readonly ActKind[] = [
  'refuse',
  'return',
  'suspend',
  'cancel',
  'amend',
  'overrule',
  'refund',
  'decline',
];
const WITHOUT_WORDS: readonly ActKind[] = ['submit', 'report', 'retry', 'repay', 'fiscal'];
const PRIMARY: readonly ActKind[] = ['submit', 'agree', 'report', 'advance', 'resume', 'retry', 'endorse'];
const DANGER: readonly ActKind[] = ['refuse', 'cancel'];
/** Acts on a seat rather than from it: offered beside the seats they go to each open seat. */
const ON_SEATS: readonly ActKind[] = ['transfer', 'entrust', 'add-before', 'add-after'];
/** Acts the kernel offers by itself: a step need not list them, and cannot. */
export const OWN_ACTS: readonly ActKind[] = [
  'submit',
  'withdraw',
  'retry',
  'amend',
  'endorse',
  'overrule',
  'refund',
  'repay',
  'decline',
  'fiscal',
];
/** What added signers may do besides giving their opinion. */
const FOR_ADDED: readonly ActKind[] = ['transfer', 'entrust', 'copy'];

const opinionOf = (kind: ActKind): OpenAct['opinion'] =>
  REASON_NEEDED.includes(kind) ? 'required' : WITHOUT_WORDS.includes(kind) ? 'none' : 'optional';

interface ActContext {
  readonly service: Service;
  readonly state: CaseState;
  readonly actor: Actor;
  readonly setting: DecisionEnv;
  readonly step: Step | undefined;
}

const opening = (
  scene: ActContext,
  kind: ActKind,
  standing: Standing,
  more: Partial<Opening> & { readonly def?: ActDef } = {},
): Opening => ({
  act: more.def ? actKey(more.def) : kind,
  kind,
  label: more.def?.label ?? ACTS[kind],
  en: more.def?.en ?? ACTS_EN[kind],
  seat: null,
  step: scene.state.step,
  opinion: more.def?.opinion ?? opinionOf(kind),
  primary: PRIMARY.includes(kind),
  danger: DANGER.includes(kind),
  ...(standing.behalf ? { behalf: standing.behalf } : {}),
  ...(more.def?.form === undefined ? {} : { form: more.def.form }),
  ...more,
});

const wanted = (scene: ActContext, def: Pick<ActDef, 'when'>): boolean => {
  try {
    return def.when ? def.when(flowContext(scene.state, scene.setting)) : true;
  } catch {
    // A condition that fails keeps its act closed: nothing happens by accident.
    return false;
  }
};

const earlierSteps = ({ service, state }: ActContext): NonNullable<OpenAct['steps']> =>
  passedSteps(state)
    .toReversed()
    .flatMap((key) => {
      const step = service.flow.steps[key];
      return step && (step.kind === 'work' || step.kind === 'panel')
        ? [{ step: key, title: step.title }]
        : [];
    });

const handedOn = ({ state, setting }: ActContext, { faults }: ActDef): readonly CorrectionItem[] => {
  try {
    return faults?.(flowContext(state, setting)) ?? [];
  } catch {
    // Faults that cannot be told are named anew by whoever acts.
    return [];
  }
};

const fromDef = (
  scene: ActContext,
  def: ActDef,
  seat: Seat | null,
  standing: Standing,
): readonly Opening[] => {
  const faults = handedOn(scene, def);
  const ids = def.strands ? movable(scene.state, def.strands) : [];
  if (def.strands && ids.length === 0) return [];
  const base = {
    def,
    seat: seat?.id ?? null,
    ...(faults.length > 0 ? { faults } : {}),
    ...(def.strands ? { strands: { of: def.strands.of, ids, dated: def.strands.dated === true } } : {}),
  };
  if (def.kind !== 'return') return [opening(scene, def.kind, standing, base)];
  const steps = earlierSteps(scene);
  return steps.length > 0 ? [opening(scene, def.kind, standing, { ...base, steps })] : [];
};

const defsOf = (step: Step | undefined): readonly ActDef[] =>
  step && 'acts' in step ? step.acts.filter((def) => !OWN_ACTS.includes(def.kind)) : [];

/** Added signers give an opinion without forms and may pass their seat on. */
const forAdded = (defs: readonly ActDef[]): readonly ActDef[] => {
  const verdicts = (['agree', 'refuse'] as const).flatMap((kind) => {
    const def = defs.find((d) => d.kind === kind && d.who === undefined);
    if (!def) return [];
    const { form: _form, ...rest } = def;
    return [rest];
  });
  return [...verdicts, ...defs.filter((def) => FOR_ADDED.includes(def.kind) && def.who === undefined)];
};

const fromSeats = (scene: ActContext): readonly Opening[] => {
  const defs = defsOf(scene.step).filter((def) => def.who === undefined && wanted(scene, def));
  return currentSeats(scene.state).flatMap((seat) => {
    if (seat.status !== 'open' || !seat.ready || seat.beside) return [];
    const standing = standingIn(scene.actor, seat, scene.state, scene.setting);
    if (!standing) return [];
    const offered = seat.addedBy === undefined ? defs : forAdded(defs);
    const acts = offered
      .filter((def) => def.kind !== 'resume')
      .flatMap((def) => fromDef(scene, def, seat, standing));
    const reportable = scene.step?.kind === 'outside' && !defs.some((def) => def.kind === 'report');
    return reportable ? [opening(scene, 'report', standing, { seat: seat.id }), ...acts] : acts;
  });
};

const besideSeats = (scene: ActContext): readonly Opening[] =>
  defsOf(scene.step).flatMap((def) => {
    if (def.who === undefined || def.kind === 'resume' || !wanted(scene, def)) return [];
    const standing = standingAs(scene.actor, def.who, scene);
    if (!standing) return [];
    const verdict = def.kind === 'agree' || def.kind === 'refuse';
    // A panel is decided by its members only.
    if (verdict && scene.step?.kind === 'panel') return [];
    if (!ON_SEATS.includes(def.kind)) return fromDef(scene, def, null, standing);
    const adding = def.kind === 'add-before' || def.kind === 'add-after';
    return currentSeats(scene.state)
      .filter((seat) => seat.status === 'open' && !seat.applicant && !seat.beside)
      .filter((seat) => !adding || (seat.ready && seat.addedBy === undefined))
      .flatMap((seat) => fromDef(scene, def, seat, standing));
  });

const resumable = (scene: ActContext): readonly Opening[] => {
  const defs = defsOf(scene.step).filter((def) => def.kind === 'suspend' || def.kind === 'resume');
  for (const def of defs) {
    const seats = currentSeats(scene.state).filter((seat) => seat.status === 'open');
    const standing = def.who
      ? standingAs(scene.actor, def.who, scene)
      : seats.map((seat) => standingIn(scene.actor, seat, scene.state, scene.setting)).find(Boolean);
    if (!standing) continue;
    const named = def.kind === 'resume' ? { def } : {};
    return [opening(scene, 'resume', standing, named)];
  }
  return [];
};

const takeBack = (scene: ActContext): readonly Opening[] => {
  const { lastAct, status } = scene.state;
  if (!lastAct || isClosed(status)) return [];
  const own =
    lastAct.step === null
      ? isApplicant(scene.actor, scene.state, scene.service)
      : lastAct.doer.id === scene.actor.id;
  if (!own) return [];
  const standing = lastAct.doer.behalf ? { behalf: lastAct.doer.behalf } : {};
  return [opening(scene, 'withdraw', standing, { seat: lastAct.seat, step: lastAct.step })];
};

/** What was decided, or begun to be, is undone only by a decision, never by its applicant. */
const cancellable = ({ service, state, setting }: ActContext): boolean =>
  (state.status === 'correcting' ||
    state.status === 'running' ||
    state.status === 'outside' ||
    state.status === 'suspended') &&
  !wentToPapers(service, state) &&
  !decidingBegan(service, state, setting);

const applicantActs = (scene: ActContext): readonly Opening[] => {
  const { state, actor, setting } = scene;
  if (!isApplicant(actor, state, scene.service)) return [];
  const waiting = currentSeats(state).some(
    (seat) => seat.status === 'open' && !seat.applicant && !seat.beside,
  );
  const moving = state.status === 'running' || state.status === 'outside';
  const listed = defsOf(scene.step).map((def) => (def.who && 'applicant' in def.who ? def.kind : null));
  return [
    ...(state.status === 'correcting' ? [opening(scene, 'submit', {})] : []),
    ...(moving && waiting && state.urgedOn !== setting.today && !listed.includes('urge')
      ? [opening(scene, 'urge', {})]
      : []),
    ...(cancellable(scene) && !listed.includes('cancel') ? [opening(scene, 'cancel', {})] : []),
  ];
};

const filing = ({ actor, service, setting }: ActContext): boolean =>
  setting.orgs !== undefined && filesFor(actor, service, setting.orgs.unit, setting.tree);

const retries = (scene: ActContext): readonly Opening[] => {
  const { service, state, actor, setting } = scene;
  const issuers = Object.values(service.flow.steps).flatMap((step) =>
    step.kind === 'issuing' ? [step.who] : [],
  );
  const standing = issuers.map((who) => standingAs(actor, who, scene)).find(Boolean);
  const mine = state.papers.filter((paper) => {
    if (paper.status !== 'failed' || !stands(paper)) return false;
    if (standing) return true;
    return state.seats.some(
      (seat) =>
        seat.step === paper.step && !seat.applicant && standingIn(actor, seat, state, setting) !== undefined,
    );
  });
  if (mine.length === 0) return [];
  return [
    opening(scene, 'retry', standing ?? {}, { papers: [...new Set(mine.map((paper) => paper.paper))] }),
  ];
};

/** What may be corrected after the end: asked for by one, agreed to or not by another, in neither's name for the other. */
const corrections = (scene: ActContext): readonly Opening[] => {
  const { service, state, actor, setting } = scene;
  const { amends } = service;
  if (!amends || setting.erased || !wanted(scene, amends)) return [];
  const { label, en, form, who, second } = amends;
  const { amending } = state;
  if (!amending) {
    const standing = standingAs(actor, who, scene);
    const words = { label: `申请${label}`, ...(en === undefined ? {} : { en }) };
    return standing ? [opening(scene, 'amend', standing, { ...words, form })] : [];
  }
  const asker = [amending.doer.id, amending.doer.behalf?.id];
  const standing = second.map((one) => standingAs(actor, one, scene)).find(Boolean);
  if (!standing || asker.includes(actor.id) || (standing.behalf && asker.includes(standing.behalf.id)))
    return [];
  return [opening(scene, 'endorse', standing), opening(scene, 'overrule', standing)];
};

/** What may be done about money that came in, while the case runs and after: asked back by one, confirmed by another. */
const refunds = (scene: ActContext): readonly Opening[] => {
  const { service, state, actor } = scene;
  const { fees } = service;
  const { money } = state;
  if (!fees || !money || money.payments.length === 0) return [];
  const finance = standingAs(actor, financeOf(fees), scene);
  const counter = finance ?? standingAs(actor, counterOf(fees), scene);
  const worded = (kind: ActKind, standing: Standing, of: string, label: string, form?: string) =>
    opening(scene, kind, standing, {
      act: `${kind}:${of}`,
      label,
      money: of,
      primary: false,
      ...(form === undefined ? {} : { form }),
    });
  const asking = counter
    ? money.payments
        .filter((payment) => compareAmounts(refundable(money, payment), '0.00') > 0)
        .map(({ id, amount }) =>
          worded('refund', counter, id, `申请退款（${id}，${moneyText(amount)}元）`, 'money-refund'),
        )
    : [];
  const deciding = finance
    ? askedRefunds(money)
        .filter(({ askedBy }) => askedBy !== actor.id && askedBy !== finance.behalf?.id)
        .flatMap(({ id, amount }) => [
          worded('repay', finance, id, `确认已退款${moneyText(amount)}元`, 'money-repaid'),
          worded('decline', finance, id, `不予退款${moneyText(amount)}元`),
        ])
    : [];
  const noting = finance
    ? money.payments
        .filter(({ fiscal }) => fiscal === undefined)
        .map(({ id }) => worded('fiscal', finance, id, `补登票据号（${id}）`, 'money-fiscal'))
    : [];
  return [...deciding, ...asking, ...noting];
};

/** Everything the actor may do now, each with the definition behind it; total on any state. */
export const openings = (
  service: Service,
  state: CaseState,
  actor: Actor,
  setting: DecisionEnv,
): readonly Opening[] => {
  const { steps } = service.flow;
  const step = state.step !== null && Object.hasOwn(steps, state.step) ? steps[state.step] : undefined;
  const scene: ActContext = { service, state, actor, setting, step };
  if (isAdmin(actor)) return [];
  switch (state.status) {
    case 'draft':
      return filing(scene) ? [opening(scene, 'submit', {})] : [];
    case 'completed':
    case 'refused':
    case 'cancelled':
      return [...corrections(scene), ...refunds(scene), ...retries(scene)];
    case 'correcting':
      return [...applicantActs(scene), ...refunds(scene), ...retries(scene)];
    case 'suspended':
      return [...resumable(scene), ...applicantActs(scene), ...refunds(scene), ...retries(scene)];
    case 'running':
    case 'outside':
    case 'issuing':
    case 'stuck':
      return [
        ...fromSeats(scene),
        ...besideSeats(scene),
        ...refunds(scene),
        ...retries(scene),
        ...takeBack(scene),
        ...applicantActs(scene),
      ];
    default:
      return state.status satisfies never;
  }
};

/** Everything the actor may do now: the same answer draws the buttons and guards the endpoint. */
export const openActs = (
  service: Service,
  state: CaseState,
  actor: Actor,
  setting: DecisionEnv,
): readonly OpenAct[] => openings(service, state, actor, setting).map(({ def: _def, ...act }) => act);
