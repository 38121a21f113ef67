import {
  type AnswersOf,
  choice,
  date,
  identifier,
  integer,
  onePage,
  options,
  pick,
  text,
  yesNo,
} from '@zhitongche/form';

/** Documents an office keeps for those who travel on duty. */
export const KINDS = {
  diplomatic: '外交护照',
  official: '公务护照',
  ordinary: '公务普通护照',
  permit: '因公往来港澳通行证',
} as const;

/** Why a document no longer counts. */
export const CANCELLED = {
  expired: '有效期满',
  renewed: '换发新证',
  left: '离任、退休、调离',
  revoked: '被吊销、宣布作废',
  lost: '遗失',
  found: '遗失、吊销后交来',
  damaged: '损毁',
  other: '其他',
} as const;

/** What is known of a document whatever happens to it. */
export const custodyForm = onePage('证照', {
  kind: choice('证照种类', options(KINDS), { required: true, width: 4 }),
  number: identifier('passport', '证照号码', {
    required: true,
    sensitivity: 'sensitive',
    also: ['护照号', '护照号码', '通行证号'],
    width: 4,
  }),
  place: text('存放位置', {
    max: 60,
    required: true,
    also: ['存放地址', '柜号'],
    help: '柜、层、格',
    width: 4,
  }),
  holder: text('持有人', { max: 60, required: true, sensitivity: 'personal', also: ['姓名'], width: 4 }),
  unit: pick('持有人单位', 'org', { required: true, also: ['单位', '派出单位'], width: 8 }),
  citizenId: identifier('citizen-id', '持有人身份证号', {
    sensitivity: 'sensitive',
    also: ['身份证号', '身份证号码'],
    help: '通行证逾期只影响本人，凭这个号码认人',
    width: 4,
  }),
  issued: date('签发日期', { required: true, width: 4 }),
  until: date('有效期至', { required: true, also: ['有效期'], width: 4 }),
  note: text('备注', { max: 300, lines: 2 }),
});

/** What only moves set. */
export const set = {
  title: '去向',
  fields: {
    borrower: text('领用人', { max: 60, sensitivity: 'personal', width: 4 }),
    caseNumber: text('依据办件', { max: 60, width: 4 }),
    exitOn: date('出境日期', { width: 4 }),
    days: integer('批准天数', { unit: '天', width: 4 }),
    due: date('应交回日期', { width: 4 }),
    stamps: yesNo('已核对出入境记录', { width: 4 }),
    daysAbroad: integer('实际在外天数', { unit: '天', width: 4 }),
    returnedOn: date('交回日期', { width: 4 }),
    missed: date('逾期交回的，应交回日期', { width: 4 }),
    lostOn: date('遗失日期', { width: 4 }),
    cancelled: choice('注销原因', options(CANCELLED), { width: 4 }),
  },
} as const;

/** Answers to it, with what moves set. */
export type Custody = AnswersOf<typeof custodyForm> & {
  readonly caseNumber?: string;
  readonly days?: number;
  readonly due?: string;
  readonly exitOn?: string;
};

/** The cabinet a document lies in: the first part of its place, up to the word for it. */
export const cabinetOf = ({ place = '' }: Pick<Custody, 'place'>): string =>
  /^\s*([^\s柜]*柜)/u.exec(place)?.[1] ?? place.trim().split(/\s/u)[0] ?? '';
