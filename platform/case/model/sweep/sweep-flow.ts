import { ROLES } from '@zhitongche/access';
import { type ActDef, actKey, type SetOff, type Step } from '../flow.ts';
import type { Who } from '../flow-words.ts';
import { paperNamed } from '../named-paper.ts';
import { NO_FEE } from '../money/fees.ts';
import { MONEY_FORMS } from '../money/money-forms.ts';
import { OWN_ACTS } from '../open-acts.ts';
import type { Service } from '../service.ts';
import { twice } from './sweep-parts.ts';

const actsOf = (step: Step): readonly ActDef[] => ('acts' in step ? step.acts : []);

const faultsOfWho = (where: string, who: Who | undefined): readonly string[] => {
  if (!who || !('role' in who)) return [];
  return [
    ...(Object.hasOwn(ROLES, who.role) ? [] : [`${where}: unknown role ${who.role}`]),
    ...(/^(unit|superior|city|office|division:[\w-]+)$/.test(who.at)
      ? []
      : [`${where}: unknown place ${who.at}`]),
  ];
};

const faultsOfEffects = (service: Service, where: string, effects: readonly SetOff[]): readonly string[] =>
  effects.flatMap((effect) => {
    if (effect.do === 'issue' && 'paper' in effect && !paperNamed(service, effect.paper)) {
      return [`${where}: issues unknown paper ${effect.paper}`];
    }
    if (effect.do === 'register' && !service.registers.some((r) => r.key === effect.register)) {
      return [`${where}: writes unknown register ${effect.register}`];
    }
    if (effect.do === 'keep' && !service.keeps?.[effect.keep]) {
      return [`${where}: keeps unknown rows ${effect.keep}`];
    }
    if (effect.do === 'settle' && !service.settles?.includes(effect.settle)) {
      return [`${where}: settles what it does not name ${effect.settle}`];
    }
    if (effect.do === 'bill' && !service.checks.some(({ code }) => code === NO_FEE)) {
      return [`${where}: bills, but the service was not handed to withFees`];
    }
    if (effect.do === 'start-clock' && service.flow.promise === undefined) {
      return [`${where}: starts a clock, but the flow promises no days`];
    }
    if (effect.do === 'extend-clock' && !service.policies.some(({ key }) => key === effect.days)) {
      return [`${where}: extends by unknown policy ${effect.days}`];
    }
    if (effect.do === 'notify') {
      return [
        ...(typeof effect.text === 'string' && effect.text.trim() === ''
          ? [`${where}: notifies without words`]
          : []),
        ...faultsOfWho(where, effect.to),
      ];
    }
    return [];
  });

/** Acts that make no sense where they stand. */
const misplaced = (where: string, step: Step, act: ActDef): readonly string[] => {
  const verdict = act.kind === 'agree' || act.kind === 'refuse';
  const adding = act.kind === 'add-before' || act.kind === 'add-after';
  return [
    ...(OWN_ACTS.includes(act.kind) ? [`${where}: the kernel offers ${act.kind} by itself`] : []),
    ...(verdict && step.kind === 'outside'
      ? [`${where}: an authority outside does not ${act.kind} here`]
      : []),
    ...(verdict && step.kind === 'panel' && act.who ? [`${where}: only its members decide a panel`] : []),
    ...(verdict && step.kind === 'panel' && act.to
      ? [`${where}: a panel leads to next or onFail, not to "to"`]
      : []),
    ...((act.kind === 'advance' || act.kind === 'escalate') && step.kind !== 'work' && act.to === undefined
      ? [`${where}: ${act.kind} needs "to" outside a work step`]
      : []),
    ...(adding && !actsOf(step).some((a) => a.kind === 'agree')
      ? [`${where}: added signers have nothing to agree to`]
      : []),
    ...(adding && step.kind === 'outside' ? [`${where}: nobody signs at an outside step`] : []),
    ...(act.kind === 'report' && step.kind !== 'outside'
      ? [`${where}: report belongs to outside steps`]
      : []),
    ...(act.kind === 'urge' && !act.who
      ? [`${where}: whoever holds the seat need not be urged by themselves`]
      : []),
  ];
};

const faultsOfAct = (service: Service, stepKey: string, step: Step, act: ActDef): readonly string[] => {
  const where = `step ${stepKey}, act ${actKey(act)}`;
  const { steps } = service.flow;
  const target = typeof act.to === 'string' ? act.to : undefined;
  return [
    ...misplaced(where, step, act),
    ...faultsOfWho(where, act.who),
    ...faultsOfEffects(service, where, act.effects ?? []),
    ...(target !== undefined && !Object.hasOwn(steps, target)
      ? [`${where}: leads to unknown step ${target}`]
      : []),
    ...(act.kind === 'escalate' && target !== undefined && steps[target]?.kind !== 'outside'
      ? [`${where}: escalates to ${target}, which is no outside step`]
      : []),
    ...(act.form !== undefined && !Object.hasOwn(service.forms, act.form)
      ? [`${where}: asks unknown form ${act.form}`]
      : []),
    ...(act.collects !== undefined && !Object.hasOwn(service.forms, act.collects)
      ? [`${where}: keeps its faults under unknown form ${act.collects}`]
      : []),
    ...(act.collects !== undefined && (act.kind !== 'correct' || act.to === undefined)
      ? [`${where}: only a correction with "to" hands its faults on`]
      : []),
    ...(act.label !== undefined && act.label.trim() === '' ? [`${where}: has an empty label`] : []),
    ...(act.kind === 'advance' && act.label === undefined
      ? [`${where}: a verb of the service needs a label`]
      : []),
  ];
};

const faultsOfStep = (service: Service, key: string, step: Step): readonly string[] => {
  const where = `step ${key}`;
  const { steps } = service.flow;
  const roads = [
    'next' in step ? step.next : undefined,
    'onFail' in step ? step.onFail : undefined,
    'onRefuse' in step ? step.onRefuse : undefined,
  ];
  return [
    ...(step.title.trim() === '' || step.phase.trim() === '' ? [`${where}: has no title or phase`] : []),
    ...roads.flatMap((road) =>
      typeof road === 'string' && !Object.hasOwn(steps, road)
        ? [`${where}: leads to unknown step ${road}`]
        : [],
    ),
    ...('who' in step ? faultsOfWho(where, step.who) : []),
    ...faultsOfEffects(service, where, step.onEnter ?? []),
    ...twice(actsOf(step).map(actKey)).map((act) => `${where}: act ${act} is there twice`),
    ...actsOf(step).flatMap((act) => faultsOfAct(service, key, step, act)),
    ...(step.kind === 'panel' && !actsOf(step).some((act) => act.kind === 'agree')
      ? [`${where}: nobody can agree`]
      : []),
  ];
};

/** What may be corrected after the end: of a known form, by known people, and never by one alone. */
const faultsOfAmends = (service: Service, amends: NonNullable<Service['amends']>): readonly string[] => [
  ...(Object.hasOwn(service.forms, amends.form) ? [] : [`amends: asks unknown form ${amends.form}`]),
  ...(amends.second.length > 0 ? [] : ['amends: nobody may agree to it']),
  ...[amends.who, ...amends.second].flatMap((who) => faultsOfWho('amends', who)),
  ...faultsOfEffects(service, 'amends', amends.effects),
];

/** Faults one can read off a flow without walking it. */
export const sweepFlow = (service: Service): readonly string[] => {
  const { flow } = service;
  const { steps } = flow;
  const { amends } = service;
  const asked = new Set([
    ...Object.values(steps).flatMap((step) =>
      actsOf(step).flatMap((act) => [act.form ?? [], act.collects ?? []].flat()),
    ),
    ...(amends ? [amends.form] : []),
    ...(service.fees ? Object.keys(MONEY_FORMS) : []),
  ]);
  const effects = Object.values(steps).flatMap((step) => [
    ...(step.onEnter ?? []),
    ...actsOf(step).flatMap((act) => act.effects ?? []),
  ]);
  return [
    ...faultsOfEffects(service, 'onCancel', flow.onCancel ?? []),
    ...(typeof flow.start === 'string' && !Object.hasOwn(steps, flow.start)
      ? [`the flow starts at unknown step ${flow.start}`]
      : []),
    ...(Object.values(steps).some((step) => step.kind === 'end' && step.outcome === 'completed')
      ? []
      : ['the flow has no completed end']),
    ...(flow.promise !== undefined && !effects.some((effect) => effect.do === 'start-clock')
      ? ['the flow promises days, but nothing starts the clock']
      : []),
    ...new Set(
      effects.flatMap((effect) =>
        effect.do === 'flag' && !flow.flags?.[effect.flag]?.trim()
          ? [`flag ${effect.flag} has no words`]
          : [],
      ),
    ),
    ...service.registers
      .filter(
        ({ key, follows }) => !follows && !effects.some((e) => e.do === 'register' && e.register === key),
      )
      .map((register) => `nothing writes register ${register.key}`),
    ...Object.keys(service.forms)
      .filter((key) => !asked.has(key))
      .map((key) => `no act asks form ${key}`),
    ...Object.entries(steps).flatMap(([key, step]) => faultsOfStep(service, key, step)),
    ...(amends ? faultsOfAmends(service, amends) : []),
  ];
};
