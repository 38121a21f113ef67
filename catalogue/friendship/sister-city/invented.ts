import { addDays } from '@zhitongche/base';
import type { AnswersOf } from '@zhitongche/form';
import type { SampleMove, SampleRow } from '@zhitongche/register';
import type { sisterCityForm } from './form.ts';

type Pair = AnswersOf<typeof sisterCityForm>;

/** Roads of pairs of an invented province, by how many days ago each step was taken. */
export const invented = (today: string): readonly SampleRow<Pair>[] => {
  const on = (ago: number): string => addDays(today, -ago);
  const memorandum = (ago: number, until: number): SampleMove => ({
    move: 'sign-memorandum',
    ago,
    data: { day: on(ago), until: on(-until) },
  });
  const exchange = (ago: number): SampleMove => ({ move: 'begin-exchange', ago });
  const review = (ago: number): SampleMove => ({ move: 'ask-review', ago, data: { day: on(ago) } });
  const mission = (ago: number): SampleMove => ({ move: 'ask-mission', ago, data: { day: on(ago) } });
  const government = (ago: number): SampleMove => ({
    move: 'ask-government',
    ago,
    data: { day: on(ago), opinion: '使领馆无不同意见。' },
  });
  const association = (ago: number): SampleMove => ({
    move: 'ask-association',
    ago,
    data: { day: on(ago), opinion: '省政府同意结好。' },
  });
  return [
    pair({ ours: '临汐港市', theirs: '胡志明市', country: '越南' }, 40, []),
    pair({ ours: '云泽省', theirs: '阿拉木图市', country: '哈萨克斯坦' }, 25, []),
    pair({ ours: '澜洲市', theirs: '内罗毕市', country: '肯尼亚' }, 60, []),
    pair({ ours: '云泽省', theirs: '横滨市', country: '日本', population: 377 }, 1200, [
      memorandum(1080, 15),
    ]),
    pair({ ours: '澜洲市', theirs: '釜山广域市', country: '韩国' }, 900, [memorandum(640, 85)]),
    pair({ ours: '金麓市', theirs: '清迈府', country: '泰国' }, 500, [memorandum(300, 795)]),
    pair({ ours: '临汐港市', theirs: '瓦尔帕莱索市', country: '智利' }, 1500, [
      memorandum(1118, -23),
      exchange(700),
    ]),
    pair({ ours: '澜洲市', theirs: '杜伊斯堡市', country: '德国', industries: '港口、钢铁、物流' }, 800, [
      memorandum(600, 495),
      exchange(420),
    ]),
    pair({ ours: '云泽省', theirs: '撒马尔罕州', country: '乌兹别克斯坦' }, 700, [
      memorandum(520, 210),
      exchange(300),
    ]),
    pair({ ours: '金麓市', theirs: '佩奇市', country: '匈牙利' }, 900, [
      memorandum(760, 335),
      exchange(500),
      review(35),
      mission(20),
    ]),
    pair({ ours: '云泽省', theirs: '塔什干州', country: '乌兹别克斯坦' }, 950, [
      memorandum(800, 295),
      exchange(560),
      review(90),
      mission(70),
      government(25),
    ]),
    pair(
      {
        ours: '平澜市',
        theirs: '尼什市',
        theirsEn: 'Niš',
        country: '塞尔维亚',
        state: '尼沙瓦州',
        population: 26,
        fields: ['trade', 'culture', 'education'],
        mayor: '德拉戈斯拉夫·帕夫洛维奇',
        contacts: [{ name: '米莱娜·约万诺维奇', post: '国际合作处处长', reach: 'international@example.org' }],
      },
      1290,
      [memorandum(800, 295), exchange(620), review(60), mission(45), government(30), association(12)],
    ),
    pair({ ours: '云泽省', theirs: '巴伊亚州', country: '巴西', industries: '农业、石化、旅游' }, 1400, [
      memorandum(1000, 95),
      exchange(800),
      review(200),
      mission(180),
      government(150),
      association(120),
      { move: 'enter-reply', ago: 40, data: { number: '友协函〔2026〕19号', day: on(41) } },
      { move: 'prepare-signing', ago: 39 },
    ]),
    pair(
      { ours: '白鹭洲市', theirs: '茂物市', country: '印度尼西亚' },
      2000,
      [{ move: 'end', ago: 2 }],
      'asleep',
    ),
  ];
};

const LEVELS: Readonly<Record<string, Pair['ourLevel']>> = { 云泽省: 'province' };

const pair = (answers: Pair, ago: number, moves: readonly SampleMove[], stage?: string): SampleRow<Pair> => ({
  answers: {
    ourLevel: LEVELS[answers.ours ?? ''] ?? 'city',
    relation: 'exchange',
    ...answers,
  },
  ago,
  moves,
  by: 'friendship-head',
  ...(stage === undefined ? {} : { stage }),
});
