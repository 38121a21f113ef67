import { measureRows } from '@zhitongche/measure';

/** What deliveries of stickers come to, by the source codes of indicator tables. */
export const stickerMeasures = measureRows('sticker-batch', [
  {
    code: 'stock.stickers',
    name: '贴纸采购量',
    what: '验收入库的贴纸张数，按到货日期计；待验收和拒收的不计',
    unit: '张',
    sort: 'things',
    edition: 1,
    lines: ({ row: { stage, answers } }) => {
      const { from, to, arrived } = answers;
      return stage === 'accepted' &&
        typeof from === 'number' &&
        typeof to === 'number' &&
        typeof arrived === 'string'
        ? [{ day: arrived, n: String(to - from + 1) }]
        : [];
    },
  },
]);
