import { addMonths, isJsonObject } from '@zhitongche/base';
import { type Check, checksFor, type ExtraForm, type Finding } from '@zhitongche/case';
import { choice, date, files, form, identifier, options, text, yesNo } from '@zhitongche/form';
import { custodyRule } from '../../shared/custody-rule.ts';
import { textIn } from '../../shared/lookup-rows.ts';
import { passportDesk, SPELLING } from './basis.ts';
import { SPELLED_BY } from './choices.ts';
import { readApplication } from './form.ts';
import { key } from './policy.ts';

/** Asks where the old document is. */
export const OLD = 'old-document';

const found = (at: string, message: string, en: string, todo: string): readonly Finding[] => [
  { at: [at], message, en, todo },
];

const slotForm = form({
  slot: {
    title: '预约现场采集',
    fields: {
      day: date('日期', { required: true, width: 4 }),
      from: text('开始', {
        max: 5,
        required: true,
        width: 4,
        pattern: { regex: '^\\d{2}:\\d{2}$', hint: '如 09:30' },
      }),
      to: text('结束', {
        max: 5,
        required: true,
        width: 4,
        pattern: { regex: '^\\d{2}:\\d{2}$', hint: '如 10:00' },
      }),
    },
  },
});

const captureForm = form({
  capture: {
    title: '现场采集记录',
    intro: '指纹只记是否采集、由谁采集，不存指纹本身。',
    fields: {
      on: date('采集日期', { required: true, width: 6 }),
      by: text('采集人', { max: 30, required: true, width: 6 }),
      photo: files('照片', {
        accept: ['jpg', 'jpeg'],
        maxBytes: 5 * 1024 * 1024,
        maxFiles: 1,
        required: true,
        sensitivity: 'personal',
      }),
      signed: yesNo('已采集签名', { required: true, width: 6 }),
      fingerprints: yesNo('已采集指纹', { required: true, width: 6 }),
    },
  },
});

const spellingForm = form({
  spelling: {
    title: '确认姓名拼写',
    fields: {
      spelled: text('印在证照上的拼写', { max: 60, required: true, width: 6 }),
      by: choice('依据', options(SPELLED_BY), { required: true, width: 6 }),
      ground: text('本人书面说明', { max: 200, required: true, shown: ({ by }) => by === 'family' }),
    },
  },
});

const bookForm = form({
  book: {
    title: '制证登记',
    fields: {
      number: identifier('passport', '证照号码', { required: true, sensitivity: 'sensitive', width: 6 }),
      place: text('存放位置', { max: 60, required: true, width: 6 }),
      issued: date('签发日期', { required: true, width: 6 }),
      until: date('有效期至', { required: true, width: 6 }),
    },
  },
});

const handOutForm = form({
  hand: {
    title: '发证',
    fields: {
      scanned: identifier('passport', '扫描证照号码', { required: true, sensitivity: 'sensitive', width: 6 }),
      collector: text('领取人', { max: 30, required: true, sensitivity: 'personal', width: 6 }),
      educated: yesNo('已参加行前教育', { required: true, width: 6 }),
      on: date('领取日期', { required: true, width: 6 }),
    },
  },
});

const spelling = checksFor<typeof spellingForm>();
const book = checksFor<typeof bookForm>();
const hand = checksFor<typeof handOutForm>();

const handChecks: readonly Check[] = [
  hand({
    code: 'D-31',
    title: '扫到的就是为本人制的证',
    level: 'block',
    basis: passportDesk('发证时清点数目、核对内容'),
    reads: ['scanned'],
    run({ scanned }, { state }) {
      const made = textIn(state?.records.book?.at(-1)?.data['number']);
      return made === '' || made.includes('*') || made === scanned
        ? []
        : found('scanned', '扫到的号码不是为本人制的证', 'Another document', '请核对证照，不要错发');
    },
  }),
  hand({
    code: 'D-32',
    title: '行前教育后发证',
    level: 'block',
    basis: passportDesk('凭行前教育通知单领证'),
    reads: ['educated'],
    run: ({ educated }) =>
      educated ? [] : found('educated', '还没有参加行前教育', 'Not briefed yet', '参加行前教育后再领取'),
  }),
  hand({
    code: 'D-33',
    title: '原证交回后才发新证',
    level: 'block',
    basis: custodyRule('换发新证的，收回原证'),
    reads: ['scanned'],
    run(_answers, { facts, state }) {
      const { matter, cause, oldNumber = '' } = readApplication(state?.answers ?? {});
      if (oldNumber === '' || matter === 'first' || (matter === 'replace' && cause === 'lost')) return [];
      const old = facts.lookup(OLD);
      if (old === undefined || !isJsonObject(old)) return [];
      const stage = old['found'] === true ? textIn(old['stage']) : '';
      return ['in', 'cancelled', 'listed', 'destroyed'].includes(stage)
        ? []
        : found(
            'scanned',
            stage === '' ? '原证没有登记在证照保管台账' : '原证还在外面，没有交回',
            'The old document is not in custody',
            '请先收回原证并在证照保管台账登记',
          );
    },
  }),
];

/** What acts ask for. */
export const actForms = {
  slot: { title: '预约现场采集', form: slotForm },
  capture: { title: '现场采集记录', form: captureForm },
  spelling: {
    title: '确认姓名拼写',
    form: spellingForm,
    begin({ answers }) {
      const { pinyin, oldPinyin } = readApplication(answers);
      return { spelled: oldPinyin ?? pinyin, by: oldPinyin === undefined ? 'rule' : 'old' };
    },
    checks: [
      spelling({
        code: 'D-21',
        title: '印在证照上的拼写与申请一致；原证拼写优先',
        level: 'block',
        basis: SPELLING,
        reads: ['spelled'],
        run({ spelled }, { state }) {
          const { pinyin, oldPinyin } = readApplication(state?.answers ?? {});
          const due = oldPinyin ?? pinyin;
          return due === undefined || spelled === due
            ? []
            : found(
                'spelled',
                `申请的拼写是“${due}”`,
                'Another spelling was asked for',
                '不一致的退回补正，不要直接改',
              );
        },
      }),
    ],
  },
  book: {
    title: '制证登记',
    form: bookForm,
    checks: [
      book({
        code: 'D-22',
        title: '有效期晚于签发日期',
        level: 'block',
        basis: passportDesk('护照载明签发日期和有效期'),
        reads: ['issued', 'until'],
        run: ({ issued, until }) =>
          until <= issued ? found('until', '有效期不晚于签发日期', 'Expires before its issue', '请核对') : [],
      }),
      book({
        code: 'D-23',
        title: '有效期不超过最长年限',
        level: 'block',
        basis: passportDesk('有效期最长5年'),
        reads: ['issued', 'until'],
        run({ issued, until }, { policy }) {
          const years = policy.number(key('valid-years'));
          return until > addMonths(issued, years * 12)
            ? found('until', `有效期超过${years}年`, 'Good for longer than a document may be', '请照证照核对')
            : [];
        },
      }),
    ],
  },
  hand: { title: '发证', form: handOutForm, checks: handChecks },
} as const satisfies Readonly<Record<string, ExtraForm>>;
