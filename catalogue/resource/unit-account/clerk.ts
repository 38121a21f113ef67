import { blocking } from '@zhitongche/base';
import { date, identifier, onePage, pick, text } from '@zhitongche/form';
import { defineRegister, type GivenStages, type Hearing, move } from '@zhitongche/register';
import { textIn } from '../../shared/lookup-rows.ts';
import { accountRule, CLERKS, notBefore } from './basis.ts';
import { monthsOn } from './derive.ts';
import { clerkCard, NAME_ROOM } from './clerk-card.ts';
import { clerkPhoto, lacksPhoto, NO_PHOTO, noPhotoAt } from './clerk-photo.ts';
import { CLERKS_MOST } from './policy.ts';
import { readByUnits } from './readers.ts';

const clerkForm = onePage('专办员', {
  name: text('姓名', { max: 30, required: true, room: NAME_ROOM, width: 4 }),
  unit: pick('单位', 'org', { required: true, width: 8 }),
  login: text('登录用户名', { max: 64, required: true, width: 4 }),
  phone: identifier('phone', '手机', { sensitivity: 'personal', width: 4 }),
  belongs: pick('所属外办', 'org', { required: true, width: 6 }),
  since: date('任职日期', { required: true, width: 4 }),
  trainedOn: date('最近培训合格', { width: 6 }),
  trainedUntil: date('应于此日前再培训', { width: 6, help: '从未参加培训的填任职前一天' }),
  photo: clerkPhoto,
});

const trained = onePage('培训合格', { day: date('培训日期', { required: true }) });

const stages: GivenStages = {
  first: 'active',
  list: {
    active: '在任',
    due: '应培训',
    left: '已离任',
  },
  moves: [
    move('train', '登记培训合格', ['active', 'due'], 'active', {
      form: trained,
      fits: (row, { day }, { today }) => {
        const before = typeof row.answers.trainedOn === 'string' ? row.answers.trainedOn : '';
        const on = typeof day === 'string' ? day : '';
        if (on <= today && on >= before) return [];
        const says = on > today ? '培训日期在今天之后' : `已有${before}的培训记录`;
        return [
          blocking('clerk.trained', ['day'], says, 'The day does not fit', {
            todo: '请核对日期',
            basis: accountRule('专办员定期培训'),
          }),
        ];
      },
      sets: (_row, { day }, { policy }) => ({
        trainedOn: day,
        trainedUntil: monthsOn(textIn(day), policy.number(`${CLERKS}.training-years`) * 12),
      }),
    }),
    move('fall-due', '培训到期', 'active', 'due', {
      needs: ({ answers }, { today }) => notBefore(textIn(answers.trainedUntil), today),
    }),
    move('return', '重新任职', 'left', 'active', {
      asks: { day: date('任职日期', { required: true }) },
      sets: (_row, { day }) => ({ since: day }),
    }),
    move('leave', '离任', ['active', 'due'], 'left', {
      asks: {
        day: date('离任日期', { required: true }),
        to: text('接收人', { max: 30 }),
      },
    }),
  ],
};

/** A course for clerks that was passed counts for the clerk of that name in that unit. */
const hears: Hearing = {
  register: 'attendance',
  told: ({ answers, stage }, event) => {
    const passed =
      (event.type === 'moved' && event.to === 'passed') ||
      (event.type === 'entered' && event.stage === 'passed');
    const { kind, name, unit, day } = answers;
    return passed && stage === 'passed' && kind === 'filer' && typeof day === 'string'
      ? { near: { name, unit }, move: 'train', data: { day } }
      : null;
  },
};

/** 专办员备案: who files for which unit, since when, and until when the training holds. */
export const unitClerks = defineRegister({
  code: CLERKS,
  name: '专办员备案',
  en: 'Clerks of units',
  category: '资源',
  what: '每家单位的专办员：哪天任职、最近哪天培训合格、哪天前应再培训；“应培训”一栏按市导出就是培训名单。',
  basis: [accountRule('').title],
  measure: '人',
  form: clerkForm,
  checks: [
    {
      ...NO_PHOTO,
      code: 'CL-01',
      reads: ['name'],
      run: ({ photo }) => (lacksPhoto(photo) ? [noPhotoAt(['photo'])] : []),
    },
  ],
  facts: { tables: [], lookups: {} },
  policies: [
    CLERKS_MOST,
    {
      key: `${CLERKS}.training-years`,
      label: '专办员培训的有效年限',
      type: 'number',
      unit: '年',
      default: 3,
      bounds: [1, 20],
      unconfirmed: true,
    },
    {
      key: `${CLERKS}.warn`,
      label: '专办员培训到期前几天提醒',
      type: 'list',
      default: ['90', '30'],
      unconfirmed: true,
    },
  ],
  title: ({ name, unit }) => [name, unit?.title].filter(Boolean).join(' ') || '专办员',
  cardFacts: ({ unit, trainedOn, trainedUntil }) => [
    { label: '单位', value: unit?.title ?? '' },
    { label: '最近培训', value: trainedOn ?? '没有记录' },
    { label: '再培训', value: trainedUntil ?? '' },
  ],
  columns: [
    {
      key: 'office',
      label: '所属外办',
      filter: true,
      of: ({ belongs }) =>
        belongs instanceof Object && 'title' in belongs && typeof belongs.title === 'string'
          ? belongs.title
          : '',
    },
    { key: 'name' },
    { key: 'unit' },
    { key: 'login', later: true },
    { key: 'phone' },
    { key: 'since', later: true },
    { key: 'trainedOn' },
    { key: 'trainedUntil' },
  ],
  unique: ['unit', 'login'],
  near: ['name', 'unit'],
  day: 'trainedUntil',
  org: 'unit',
  stages,
  papers: [clerkCard],
  hears,
  dates: [
    {
      field: 'trainedUntil',
      label: '专办员培训到期',
      warn: `${CLERKS}.warn`,
      after: 'fall-due',
      tells: ['filer'],
      when: ({ stage }) => stage === 'active',
    },
  ],
  relations: [],
  ...readByUnits,
  // Filed or entered by hand: both count.
  most: {
    stages: ['active', 'due'],
    policy: CLERKS_MOST.key,
    todo: '请先办理交接，或登记离任',
    basis: accountRule('专办员最多二名'),
  },
  samples: (today) => [
    {
      answers: {
        name: '示例专办员',
        unit: { id: '', title: '云泽国际经济技术合作有限责任公司' },
        belongs: { id: '', title: '云泽省人民政府外事办公室' },
        login: 'sample-clerk',
        since: '2026-01-04',
        trainedUntil: today,
      },
    },
  ],
});
