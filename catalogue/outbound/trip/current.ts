import { faultsKept } from '../../shared/faults-form.ts';
import { standingOf } from '../../shared/people-on-record.ts';
import { defineService, proposing, type ActData, type FactNeeds, type Service } from '@zhitongche/case';
import { soundAnswers, type Answers, type Facts } from '@zhitongche/form';
import {
  changeForm,
  documentsForm,
  evaluationForm,
  extensionForm,
  reportForm,
  returnForm,
  revocationForm,
} from './act-forms.ts';
import { againOn } from './again.ts';
import { requestAsked, standingFacts, tripFacts } from './at-a-glance.ts';
import { tripBrief } from './brief.ts';
import { computed } from './computed.ts';
import { custodyStart } from './custody.ts';
import { custodyAmends } from './flow-after.ts';
import { deriveTrip, derivedOf } from './derive/derive.ts';
import { countriesVisited } from '../../shared/travel-stays.ts';
import { changeStart, figuresAsked, standingAnswers } from './effective.ts';
import { fills, SPELLED } from './fills.ts';
import { passportsNeeded } from './documents.ts';
import { flow } from './flow.ts';
import { tripTodo } from './todo.ts';
import { visasNeeded } from './visas.ts';
import { handOver, ownHandOver } from './hand-over.ts';
import { tripForm, type TripAnswers } from './form.ts';
import { guide } from './guide.ts';
import { links } from './links.ts';
import { papers } from './papers/index.ts';
import { CEILINGS, ceilingsAsked } from './ceilings.ts';
import { moneyKept, settlementBegun } from './money-kept.ts';
import { doesPlanned, planLookup } from './plan-item.ts';
import { personnelChecks, personnelForm } from './personnel-form.ts';
import { policies } from './policy.ts';
import { prepared } from './prepared/index.ts';
import { registers } from './registers.ts';
import { DOCUMENTS_KEPT, LATE } from '../../shared/late-documents.ts';
import { actChecks } from './rules/after.ts';
import { rules } from './rules/index.ts';
import { ownDelegation } from './samples.ts';

const read = (answers: Answers, facts?: Facts): TripAnswers => soundAnswers(tripForm, answers, facts);

/** Answers with those of a change over them: what the registers are asked about while one is filled in. */
const asked = (answers: Answers, act?: ActData): TripAnswers =>
  read(act && (act.form === 'change' || act.form === 'extension') ? { ...answers, ...act.data } : answers);

const people = (answers: Answers, act?: ActData): { readonly people: readonly string[] } => ({
  people: (asked(answers, act).members ?? []).flatMap((member) => member.citizenId ?? []),
});

const facts: FactNeeds = {
  tables: ['countries', 'per-diem', 'exchange-rates', 'visa-exemptions', 'training-fees'],
  lookups: {
    'person-trips': {
      provider: 'person-trips',
      args(answers, act) {
        const named = people(answers, act);
        return named.people.length > 0 ? named : undefined;
      },
    },
    'overdue-passports': { provider: 'overdue-passports', args: people },
    [DOCUMENTS_KEPT]: {
      provider: 'kept-rows',
      args: (answers, act) => ({ ...LATE, ...people(answers, act) }),
    },
    ...standingOf((answers, act) =>
      (asked(answers, act).members ?? []).map(({ citizenId = '' }) => citizenId),
    ),
    'plan-item': planLookup,
    [CEILINGS]: ceilingsAsked,
    [SPELLED]: {
      provider: 'spelled-names',
      args(answers) {
        const names = (read(answers).members ?? []).flatMap(({ name }) => name ?? []);
        return names.length > 0 ? { names } : undefined;
      },
    },
    'similar-trips': {
      provider: 'similar-trips',
      args(answers, act) {
        const { exitDate, entryDate, legs = [] } = asked(answers, act);
        if (!exitDate || !entryDate || legs.length === 0) return undefined;
        return {
          from: exitDate,
          to: entryDate,
          countries: countriesVisited(legs),
          inviters: legs.flatMap((leg) => leg.inviter ?? []),
        };
      },
    },
  },
};

/** 因公临时出国任务: from the unit's draft to the filed report. */
export const current: Service = defineService({
  code: 'outbound-trip',
  name: '因公临时出国任务',
  en: 'Official trip abroad',
  version: 2,
  audience: ['unit', 'enterprise'],
  category: '因公出国',
  occasion: '派人出国、赴港澳',
  guide,
  form: tripForm,
  links,
  opens: [passportsNeeded.open, visasNeeded],
  begins: ({ unit, name, phone }) => ({
    filerUnit: unit,
    organiser: unit,
    urgency: 'normal',
    contactName: name,
    ...(phone === undefined ? {} : { contactPhone: phone }),
  }),
  fills,
  forms: {
    faults: faultsKept,
    personnel: { title: '人员备案、政审结果', form: personnelForm, checks: personnelChecks },
    change: {
      title: '申请变更',
      form: changeForm,
      checks: actChecks.change,
      begin: changeStart,
      derive: figuresAsked('change'),
    },
    extension: {
      title: '申请延期',
      form: extensionForm,
      checks: actChecks.extension,
      derive: figuresAsked('extension'),
    },
    revocation: { title: '申请撤销任务', form: revocationForm },
    return: { title: '回国登记', form: returnForm, checks: actChecks.return },
    documents: {
      title: '护照交回登记',
      form: documentsForm,
      checks: actChecks.documents,
      begin: custodyStart,
    },
    report: { title: '出访报告', form: reportForm },
    evaluation: { title: '出访评估', form: evaluationForm, checks: actChecks.evaluation },
  },
  amends: custodyAmends('documents'),
  checks: rules,
  facts,
  policies,
  flow,
  papers,
  prepared,
  registers,
  keeps: {
    people: proposing(tripForm, 'person', standingAnswers),
    hosts: proposing(tripForm, 'foreign-body', standingAnswers),
    custody: handOver,
    'custody-own': ownHandOver,
    plan: doesPlanned,
    money: moneyKept,
    settlement: settlementBegun,
  },
  computed,
  derive(answers, context) {
    const trip = read(answers, context.facts);
    const figures = deriveTrip(trip, context);
    const again = context.state ? againOn(context.state, trip, figures) : [];
    return again.length === 0 ? figures : { ...figures, again };
  },
  summary(answers, stored) {
    const trip = read(answers);
    const members = trip.members ?? [];
    const countries = countriesVisited(trip.legs ?? []);
    return {
      title: trip.groupName ?? '未命名团组',
      ...(trip.urgency === 'urgent' ? { urgent: true as const } : {}),
      facts: tripFacts(trip, derivedOf(stored)),
      words: [
        ...members.flatMap((m) => m.name ?? []),
        ...countries,
        ...(trip.legs ?? []).flatMap((leg) => [leg.city ?? '', leg.inviter ?? '']),
        trip.purpose ?? '',
        trip.organiser ?? '',
        trip.filerUnit ?? '',
      ].filter((word) => word !== ''),
    };
  },
  deciding: requestAsked,
  standing: standingFacts,
  brief: tripBrief,
  todo: tripTodo,
  sample: (today) => ownDelegation({ today }),
});
