import { defineService, proposing, type Service } from '@zhitongche/case';
import { standingOf } from '../../shared/people-on-record.ts';
import { actForms } from './act-forms.ts';
import { hkmBrief, hkmFacts, hkmTodo } from './brief.ts';
import { computed, deriveHkm } from './derive.ts';
import { flow } from './flow.ts';
import { timers } from './flow-after.ts';
import { hkmForm, readHkm } from './form.ts';
import { guide } from './guide.ts';
import { links, opens } from './links.ts';
import { papers } from './papers.ts';
import { permitStrands, permitsFollow } from './permit-strands.ts';
import { permitArgs, PERMITS } from './permits.ts';
import { policies } from './policy.ts';
import { prepared } from './prepared.ts';
import { registers } from './registers.ts';
import { rules } from './rules.ts';
import { hkmSample } from './samples.ts';
import { regionsOf } from './words.ts';

/** 因公赴港澳任务: from the unit's draft to permits handed in and the report filed. */
export const hkmTrip: Service = defineService({
  code: 'hkm-trip',
  name: '因公赴港澳任务',
  en: 'Official trip to Hong Kong or Macao',
  version: 1,
  audience: ['unit', 'enterprise'],
  category: '因公出国',
  occasion: '派人出国、赴港澳',
  guide,
  form: hkmForm,
  links,
  opens,
  begins: ({ unit, name, phone }) => ({
    filerUnit: unit,
    organiser: unit,
    urgency: 'normal',
    contactName: name,
    ...(phone === undefined ? {} : { contactPhone: phone }),
  }),
  forms: actForms,
  checks: rules,
  facts: {
    tables: ['countries'],
    lookups: {
      [PERMITS]: {
        provider: 'kept-rows',
        args(answers) {
          const people = (readHkm(answers).members ?? []).flatMap(({ citizenId }) => citizenId ?? []);
          return people.length > 0 ? permitArgs(people) : undefined;
        },
      },
      ...standingOf((answers) => (readHkm(answers).members ?? []).map(({ citizenId = '' }) => citizenId)),
    },
  },
  policies,
  flow,
  papers,
  prepared,
  registers,
  keeps: { people: proposing(hkmForm, 'person'), custody: permitsFollow },
  timers,
  strands: { permit: permitStrands },
  computed,
  derive: deriveHkm,
  summary(trip) {
    return {
      title: trip.groupName ?? '未命名团组',
      ...(trip.urgency === 'urgent' ? { urgent: true as const } : {}),
      facts: hkmFacts(trip),
      words: [
        ...(trip.members ?? []).flatMap(({ name }) => name ?? []),
        ...regionsOf(trip),
        ...(trip.legs ?? []).flatMap(({ inviter }) => inviter ?? []),
        trip.purpose ?? '',
        trip.organiser ?? '',
      ].filter((word) => word !== ''),
    };
  },
  brief: hkmBrief,
  todo: hkmTodo,
  sample: (today) => hkmSample({ today }),
});
