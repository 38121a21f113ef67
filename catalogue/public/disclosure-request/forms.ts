import { type CaseState, checksFor, type ExtraForm } from '@zhitongche/case';
import { type Answers, choice, date, files, form, options, table, text } from '@zhitongche/form';
import { rowsAt, textIn } from '../../shared/lookup-rows.ts';
import { regulation } from './basis.ts';
import { OUTCOMES } from './outcomes.ts';

/** How a request arrived: article 31 says for each from which day it counts. */
export const CHANNELS = {
  net: '互联网（双方确认之日）',
  window: '当面提交（提交之日）',
  registered: '寄送，需签收（签收之日）',
  letter: '平常信函（与申请人确认之日）',
  fax: '传真（双方确认之日）',
} as const;
/** Whom the office asks (art. 32, 34). */
export const PARTIES: Readonly<Record<string, string>> = { third: '第三方', organ: '其他行政机关' };

const MB = 1024 * 1024;
const scans = (label: string) =>
  files(label, { accept: ['pdf', 'jpg', 'jpeg', 'png', 'docx', 'xlsx'], maxBytes: 20 * MB, maxFiles: 10 });

const receiptForm = form({
  receipt: {
    title: '收件登记',
    fields: {
      channel: choice('来件渠道', options(CHANNELS), { required: true, width: 6 }),
      receivedOn: date('收到申请之日', { required: true, width: 6, help: '答复期限自这一天起算' }),
      evidence: scans('签收、确认凭据'),
    },
  },
});
const consultForm = form({
  consult: {
    title: '征求意见',
    fields: {
      parties: table(
        '征求对象',
        {
          kind: choice('类别', options(PARTIES), { required: true }),
          name: text('名称', { max: 60, required: true }),
          about: text('涉及内容', { max: 300, lines: 2, required: true }),
        },
        { required: true, minRows: 1, maxRows: 10, rowName: '个', names: ['kind', 'name'] },
      ),
    },
  },
});
const extendForm = form({
  extend: { title: '延长答复期限', fields: { reason: text('理由', { max: 300, lines: 2, required: true }) } },
});
const answerForm = form({
  answer: {
    title: '答复',
    fields: {
      outcome: choice(
        '处理结果',
        options(Object.fromEntries(Object.entries(OUTCOMES).map(([key, { label }]) => [key, label]))),
        { required: true },
      ),
      text: text('告知内容', {
        max: 3000,
        lines: 8,
        required: true,
        help: '公开的写明内容或获取方式、途径和时间；不公开、不提供的写明理由；不属于本机关的写明负责机关名称、联系方式',
      }),
      attached: scans('随附的信息'),
    },
  },
});

type Recorded = Pick<CaseState, 'records'>;

/** What was given last with an act; empty before. */
export const recordOf = (state: Recorded, key: string): Answers => state.records[key]?.at(-1)?.data ?? {};

/** Everybody asked so far, in all rounds; the id is their place and tells nothing. */
export const partiesOf = (state: Recorded) =>
  (state.records['consult'] ?? []).flatMap(({ data }, round) =>
    rowsAt(data, 'parties').map((row, n) => ({
      id: `${round + 1}-${n + 1}`,
      kind: textIn(row['kind']),
      name: textIn(row['name']),
      about: textIn(row['about']),
    })),
  );

/** What acts ask. */
export const forms: Readonly<Record<string, ExtraForm>> = {
  receipt: {
    title: '收件登记',
    form: receiptForm,
    begin: (_state, today) => ({ channel: 'net', receivedOn: today }),
    checks: [
      checksFor<typeof receiptForm>()({
        code: 'D-10',
        title: '收到之日不晚于登记之日',
        level: 'block',
        basis: regulation('第三十一条'),
        reads: ['receivedOn'],
        run: ({ receivedOn }, { today }) =>
          receivedOn > today
            ? [
                {
                  at: ['receivedOn'],
                  message: '收到申请之日还没有到',
                  en: 'The day of receipt lies ahead',
                  todo: '请填写实际收到、签收或与申请人确认的日期',
                },
              ]
            : [],
      }),
    ],
  },
  consult: { title: '征求意见', form: consultForm },
  extend: { title: '延长答复期限', form: extendForm },
  answer: { title: '答复', form: answerForm },
};
