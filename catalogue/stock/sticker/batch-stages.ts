import { checksFor } from '@zhitongche/case';
import { integer, onePage, text } from '@zhitongche/form';
import { type GivenStages, type KeptRow, move } from '@zhitongche/register';

const inspection = onePage('抽检', {
  checked: integer('抽检张数', { min: 1, required: true, width: 6 }),
  sound: integer('合格张数', { min: 0, required: true, width: 6 }),
  note: text('说明', { max: 200 }),
});

const check = checksFor<typeof inspection>();
const RATE = { title: '河北省外办2024年度部门预算', article: '附加证明书贴纸采购：合格率≥95%' };

const checks = [
  check({
    code: 'S-11',
    title: '合格张数不多于抽检张数',
    level: 'block',
    basis: RATE,
    reads: ['checked', 'sound'],
    run: ({ checked, sound }) =>
      sound > checked
        ? [{ at: ['sound'], message: '合格张数多于抽检张数', en: 'More sound than checked', todo: '请核对' }]
        : [],
  }),
  check({
    code: 'S-12',
    title: '抽检够数，合格率达标',
    level: 'block',
    basis: RATE,
    reads: ['checked', 'sound'],
    run({ checked, sound }, { policy }) {
      const least = policy.number('sticker-batch.sample');
      const rate = policy.number('sticker-batch.rate');
      return [
        ...(checked < least
          ? [
              {
                at: ['checked'],
                message: `抽检${checked}张，少于规定的${least}张`,
                en: 'Too few were checked',
                todo: '请补足抽检',
              },
            ]
          : []),
        ...(sound * 100 < rate * checked
          ? [
              {
                at: ['sound'],
                message: `合格率${Math.floor((sound * 1000) / checked) / 10}%，低于${rate}%`,
                en: 'Too few are sound',
                todo: '不能入库，请办理“拒收”',
                basis: policy.basis('sticker-batch.rate') ?? RATE,
              },
            ]
          : []),
      ];
    },
  }),
];

/** Serials of a delivery, in order. */
const serialsOf = ({ answers }: KeptRow): readonly string[] => {
  const { prefix, digits, from, to } = answers;
  if (typeof from !== 'number' || typeof to !== 'number' || typeof digits !== 'number') return [];
  const head = typeof prefix === 'string' ? prefix : '';
  return Array.from({ length: to - from + 1 }, (_, n) => head + String(from + n).padStart(digits, '0'));
};

/** A delivery is on the shelf once two have inspected it; then each sticker is a piece of its own. */
export const stages: GivenStages = {
  first: 'arrived',
  list: {
    arrived: '待验收',
    accepted: { label: '已入库', ends: true },
    rejected: { label: '拒收', ends: true },
  },
  moves: [
    move('accept', '验收入库', 'arrived', 'accepted', {
      form: inspection,
      checks,
      second: true,
      sets: (_row, { checked, sound }) => ({ checked, sound }),
      brings: {
        register: 'sticker',
        rows: (row) =>
          serialsOf(row).map((serial) => ({ serial, batch: row.answers.batch, place: row.answers.place })),
      },
    }),
    move('reject', '拒收', 'arrived', 'rejected', {
      asks: { reason: text('原因', { max: 200, required: true }) },
    }),
  ],
};
