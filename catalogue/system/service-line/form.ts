import {
  type AnswersOf,
  choice,
  date,
  dateTime,
  form,
  integer,
  options,
  pick,
  table,
  text,
} from '@zhitongche/form';

/** Kinds of services an office pays for by term. */
export const SORTS = {
  licence: '软件许可',
  video: '云视频服务点',
  channel: '网站、公众号',
  television: '卫星电视',
  line: '专线',
  other: '其他',
} as const;

/** What is kept of a service. */
export const serviceForm = form({
  service: {
    title: '服务',
    fields: {
      name: text('服务名称', { max: 80, required: true, width: 8 }),
      sort: choice('类别', options(SORTS), { required: true, width: 4 }),
      count: integer('数量', { min: 1, max: 100_000, required: true, unit: '个', width: 4 }),
      provider: text('提供单位', {
        max: 120,
        width: 8,
        pick: { register: 'enterprise', fill: ({ name }) => ({ provider: name }) },
      }),
      contract: pick('合同', 'contract', { width: 4 }),
      from: date('服务起', { required: true, width: 4 }),
      until: date('服务止', { required: true, width: 4 }),
      note: text('备注', { max: 300, lines: 2 }),
    },
  },
  failures: {
    title: '故障',
    fields: {
      failures: table(
        '故障',
        {
          from: dateTime('起', { required: true }),
          until: dateTime('止'),
          what: text('现象', { max: 200, required: true }),
        },
        { maxRows: 200, rowName: '次', names: ['what'] },
      ),
    },
  },
});

/** Answers to it. */
export type ServiceLine = AnswersOf<typeof serviceForm>;
