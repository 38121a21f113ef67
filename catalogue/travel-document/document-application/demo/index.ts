import { addDays, beijing, dayInShanghai, plusOfficeHours } from '@zhitongche/base';
import type { DemoAct, DemoStory, DemoWorld } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import { holderOf, orgOf } from '../../../shared/demo/world.ts';
import { sampleCitizenId } from '../../../shared/sample-people.ts';
import { sampleUpload } from '../../../shared/sample-upload.ts';
import { readApplication } from '../form.ts';
import { applicationSample } from '../samples.ts';

type Until =
  | 'draft'
  | 'window'
  | 'correcting'
  | 'not-accepted'
  | 'capture'
  | 'review'
  | 'refused'
  | 'decide'
  | 'ministry'
  | 'make'
  | 'collect'
  | 'cancelling'
  | 'done';

interface Plan {
  readonly unit: string;
  /** Days before the demo's first start on which it was filed. */
  readonly ago: number;
  readonly until: Until;
  readonly more?: Answers;
}

const LOST: Answers = {
  matter: 'replace',
  cause: 'lost',
  where: 'abroad',
  lostHow: '在当地地铁内遗失，已报警（演示）',
  mission: '驻当地使馆',
  returnPaper: 'L0000001',
};
const PERMIT: Answers = { kind: 'permit', destination: '香港' };

/** Every state an office sees such cases in. */
const PLANS: readonly Plan[] = [
  { unit: 'commerce', ago: 60, until: 'done', more: PERMIT },
  { unit: 'science', ago: 210, until: 'collect' },
  { unit: 'education', ago: 6, until: 'collect', more: { matter: 'renew' } },
  { unit: 'university', ago: 5, until: 'make', more: { rank: 'division', kind: 'official' } },
  { unit: 'commerce', ago: 4, until: 'decide', more: PERMIT },
  { unit: 'sport', ago: 4, until: 'review', more: LOST },
  { unit: 'science', ago: 3, until: 'capture' },
  { unit: 'education', ago: 9, until: 'ministry', more: { rank: 'ministry', kind: 'diplomatic' } },
  { unit: 'forestry', ago: 8, until: 'cancelling', more: { matter: 'cancel', reason: 'left' } },
  {
    unit: 'forestry',
    ago: 20,
    until: 'refused',
    more: { rank: 'section', kind: 'official', kindReason: '任务需要' },
  },
  { unit: 'sport', ago: 18, until: 'not-accepted' },
  { unit: 'university', ago: 3, until: 'correcting' },
  { unit: 'commerce', ago: 1, until: 'window' },
  { unit: 'commerce', ago: 1, until: 'draft', more: PERMIT },
];

/** How many cases the demo office has of them. */
export const applicationPlans = PLANS.length;

/** Invented people nobody else's stories are about. */
const FIRST = 2_200;
const pad = (n: number, width: number): string => String(n).padStart(width, '0');

function answersOf(world: DemoWorld, { unit, more = {} }: Plan, at: number, filed: string): Answers {
  const { n, name, pinyin, sex } = world.invented(FIRST + at);
  const birthDate = `${1970 + (n % 25)}-${pad((n % 12) + 1, 2)}-${pad((n % 27) + 1, 2)}`;
  const named = orgOf(world, unit)?.name ?? unit;
  const held = more['matter'] !== undefined && more['matter'] !== 'first';
  return applicationSample(filed, {
    unit: named,
    employer: named,
    approval: `云外出字〔演示〕${at + 1}号`,
    name,
    pinyin,
    sex,
    birthDate,
    citizenId: sampleCitizenId(birthDate, sex, n),
    ...(held ? { oldNumber: `PE77${pad(at, 5)}`, oldPinyin: pinyin } : {}),
    ...(more['cause'] === 'lost'
      ? { lostOn: addDays(filed, -20), statement: sampleUpload('statement', '遗失书面说明') }
      : {}),
    ...more,
  });
}

const ROAD = ['window', 'capture', 'review', 'decide', 'make', 'collect'] as const;

interface Scripted {
  readonly by: string;
  readonly step?: (typeof ROAD)[number];
  readonly command: DemoAct['command'];
}

function scriptOf(
  world: DemoWorld,
  plan: Plan,
  at: number,
  answers: Answers,
  filed: string,
): readonly Scripted[] {
  const { matter, kind, pinyin, oldPinyin } = readApplication(answers);
  const filer = holderOf(world, plan.unit, 'filer');
  const file: Scripted = { by: filer, command: { act: 'submit', answers } };
  const number = `${kind === 'permit' ? 'C88' : kind === 'official' ? 'SE8' : 'PE8'}${pad(at, kind === 'permit' ? 6 : 6)}`;
  const photo = sampleUpload('photo', '照片');
  const jpeg = (Array.isArray(photo) ? photo : []).map((one) => ({
    ...(one instanceof Object ? one : {}),
    name: '照片.jpg',
    type: 'image/jpeg',
  }));
  const captures = matter === 'first' && kind !== 'permit';
  const road: readonly Scripted[] = [
    { by: 'window', step: 'window', command: { act: 'accept' } },
    ...(captures
      ? [
          {
            by: 'passports',
            step: 'capture' as const,
            command: {
              act: 'captured',
              data: { on: filed, by: '采集室', photo: jpeg, signed: true, fingerprints: true },
            },
          },
        ]
      : []),
    {
      by: 'passports',
      step: 'review',
      command: {
        act: 'confirm',
        data: { spelled: oldPinyin ?? pinyin ?? '', by: oldPinyin === undefined ? 'rule' : 'old' },
      },
    },
    { by: 'head', step: 'decide', command: { act: 'agree', opinion: '同意。' } },
    {
      by: 'passports',
      step: 'make',
      command: {
        act: 'made',
        data: { number, place: `丙柜1层${pad(at, 2)}格`, issued: filed, until: addDays(filed, 1825) },
      },
    },
    {
      by: 'passports',
      step: 'collect',
      command: {
        act: 'hand-out',
        data: { scanned: number, collector: '领证专办员', educated: true, on: filed },
      },
    },
  ];
  const upTo = (step: Scripted['step']): readonly Scripted[] => [
    file,
    ...road.slice(
      0,
      road.findIndex((one) => one.step === step),
    ),
  ];
  const accepted = [file, ...road.slice(0, 1)];
  switch (plan.until) {
    case 'draft':
      return [];
    case 'not-accepted':
      return [
        file,
        { by: 'window', command: { act: 'refuse', opinion: '没有任务批件，不属于受理范围（演示）。' } },
      ];
    case 'correcting':
      return [
        file,
        {
          by: 'window',
          command: { act: 'correct', faults: [{ at: 'post', message: '职务与批件名单不一致。' }] },
        },
      ];
    case 'refused':
      return [
        ...upTo('review'),
        { by: 'passports', command: { act: 'refuse', opinion: '不符合颁发公务护照的条件（演示）。' } },
      ];
    case 'cancelling':
      return accepted;
    case 'ministry':
      return upTo('make');
    case 'done':
      return [file, ...road];
    default:
      return upTo(plan.until);
  }
}

/** Applications of the demo office in every state. */
export const stories = (world: DemoWorld): readonly DemoStory[] => {
  const { now, calendar } = world;
  return PLANS.map((plan, n) => {
    const begunAt = beijing(addDays(dayInShanghai(now.toISOString()), -plan.ago), 9);
    const filed = dayInShanghai(begunAt.toISOString());
    const answers = answersOf(world, plan, n, filed);
    const { phone: _phone, ...half } = answers;
    let at = begunAt;
    return {
      key: `documents-${n}`,
      service: 'document-application',
      filer: holderOf(world, plan.unit, 'filer'),
      begunAt,
      ...(plan.until === 'draft' ? { draft: half } : {}),
      acts: scriptOf(world, plan, n, answers, filed).map(({ by, command }): DemoAct => {
        at = new Date(Math.min(plusOfficeHours(calendar, at, 1).getTime(), now.getTime() - 1000));
        return { at, by, command };
      }),
    };
  });
};
