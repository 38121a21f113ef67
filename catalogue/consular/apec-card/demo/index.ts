import { addDays, addMonths, beijing, dayInShanghai, plusOfficeHours } from '@zhitongche/base';
import type { DemoAct, DemoStory, DemoWorld } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import { inventedCode } from '../../../shared/demo/codes.ts';
import { cityOf, holderOf, orgOf } from '../../../shared/demo/world.ts';
import { sampleCitizenId } from '../../../shared/sample-people.ts';
import { ECONOMIES } from '../economies.ts';
import { sampleAnswers } from '../sample.ts';

const ROAD = ['accept', 'check', 'sign', 'pay', 'ministry', 'economies', 'card', 'handing', 'done'] as const;
type Until =
  | (typeof ROAD)[number]
  | 'draft'
  | 'city'
  | 'city-letter'
  | 'correcting'
  | 'not-accepted'
  | 'refused';

interface Plan {
  /** Key of the organisation, or of the enterprise that came in by the public door. */
  readonly filer: string;
  readonly ago: number;
  readonly until: Until;
  readonly more?: Answers;
}

const PRIVATE: Answers = { ownership: 'private' };
const ORGAN: Answers = { ownership: 'organ', place: 'city' };
const old = (n: number): Answers => ({ oldCard: `CHN21${n}`, oldUntil: '2030-06-30' });
const PUBLIC = 'trader-company';

/** Cards of the demo office in every state. */
const PLANS: readonly Plan[] = [
  { filer: 'trading', ago: 170, until: 'done' },
  { filer: PUBLIC, ago: 160, until: 'done', more: PRIVATE },
  { filer: 'energy', ago: 120, until: 'economies' },
  {
    filer: 'energy',
    ago: 30,
    until: 'done',
    more: { kind: 'early', applied: '见关联办件', reason: '四月赴日参展（演示）' },
  },
  {
    filer: 'rail',
    ago: 90,
    until: 'economies',
    more: { special: true, grounds: '本省首条海外轨道装备产线（演示）', trade: '300000.00' },
  },
  { filer: 'construction', ago: 100, until: 'done', more: { kind: 'passport', applied: '见关联办件' } },
  { filer: 'construction', ago: 80, until: 'done', more: { kind: 'remake', ...old(1) } },
  {
    filer: 'rail',
    ago: 70,
    until: 'done',
    more: { kind: 'replace', ...old(2), reason: '换发了护照（演示）' },
  },
  {
    filer: 'trading',
    ago: 60,
    until: 'done',
    more: { kind: 'reissue', ...old(3), reason: '在机场遗失，已报警（演示）' },
  },
  { filer: 'energy', ago: 50, until: 'done', more: { kind: 'cancel', ...old(4), reason: '离职（演示）' } },
  {
    filer: 'construction',
    ago: 40,
    until: 'card',
    more: { kind: 'early', applied: '见关联办件', reason: '投标（演示）' },
  },
  { filer: PUBLIC, ago: 150, until: 'handing', more: PRIVATE },
  { filer: 'rail', ago: 16, until: 'ministry' },
  { filer: 'trading', ago: 9, until: 'pay', more: { kind: 'renew', oldCard: 'CHN21005' } },
  { filer: 'construction', ago: 5, until: 'sign' },
  { filer: 'energy', ago: 4, until: 'check' },
  { filer: 'trading', ago: 2, until: 'accept' },
  { filer: 'rail', ago: 6, until: 'correcting' },
  { filer: 'construction', ago: 20, until: 'refused' },
  { filer: 'energy', ago: 21, until: 'not-accepted' },
  { filer: 'yunze-commerce', ago: 12, until: 'check', more: ORGAN },
  { filer: 'yunze-commerce', ago: 2, until: 'city', more: ORGAN },
  { filer: PUBLIC, ago: 3, until: 'city-letter', more: { ...PRIVATE, place: 'city' } },
  { filer: 'trading', ago: 1, until: 'draft' },
];

/** How many cases the demo office has of them. */
export const cardPlans = PLANS.length;

/** Invented people nobody else’s stories are about. */
const FIRST = 2_600;
const pad = (n: number): string => String(n).padStart(2, '0');
const firmOf = (world: DemoWorld, key: string): string => orgOf(world, key)?.name ?? '云泽远帆进出口有限公司';

function answersOf(world: DemoWorld, { filer, more = {} }: Plan, at: number, filed: string): Answers {
  const { n, name, pinyin, sex } = world.invented(FIRST + at);
  const birth = `${1970 + (n % 25)}-${pad((n % 12) + 1)}-${pad((n % 27) + 1)}`;
  const proof = sampleAnswers(filed)['dealings'];
  return {
    ...sampleAnswers(filed),
    unit: firmOf(world, filer),
    uscc: inventedCode(70_000 + world.orgs.findIndex(({ key }) => key === filer) + 1, true),
    latinUnit: 'Yunze (Demonstration) Co., Ltd.',
    ownership: 'local',
    name,
    latinName: pinyin.toUpperCase(),
    citizenId: sampleCitizenId(birth, sex, n),
    passport: `E${String(77_000_000 + at)}`,
    // Of a renewal: within six months of its end.
    ...(more['kind'] === 'renew' ? { oldUntil: addMonths(filed, 3) } : {}),
    ...(more['special'] === true ? { groundsProof: proof ?? null } : {}),
    ...(more['kind'] === 'reissue' ? { police: proof ?? null } : {}),
    ...more,
  };
}

type Scripted = readonly [by: string, command: DemoAct['command'], days?: number];
const CODES = Object.keys(ECONOMIES);

/** Answers of the economies: three are still waited for, or all have come, one of them against it. */
const economies = (whole: boolean): readonly Scripted[] => [
  ['consular', { act: 'approved', strands: CODES.slice(0, 8) }, 20],
  ['consular', { act: 'denied', strands: CODES.slice(8, 9), opinion: '该经济体未批准（演示）' }, 5],
  ['consular', { act: 'approved', strands: CODES.slice(9, whole ? 16 : 13) }, 10],
];

function scriptOf(
  world: DemoWorld,
  plan: Plan,
  at: number,
  answers: Answers,
  filed: string,
): readonly Scripted[] {
  const { filer, until } = plan;
  const kind = answers['kind'];
  const asks = kind === 'new' || kind === 'renew';
  const free = kind === 'passport' || kind === 'cancel';
  const file: Scripted = [
    orgOf(world, filer) ? holderOf(world, filer, 'filer') : filer,
    { act: 'submit', answers },
  ];
  const card = {
    number: `CHN26${String(100 + at).padStart(5, '0')}`,
    place: `丁柜2层${pad(at)}格`,
    issued: filed,
    until: addDays(filed, 1800),
    economies: asks ? [...CODES.slice(0, 8), ...CODES.slice(9)] : ['JPN', 'KOR', 'SGP'],
  };
  const city: readonly Scripted[] = cityOf(world, filer)
    ? [['yunze-reviewer', { act: 'agree', opinion: '材料齐全，同意上报（演示）' }]]
    : [];
  const accepted: Scripted = ['consular', { act: 'accept' }];
  const steps: readonly (readonly [Until, readonly Scripted[]])[] = [
    ['accept', [accepted]],
    ['check', [['consular-2', { act: 'check', opinion: '符合申办条件，拟同意上报（演示）' }]]],
    ['sign', [['consular-head', { act: 'agree', opinion: '同意' }]]],
    ['pay', free ? [] : [['consular', { act: 'pay-counter', data: { way: 'cash', reference: '演示' } }]]],
    [
      'ministry',
      [
        [
          'consular',
          {
            act: 'report',
            reply: {
              result: 'approved',
              number: `领APEC〔演示〕${at + 1}号`,
              date: filed,
              authority: '外交部领事司',
            },
          },
          4,
        ],
      ],
    ],
    ['economies', asks ? economies(true) : []],
    [
      'card',
      kind === 'passport'
        ? []
        : kind === 'cancel'
          ? [['consular', { act: 'cancelled', data: { back: true } }]]
          : [['consular', { act: 'made', data: card }]],
    ],
    [
      'handing',
      answers['ownership'] === 'private' ? [['consular', { act: 'hand', data: { to: '林望舒' } }]] : [],
    ],
  ];
  const reached = steps
    .slice(
      0,
      steps.findIndex(([step]) => step === until),
    )
    .flatMap(([, acts]) => acts);
  switch (until) {
    case 'draft':
      return [];
    case 'city':
    case 'city-letter':
      return [file];
    case 'correcting':
      return [
        file,
        ['consular', { act: 'correct', faults: [{ at: 'post', message: '职务不写单位名称（演示）' }] }],
      ];
    case 'not-accepted':
      return [file, ['consular', { act: 'refuse', opinion: '申请人已在外省申办（演示）。' }]];
    case 'refused':
      return [
        file,
        accepted,
        ['consular-2', { act: 'turn-down', opinion: '业务往来证明不足以说明需要（演示）。' }],
      ];
    case 'economies':
      return [file, ...city, ...reached, ...economies(false)];
    case 'done':
      return [file, ...city, ...steps.flatMap(([, acts]) => acts)];
    default:
      return [file, ...city, ...reached];
  }
}

/** Applications of the demo office, from the draft to the card in custody. */
export const stories = (world: DemoWorld): readonly DemoStory[] => {
  const { now, calendar } = world;
  return PLANS.map((plan, n) => {
    const begunAt = beijing(addDays(dayInShanghai(now.toISOString()), -plan.ago), 9);
    const filed = dayInShanghai(begunAt.toISOString());
    const answers = answersOf(world, plan, n, filed);
    const { phone: _phone, mandate: _mandate, ...half } = answers;
    let at = begunAt;
    return {
      key: `apec-${n}`,
      service: 'apec-card',
      filer: orgOf(world, plan.filer) ? holderOf(world, plan.filer, 'filer') : plan.filer,
      begunAt,
      ...(plan.until === 'draft' ? { draft: half } : {}),
      acts: scriptOf(world, plan, n, answers, filed).map(([by, command, days = 0]): DemoAct => {
        const later = plusOfficeHours(calendar, new Date(at.getTime() + days * 86_400_000), 1).getTime();
        at = new Date(Math.min(later, now.getTime() - 1000));
        return { at, by, command };
      }),
    };
  });
};
