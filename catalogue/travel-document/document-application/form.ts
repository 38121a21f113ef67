import {
  type Answers,
  type AnswersOf,
  type Ask,
  choice,
  date,
  form,
  identifier,
  options,
  soundAnswers,
  text,
} from '@zhitongche/form';
import { scan } from '../../shared/scan.ts';
import { RANKS } from '../../shared/travel-words.ts';
import { CAUSES, entitledTo, KINDS, MATTERS, PLACES, REASONS } from './choices.ts';

const is =
  (...matters: readonly string[]): Ask =>
  ({ matter }) =>
    matters.some((one) => one === matter);
const lost: Ask = (a, whole) => is('replace')(a, whole) && a.cause === 'lost';
const lostAt =
  (place: string): Ask =>
  (a, whole) =>
    lost(a, whole) && a.where === place;
const notByRank: Ask = ({ kind, rank }) =>
  kind !== undefined && kind !== 'permit' && entitledTo(rank) !== undefined && kind !== entitledTo(rank);
const making: Ask = is('first', 'renew', 'replace');
const before: Ask = is('renew', 'replace', 'cancel');

/** What is asked of one person's document; a trip fills in everything it knows. */
export const applicationForm = form({
  matter: {
    title: '办理事项',
    en: 'Matter',
    fields: {
      matter: choice('办理事项', options(MATTERS), { required: true, width: 6 }),
      kind: choice('证照种类', options(KINDS), { required: true, width: 6, help: '护照种类按职级确定' }),
      kindReason: text('种类与职级不符的理由', { max: 200, lines: 2, required: true, shown: notByRank }),
      unit: text('派遣单位', { max: 60, required: true }),
      tripNumber: text('出访办件编号', { max: 60, width: 6, shown: making }),
      approval: text('任务批件（确认件）文号', { max: 60, required: true, width: 6, shown: making }),
      destination: text('前往国家（地区）', { max: 200, required: true, shown: making }),
      exitDate: date('出境日期', { required: true, width: 6, shown: making }),
      entryDate: date('入境日期', { required: true, width: 6, shown: making }),
    },
  },
  holder: {
    title: '持证人',
    en: 'Holder',
    fields: {
      name: text('姓名', { max: 30, required: true, width: 6 }),
      pinyin: text('拼音', {
        max: 60,
        required: true,
        width: 6,
        shown: making,
        pattern: { regex: '^[A-Z]+( [A-Z]+)+$', hint: '姓在前、名在后，大写字母，中间空一格，如 ZHANG SAN' },
      }),
      sex: choice('性别', options({ M: '男', F: '女' }), { required: true, width: 4 }),
      birthDate: date('出生日期', { required: true, sensitivity: 'personal', width: 4 }),
      birthPlace: text('出生地', { max: 30, required: true, sensitivity: 'personal', width: 4 }),
      citizenId: identifier('citizen-id', '身份证号', { required: true, sensitivity: 'sensitive' }),
      employer: text('工作单位', { max: 60, required: true, width: 6 }),
      post: text('职务（职称）', { max: 60, required: true, width: 6 }),
      rank: choice('职级', options(RANKS), { required: true, width: 6 }),
      phone: identifier('phone', '联系电话', { required: true, sensitivity: 'personal', width: 6 }),
    },
  },
  old: {
    title: '原证',
    en: 'The document held',
    fields: {
      oldNumber: identifier('passport', '原证号码', {
        required: true,
        sensitivity: 'sensitive',
        width: 6,
        shown: before,
      }),
      oldPinyin: text('原证拼音', {
        max: 60,
        required: true,
        width: 6,
        help: '照原证填写；新证沿用原证拼写',
        shown: is('renew', 'replace'),
      }),
      cause: choice('补发原因', options(CAUSES), { required: true, width: 6, shown: is('replace') }),
      where: choice('遗失地', options(PLACES), { required: true, width: 6, shown: lost }),
      lostOn: date('遗失日期', { required: true, width: 6, shown: lost }),
      lostHow: text('遗失地点和经过', { max: 500, lines: 3, required: true, shown: lost }),
      statement: scan('遗失书面说明', {
        required: true,
        shown: lost,
        help: '写明证号、时间、地点、原因，本人签名',
      }),
      mission: text('报告的驻外使领馆', { max: 80, required: true, width: 6, shown: lostAt('abroad') }),
      returnPaper: text('回国证件号码', { max: 30, required: true, width: 6, shown: lostAt('abroad') }),
      reason: choice('注销原因', options(REASONS), { required: true, shown: is('cancel') }),
    },
  },
});

/** Sound answers to it. */
export type Application = AnswersOf<typeof applicationForm>;
/** Reads answers, whatever is still missing. */
export const readApplication = (answers: Answers): Application => soundAnswers(applicationForm, answers);
