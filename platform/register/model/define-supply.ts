import { type Json, stop } from '@zhitongche/base';
import {
  type Answers,
  choice,
  date,
  type Fields,
  integer,
  onePage,
  options,
  page,
  table,
  text,
} from '@zhitongche/form';
import type { PolicyDef } from '@zhitongche/office';
import { defineRegister } from './define-register.ts';
import { type GivenStages, move, type Reasons } from './given-stages.ts';
import { type Reader, type RegisterKind, type RowContext, type SampleRow, STAYS } from './kind.ts';
import type { KeptRow } from './row.ts';

/** What the things of a supply are called where an office has words of its own. */
interface Words {
  readonly batch?: string;
  /** How many were ordered, when, and by when they are to come. */
  readonly ordered?: string;
  readonly orderedOn?: string;
  readonly dueOn?: string;
  /** The stage of what is ordered and not here. */
  readonly waiting?: string;
}

/** A supply as a folder says it. */
interface Given
  extends Pick<RegisterKind, 'code' | 'name' | 'en' | 'what' | 'basis' | 'keepers'>,
    Partial<Pick<RegisterKind, 'category' | 'measure' | 'papers' | 'relations'>> {
  readonly noun: string;
  /** What one of the things is counted by: 册, 件. */
  readonly unit: string;
  /** Places they lie at. */
  readonly places: Readonly<Record<string, string>>;
  readonly words?: Words;
  /** What is asked of an order besides name, batch, how many, its days, its place and the least that should be there. */
  readonly fields?: Fields;
  /** What two look at on receipt, besides the day and how many came; what they found stays. */
  readonly inspection?: {
    readonly fields: Fields;
    /** Fields of the order it counts by: nobody changes them afterwards. */
    readonly by?: readonly string[];
    fits(row: KeptRow, found: Answers, context: RowContext): Reasons;
  };
  readonly policies?: readonly PolicyDef[];
  readonly readers: readonly Reader[];
  samples(today: string): readonly SampleRow[];
}

const num = (value: Json | undefined): number => (typeof value === 'number' ? value : 0);
const leftOf = ({ answers }: KeptRow): number => num(answers['left']);
const why = text('原因', { max: 200, required: true });

const formOf = ({ noun, unit, places, words = {}, fields = {} }: Given) =>
  onePage(noun, {
    name: text('名称', { max: 80, required: true, width: 8, help: '同一种用同一名称，批次另写' }),
    batch: text(words.batch ?? '批次', { max: 30, required: true, width: 4 }),
    ordered: integer(words.ordered ?? '订购数量', { min: 1, max: 1_000_000, unit, required: true, width: 4 }),
    orderedOn: date(words.orderedOn ?? '订购日期', { required: true, width: 4 }),
    dueOn: date(words.dueOn ?? '交货期限', { required: true, width: 4 }),
    place: choice('存放地点', options(places), { required: true, width: 4 }),
    least: integer('最低库存', { min: 0, max: 100_000, unit, required: true, width: 4 }),
    ...fields,
  });

const setOf = ({ unit, inspection }: Given) =>
  page('验收和发放', {
    receivedOn: date('验收日期', { required: true, past: true }),
    arrived: integer('实到数量', { min: 1, unit, required: true }),
    ...inspection?.fields,
    left: integer('结存', { unit }),
    handed: table(
      '发放',
      {
        on: date('发放日期', { required: true, width: 4, past: true }),
        unit: text('领用单位', { max: 80, required: true, width: 8 }),
        copies: integer('数量', { min: 1, max: 1_000_000, unit, required: true, width: 4 }),
        by: text('领取人', { max: 40, width: 4 }),
      },
      { maxRows: 500, rowName: '次', names: ['unit'] },
    ),
  });

const stagesOf = ({ unit, words = {}, inspection }: Given): GivenStages => {
  const most = (row: KeptRow, { copies }: Answers): Reasons => [
    num(copies) > leftOf(row) &&
      stop(
        'supply.too-many',
        'copies',
        `只剩${leftOf(row)}${unit}`,
        'Not so many left',
        '请减少数量或先补充',
      ),
  ];
  const taken = (row: KeptRow, { copies }: Answers): Answers => ({ left: leftOf(row) - num(copies) });
  return {
    list: {
      ordered: words.waiting ?? '待到货',
      in: { label: '在库', edits: true },
      over: { label: '已停用', ends: true },
    },
    moves: [
      move('accept', '验收入库', 'ordered', 'in', {
        second: true,
        asks: ['receivedOn', 'arrived', ...Object.keys(inspection?.fields ?? {})],
        fits: (row, found, context) => [
          num(found['arrived']) > num(row.answers['ordered']) &&
            stop('supply.arrived', 'arrived', '实到的多于订购的', 'More than ordered', '请核对数量'),
          ...(inspection?.fits(row, found, context) ?? []),
        ],
        sets: (_row, { arrived }) => ({ left: arrived }),
      }),
      move('hand', '发放', 'in', STAYS, { adds: 'handed', fits: most, sets: taken }),
      move('spoil', '报损', 'in', STAYS, {
        second: true,
        asks: { copies: integer('数量', { min: 1, unit, required: true }), why },
        fits: most,
        sets: taken,
      }),
      move('stop', '停用', 'in', 'over', {
        needs: (row) => [
          leftOf(row) > 0 &&
            stop('supply.left', 'left', `还剩${leftOf(row)}${unit}`, 'Some are left', '先发完或报损'),
        ],
      }),
    ],
  };
};

/** What two looked at on receipt stays as they saw it: whatever an inspection counts by, and how many were ordered. */
const accepted =
  (kept: readonly string[]) =>
  ({ stage, answers: before }: KeptRow, answers: Answers | null) =>
    stage === 'ordered' || answers === null || kept.every((key) => answers[key] === before[key])
      ? []
      : [stop('supply.accepted', '', '验收时核对过的数不能改', 'Accepted by two', '数量有出入的请用“报损”')];

/** A stock of things alike, bought by batch: ordered, looked at by two on receipt, handed out and counted down, told when a title runs short. */
export const defineSupply = (given: Given): RegisterKind => {
  const { fields = {}, unit: _unit, places: _places, words: _words, inspection, ...kind } = given;
  const choices = Object.keys(fields).filter((key) => fields[key]?.kind === 'choice');
  return defineRegister({
    category: '库存',
    measure: '批',
    ...kind,
    form: formOf(given),
    set: setOf(given),
    columns: ['batch', 'left', ...choices, 'place', 'ordered', 'least', 'dueOn'],
    later: ['name', 'receivedOn'],
    unique: ['name', 'batch'],
    day: 'orderedOn',
    stages: stagesOf(given),
    copies: { inStage: 'in', left: 'left', least: 'least' },
    guards: accepted(['ordered', ...(inspection?.by ?? [])]),
    dates: [{ field: 'dueOn', label: `${given.noun}交货`, days: [7, 0, -1], at: 'ordered' }],
    samples: (today) => given.samples(today) as never,
  });
};
