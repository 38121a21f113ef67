import { addDays, beijing, dayInShanghai } from '@zhitongche/base';
import type { CommandShape } from '@zhitongche/contract';
import type { DemoAct, DemoFace, DemoStage, DemoStory, DemoWorld } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import { keepRow } from '@zhitongche/register/server';
import { playCase } from '../../../shared/demo/play-case.ts';
import { textIn } from '../../../shared/lookup-rows.ts';
import { holderOf, orgOf } from '../../../shared/demo/world.ts';
import { groupSample, sampleStop, sampleTraveller, visaSample } from '../samples.ts';

type Act = readonly [by: string, command: CommandShape, days?: number];

/** Invented people nobody else's stories are about. */
const FIRST = 300;

interface Traveller {
  readonly name: string;
  readonly pinyin: string;
  readonly passportNumber: string;
}
const group = (
  at: number,
  day: string,
  unit: string,
): Answers & { readonly travellers: readonly Traveller[] } => ({
  ...groupSample(day),
  unit,
  groupName: `${unit}赴日本、新加坡交流团`,
  approval: `云外出字〔演示〕${80 + at}号`,
  travellers: [0, 1].map((n) => sampleTraveller(FIRST + at * 10 + n, day)),
});

const JAPAN = ['t1c1v1', 't2c1v1'];
const SINGAPORE = ['t1c2v1', 't2c2v1'];
const desk = (act: string, strands: readonly string[], more: Partial<CommandShape> = {}, days = 0): Act => [
  'passports',
  { act, strands: [...strands], ...more },
  days,
];

const numbersOf = (answers: ReturnType<typeof group>): string =>
  answers.travellers.map(({ passportNumber }) => passportNumber).join('\n');

/** The road, act by act, of two people to Japan and Singapore. */
function road(answers: ReturnType<typeof group>, day: string): readonly Act[] {
  const scanned = numbersOf(answers);
  const [from, until] = [addDays(day, 30), addDays(day, 60)];
  return [
    ['window', { act: 'accept' }],
    desk('as-exempt', SINGAPORE, { data: {} }),
    desk('as-visa', JAPAN, { data: {} }),
    ['window', { act: 'pay-counter', data: { way: 'cash', reference: '0001' } }],
    desk('certify', SINGAPORE),
    desk('receive', JAPAN),
    desk('review', JAPAN),
    desk('draft-note', JAPAN, {
      data: {
        mission: '日本国驻华大使馆',
        missionEn: 'Embassy of Japan in China',
        purposeEn: 'Talks on running schools together',
      },
    }),
    ['head', { act: 'sign' }],
    desk('send', JAPAN, { data: { mission: '日本国驻华大使馆', scanned } }, 1),
    desk('processing', JAPAN, {}, 1),
    desk('granted', JAPAN, {}, 5),
    desk('collect', JAPAN, { data: { scanned } }, 1),
    ...JAPAN.map((id, at) =>
      desk('check', [id], {
        data: {
          visaNumber: `J10000${at}`,
          holder: answers.travellers[at]?.pinyin ?? '',
          passport: answers.travellers[at]?.passportNumber ?? '',
          from,
          until,
          entries: 'single',
          stay: 15,
        },
      }),
    ),
    desk('hand', [...JAPAN, ...SINGAPORE], { data: { scanned, collector: '领证专办员', on: day } }),
  ];
}

interface Plan {
  readonly unit: string;
  readonly ago: number;
  /** Acts of the road that were taken. */
  readonly acts: number;
  readonly more?: (answers: ReturnType<typeof group>, day: string) => readonly Act[];
}

/** States an office sees such cases in. */
const PLANS: readonly Plan[] = [
  { unit: 'university', ago: 2, acts: 1 },
  { unit: 'science', ago: 3, acts: 3 },
  { unit: 'education', ago: 4, acts: 6 },
  { unit: 'sport', ago: 4, acts: 8 },
  { unit: 'commerce', ago: 6, acts: 11 },
  {
    unit: 'forestry',
    ago: 12,
    acts: 11,
    more: (_answers, day) => [
      desk(
        'refused',
        JAPAN.slice(0, 1),
        { data: { on: addDays(day, 6), reason: 'purpose', words: '出访目的说明不足（演示）' } },
        5,
      ),
      desk('missing', JAPAN.slice(1), { opinion: '使馆称已交还代办处，正在核实（演示）。' }, 1),
    ],
  },
  { unit: 'science', ago: 30, acts: 16 },
  { unit: 'commerce', ago: 20, acts: 13 },
];

/** The passports of those who travel lie in custody before anything is sent. */
async function shelve(
  { app, actors, now }: DemoStage,
  filer: string,
  answers: ReturnType<typeof group>,
  at: number,
) {
  const keeper = actors.get('passports');
  const clerk = actors.get(filer);
  if (!keeper || !clerk || !app.registers.some(({ code }) => code === 'custody')) return;
  const today = dayInShanghai(now.toISOString());
  for (const [n, { name, passportNumber }] of answers.travellers.entries())
    await keepRow(app, keeper, {
      register: 'custody',
      key: `visa-book-${at}-${n}`,
      command: {
        act: 'enter',
        answers: {
          kind: 'ordinary',
          number: passportNumber,
          place: `丁柜${at + 1}层0${n + 1}格`,
          holder: name,
          unit: { id: clerk.org, title: textIn(answers['unit']) },
          issued: addDays(today, -300),
          until: addDays(today, 1500),
        },
      },
    });
}

/** Cases with papers of their own, played one after the other. */
export const play: NonNullable<DemoFace['play']> = async (stage) => {
  const today = dayInShanghai(stage.now.toISOString());
  for (const [at, { unit, ago, acts, more }] of PLANS.entries()) {
    const filer = `${unit}-filer`;
    const day = addDays(today, -ago);
    const clerk = stage.actors.get(filer);
    if (!clerk) continue;
    const named = (await stage.app.offices.get(clerk.office)).orgName(clerk.org);
    const answers = group(at, day, named);
    await shelve(stage, filer, answers, at);
    await playCase(stage, {
      key: `visa-${at}`,
      service: 'visa',
      filer,
      daysAgo: ago,
      minute: at,
      answers: () => Promise.resolve(answers),
      acts: [...road(answers, day).slice(0, acts), ...(more?.(answers, day) ?? [])],
    });
  }
};

/** Filings of one person to Egypt: a draft, one nobody has accepted yet, one that is corrected, one that is not taken up. */
const FIRSTS: readonly { readonly key: string; readonly window?: DemoAct['command'] }[] = [
  { key: 'draft' },
  { key: 'window' },
  {
    key: 'correcting',
    window: { act: 'correct', faults: [{ at: 'purpose', message: '出访目的与批件不一致（演示）。' }] },
  },
  { key: 'not-accepted', window: { act: 'refuse', opinion: '没有任务批件，不属于受理范围（演示）。' } },
];

/** How many cases the demo office has of them. */
export const visaPlans = PLANS.length + FIRSTS.length;

/** What acts alone tell. */
export const stories = (world: DemoWorld): readonly DemoStory[] => {
  const day = dayInShanghai(world.now.toISOString());
  const begunAt = beijing(addDays(day, -1), 9);
  const filer = holderOf(world, 'commerce', 'filer');
  const after = (hours: number): Date =>
    new Date(Math.min(begunAt.getTime() + hours * 3_600_000, world.now.getTime() - 1000));
  return FIRSTS.map(({ key, window }, n) => {
    const answers = visaSample(day, {
      unit: orgOf(world, 'commerce')?.name ?? '',
      groupName: `商务厅赴埃及经贸团（${n + 1}）`,
      travellers: [sampleTraveller(FIRST + 200 + n, day)],
      stops: [sampleStop('埃及', '开罗', addDays(day, 41), 4)],
    });
    const { phone: _phone, ...half } = answers;
    return {
      key: `visa-${key}`,
      service: 'visa',
      filer,
      begunAt,
      ...(key === 'draft' ? { draft: half } : {}),
      acts: [
        ...(key === 'draft' ? [] : [{ at: after(1), by: filer, command: { act: 'submit', answers } }]),
        ...(window ? [{ at: after(2), by: 'window', command: window }] : []),
      ],
    };
  });
};
