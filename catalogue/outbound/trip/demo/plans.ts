import type { Crew } from './travellers.ts';
import type { ThemeKey } from './themes.ts';

/** Where a trip has come to by now; the player takes every act on the way there. */
export type Stage =
  | 'draft'
  | 'unit-opinions'
  | 'unit-sign'
  | 'superior'
  | 'personnel-filing'
  | 'city-review'
  | 'city-leader'
  | 'window'
  | 'handler'
  | 'countersign'
  | 'division-head'
  | 'deputy'
  | 'director'
  | 'report-up'
  | 'issuing'
  | 'abroad'
  | 'change-review'
  | 'hand-in'
  | 'after-trip'
  | 'evaluation'
  | 'done'
  | 'revoked'
  | 'refused'
  | 'cancelled'
  | 'correcting'
  | 'withdrawn'
  | 'suspended';

/** One trip of the demo office, told as a plan. */
export interface TripPlan {
  readonly key: string;
  /** Key of the filing unit. */
  readonly unit: string;
  readonly theme: ThemeKey | 'training' | 'span-join' | 'span-lead' | 'culture-week';
  readonly crew: Crew;
  /** Days before the demo's first start on which it was filed. */
  readonly ago: number;
  /** Days from filing to departure. */
  readonly leaveIn: number;
  readonly until: Stage;
  /** Step at which it is held up: sent back for correction, refused, suspended. */
  readonly at?: string;
  /** Sent back once at this step and filed again on the way. */
  readonly correctedAt?: string;
  /** Working days it lies at its last step before today; else it has just arrived. */
  readonly lies?: number;
  /** Group of the culture week, 0 = the troupe. */
  readonly group?: number;
  /** Its trip was changed after the approval, with a paper that says so. */
  readonly changed?: boolean;
  /** The filing forms of its travellers are printed while they are cleared. */
  readonly forms?: boolean;
  /** Passports stayed out after the return. */
  readonly passportsOut?: boolean;
  /** It came back so many days later than approved. */
  readonly late?: number;
  /** So many of the documents are back at the desk, the rest are still out. */
  readonly handedIn?: number;
  /** 1 to 5, given at the end. */
  readonly rating?: readonly [number, string?];
  /** One of the two countersigners has signed, or one more was asked first. */
  readonly panel?: 'one-signed' | 'asked-another';
}

const D = 'division';
const S = 'section';
const T = 'technical';
const small: Crew = { ranks: [D, S, S, S] };
const six: Crew = { ranks: [D, S, S, S, S, S] };
const labs: Crew = { ranks: [T, T] };
const COUNTY = { post: '县长', position: 'county-head' } as const;
const CORE = { post: '总工程师', secrecy: 'core' } as const;
const led: Crew = { ranks: ['bureau', D, S, S, S] };

type More = Partial<
  Pick<
    TripPlan,
    | 'at'
    | 'correctedAt'
    | 'lies'
    | 'group'
    | 'changed'
    | 'forms'
    | 'passportsOut'
    | 'handedIn'
    | 'late'
    | 'rating'
    | 'panel'
  >
>;
const c = (
  key: string,
  unit: string,
  theme: TripPlan['theme'],
  crew: Crew,
  ago: number,
  leaveIn: number,
  until: Stage,
  more: More = {},
): TripPlan => ({ key, unit, theme, crew, ago, leaveIn, until, ...more });

/** Closed cases, oldest first: what the registers and statistics are made of. */
const closed: readonly TripPlan[] = [
  c('done-science', 'science', 'germany', six, 300, 55, 'done', { rating: [5, '办理高效，一次告知清楚。'] }),
  c('done-qingdu', 'qingdu-commerce', 'trade', small, 280, 60, 'done', { rating: [5] }),
  c('done-university', 'university', 'conference', labs, 262, 70, 'done', { rating: [4] }),
  c('done-culture', 'culture', 'italy', six, 240, 60, 'done', { correctedAt: 'handler', rating: [5] }),
  c('done-yunze', 'yunze-commerce', 'singapore', small, 225, 50, 'done', {
    rating: [3, '希望缩短会签时间。'],
  }),
  c('done-energy', 'energy', 'kazakhstan', small, 215, 55, 'done', { rating: [5] }),
  c('done-health', 'health', 'serbia', { ranks: [D, T, T, S] }, 200, 60, 'done', {
    correctedAt: 'window',
    rating: [4],
  }),
  c('done-linxi', 'city-linxi', 'sister', small, 190, 55, 'done', { rating: [5, '市外办指导耐心。'] }),
  c('refused-sport', 'sport', 'australia', small, 170, 60, 'refused', { at: 'handler' }),
  c('refused-yanhu', 'yanhu-commerce', 'france', small, 160, 55, 'refused', { at: 'division-head' }),
  c('revoked-water', 'water', 'egypt', small, 150, 90, 'revoked'),
  c('cancelled-normal', 'normal', 'conference', labs, 95, 80, 'cancelled', { at: 'handler' }),
  c('cancelled-pinglan', 'pinglan-commerce', 'trade', small, 60, 70, 'cancelled', { at: 'city-review' }),
];

/** Trips that came back: reports, passports, evaluation. */
const returned: readonly TripPlan[] = [
  c('evaluation-labour', 'labour', 'training', { ranks: [D, S, S, S, S, S, S, S] }, 96, 70, 'evaluation', {
    late: 2,
  }),
  c('evaluation-academy', 'academy', 'span-join', { ranks: [T] }, 84, 66, 'evaluation'),
  c('passports-out-medical', 'medical', 'serbia', { ranks: [D, T, T] }, 145, 50, 'after-trip', {
    passportsOut: true,
  }),
  c('report-late-broadcast', 'broadcast', 'france', small, 120, 60, 'after-trip', { passportsOut: true }),
  c('report-due-forestry', 'forestry', 'australia', small, 72, 55, 'after-trip'),
  c('report-due-songling', 'songling-commerce', 'asean', six, 76, 55, 'after-trip', { handedIn: 4 }),
];

/** Approved: before departure or on the road, with changes asked for. */
const abroad: readonly TripPlan[] = [
  c('away-now-trade', 'trade-council', 'trade', six, 62, 60, 'abroad'),
  c('away-now-polytechnic', 'polytechnic', 'conference', labs, 66, 62, 'abroad'),
  c(
    'leaving-agriculture',
    'agriculture',
    'asean',
    { ranks: [D, S, S, T, S], unusual: 'long' },
    45,
    60,
    'abroad',
  ),
  c('leaving-rail', 'rail', 'kazakhstan', small, 40, 65, 'abroad'),
  c('leaving-education', 'education', 'france', six, 34, 62, 'abroad'),
  c('leaving-bailu', 'bailu-commerce', 'singapore', small, 32, 58, 'abroad'),
  c('delegated-yunze', 'yunze-agriculture', 'asean', small, 30, 60, 'abroad'),
  c('change-industry', 'industry', 'germany', small, 42, 75, 'change-review'),
  c('hand-in-trading', 'trading', 'egypt', small, 48, 80, 'hand-in'),
];

/** The culture week in the United States: a troupe of sixty and four working groups, 84 travellers, each group for itself. */
const cultureWeek: readonly TripPlan[] = [
  c('week-troupe', 'culture', 'culture-week', { ranks: [] }, 6, 90, 'countersign', {
    group: 0,
    panel: 'one-signed',
  }),
  c('week-exhibition', 'culture', 'culture-week', { ranks: [] }, 6, 90, 'division-head', { group: 1 }),
  c('week-tourism', 'culture', 'culture-week', { ranks: [] }, 5, 90, 'handler', { group: 2 }),
  c('week-schools', 'culture', 'culture-week', { ranks: [] }, 4, 90, 'handler', { group: 3 }),
  c('week-business', 'culture', 'culture-week', { ranks: [] }, 3, 90, 'window', { group: 4 }),
];

/** On somebody's desk today. */
const running: readonly TripPlan[] = [
  c('suspended-reform', 'reform', 'kazakhstan', six, 26, 75, 'suspended', { at: 'handler' }),
  c('suspended-jinlu', 'jinlu-commerce', 'brazil', small, 21, 80, 'suspended', { at: 'city-review' }),
  c('outside-science', 'science', 'span-lead', { ranks: [D, T, T] }, 18, 80, 'report-up'),
  c('outside-commerce', 'commerce', 'germany', led, 16, 75, 'report-up'),
  c('director-energy', 'energy', 'brazil', led, 11, 75, 'director'),
  c('overdue-forestry', 'forestry', 'serbia', small, 16, 70, 'handler', { lies: 6 }),
  c('overdue-wangchuan', 'wangchuan-commerce', 'trade', small, 14, 70, 'deputy', { lies: 4 }),
  c(
    'overdue-nanping',
    'nanping-commerce',
    'asean',
    { ranks: [D, S, S], unusual: 'dotted' },
    15,
    70,
    'city-review',
    { lies: 6 },
  ),
  c('deputy-health', 'health', 'italy', small, 9, 75, 'deputy'),
  c('deputy-university', 'university', 'conference', { ranks: [T, T, T], unusual: 'rare' }, 9, 80, 'deputy'),
  c('head-industry', 'industry', 'singapore', small, 8, 70, 'division-head'),
  c('head-songling', 'songling-commerce', 'brazil', small, 8, 75, 'division-head', {
    correctedAt: 'city-review',
  }),
  c('panel-water', 'water', 'germany', small, 7, 70, 'countersign'),
  c(
    'panel-construction',
    'construction',
    'egypt',
    { ranks: [D, T, T, S], unusual: 'compound' },
    7,
    75,
    'countersign',
    {
      panel: 'asked-another',
    },
  ),
  c('panel-qingdu', 'qingdu-commerce', 'france', small, 7, 72, 'countersign', { panel: 'one-signed' }),
  c('handler-education', 'education', 'germany', small, 5, 70, 'handler', { correctedAt: 'window' }),
  c('handler-linxi', 'linxi-commerce', 'trade', six, 6, 75, 'handler'),
  c('window-sport', 'sport', 'italy', small, 2, 70, 'window'),
  c('window-trade', 'trade-council', 'singapore', small, 2, 66, 'window'),
  c('window-lanzhou', 'lanzhou-demo-commerce', 'trade', six, 4, 75, 'window'),
  c('leader-qingdu', 'qingdu-education', 'italy', small, 3, 70, 'city-leader'),
  c('leader-yunze', 'city-yunze', 'sister', { ranks: [D, S, S, S, S] }, 3, 60, 'city-leader'),
  c('city-bailu', 'bailu-agriculture', 'france', small, 2, 70, 'city-review'),
  c('city-wangchuan', 'wangchuan-culture', 'asean', small, 2, 68, 'city-review'),
  c('city-pinglan', 'pinglan-culture', 'australia', small, 1, 72, 'city-review'),
  c('correcting-agriculture', 'agriculture', 'brazil', small, 9, 75, 'correcting', { at: 'window' }),
  c('correcting-yanhu', 'yanhu-agriculture', 'germany', six, 8, 75, 'correcting', { at: 'city-review' }),
  c('correcting-broadcast', 'rail', 'serbia', small, 7, 70, 'correcting', { at: 'handler' }),
  c('withdrawn-normal', 'normal', 'france', { ranks: [T, T, T] }, 4, 75, 'withdrawn'),
  c('unit-commerce', 'commerce', 'asean', small, 1, 70, 'unit-sign'),
  c('unit-yunze', 'yunze-commerce', 'trade', six, 1, 75, 'unit-sign'),
  c('unit-polytechnic', 'polytechnic', 'germany', { ranks: [T, T, T] }, 1, 80, 'unit-sign'),
  c('draft-commerce', 'commerce', 'france', small, 0, 70, 'draft'),
  c('draft-yunze', 'yunze-commerce', 'italy', small, 0, 70, 'draft'),
  c('draft-medical', 'medical', 'conference', labs, 0, 75, 'draft'),
  // Approved moments ago: the worker makes these papers after the start, one of them with a character of 58 strokes.
  c('issuing-construction', 'construction', 'singapore', small, 6, 70, 'issuing'),
  c('issuing-jinlu', 'jinlu-commerce', 'asean', small, 8, 72, 'issuing'),
  c('issuing-trading', 'trading', 'asean', { ranks: [D, S, S], unusual: 'rarest' }, 6, 70, 'issuing'),
];

/** What few cases bring: a delegation of several units that has its papers, a trip changed after its approval. */
const seldom: readonly TripPlan[] = [
  c('leaving-span', 'science', 'span-lead', { ranks: [D, T, T] }, 36, 78, 'abroad'),
  c('changed-labour', 'labour', 'france', small, 38, 80, 'abroad', { changed: true }),
];

/** At the unit's own steps: opinions, the supervising department, clearance; and people whose post or secrecy matters. */
const beforeOffice: readonly TripPlan[] = [
  c('opinions-commerce', 'commerce', 'germany', small, 1, 78, 'unit-opinions'),
  c('opinions-yunze', 'yunze-commerce', 'asean', small, 1, 76, 'unit-opinions'),
  c('superior-hospital', 'hospital', 'conference', labs, 2, 80, 'superior'),
  c('leaving-hospital', 'hospital', 'serbia', { ranks: [T, T, T] }, 40, 70, 'abroad'),
  c('clearing-commerce', 'commerce', 'singapore', small, 3, 82, 'personnel-filing'),
  c('clearing-rail', 'rail', 'germany', { ranks: [D, T, T], lead: CORE }, 4, 80, 'personnel-filing'),
  c('not-cleared-water', 'water', 'italy', small, 5, 80, 'correcting', { at: 'personnel-filing' }),
  c('county-linxi', 'linxi-county', 'sister', { ranks: [D, S, S, S], lead: COUNTY }, 12, 75, 'director'),
];

/** Back from abroad a few days ago: one has yet to say so, the other to hand in six passports. */
const justBack: readonly TripPlan[] = [
  c('back-industry', 'industry', 'trade', six, 62, 48, 'abroad'),
  c('back-reform', 'reform', 'trade', six, 68, 50, 'after-trip'),
];

/** What is seldom seen of papers: a changed confirmation, a delegation revoked after its units had their notices, a filing not taken up. */
const seldomPapers: readonly TripPlan[] = [
  c('changed-academy', 'academy', 'span-join', { ranks: [T] }, 40, 82, 'abroad', { changed: true }),
  c('revoked-span', 'science', 'span-lead', { ranks: [D, T, T] }, 96, 90, 'revoked'),
  c('not-accepted-labour', 'labour', 'italy', small, 24, 75, 'refused', { at: 'window' }),
  c('clearing-culture', 'culture', 'germany', small, 2, 80, 'personnel-filing', { forms: true }),
];

/** Every trip of the demo office; new ones at the end, so that nobody else travels in another's place. */
export const tripPlans: readonly TripPlan[] = [
  ...closed,
  ...returned,
  ...abroad,
  ...cultureWeek,
  ...running,
  ...seldom,
  ...beforeOffice,
  ...justBack,
  ...seldomPapers,
];
