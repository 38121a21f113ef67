import { choice, date, identifier, integer, text, yesNo, type Ask, type RowOf } from '@zhitongche/form';
import { OPTIONS } from '../choices.ts';
import { knownMember } from './known-member.ts';

const ranked =
  (...ranks: readonly string[]): Ask =>
  ({ rank }) =>
    typeof rank === 'string' && ranks.includes(rank);

/** Columns of the members table; the labels are the heads of the spreadsheet offices import. */
export const memberColumns = {
  name: text('姓名', { max: 30, required: true, also: ['中文姓名', '人员姓名'], pick: knownMember }),
  pinyin: text('拼音', {
    also: ['姓名拼音', '拼音姓名', '汉语拼音'],
    max: 60,
    required: true,
    pattern: { regex: '^[A-Z]+( [A-Z]+)+$', hint: '姓在前、名在后，大写字母，中间空一格，如 ZHANG SAN' },
  }),
  sex: choice(
    '性别',
    [
      { value: 'M', label: '男' },
      { value: 'F', label: '女' },
    ],
    { required: true },
  ),
  birthDate: date('出生日期', {
    required: true,
    sensitivity: 'personal',
    also: ['出生年月', '出生年月日', '出生时间', '生日'],
  }),
  birthPlace: text('出生地', { max: 30, required: true, sensitivity: 'personal' }),
  household: text('户籍地', { max: 60, required: true, sensitivity: 'personal', also: ['户口所在地'] }),
  nation: text('民族', { max: 20, required: true, sensitivity: 'personal' }),
  politics: choice('政治面貌', OPTIONS.politics, { required: true, sensitivity: 'personal' }),
  marital: choice('婚姻状况', OPTIONS.marital, { required: true, sensitivity: 'personal' }),
  health: text('健康状况', { max: 30, required: true, sensitivity: 'personal' }),
  mobile: identifier('phone', '手机', { sensitivity: 'personal', also: ['手机号', '手机号码'] }),
  citizenId: identifier('citizen-id', '身份证号', {
    required: true,
    sensitivity: 'sensitive',
    also: ['身份证号码', '公民身份号码', '居民身份证号', '居民身份证号码', '身份证'],
  }),
  employer: text('工作单位', { max: 60, required: true, also: ['单位', '所在单位', '单位名称', '派出单位'] }),
  post: text('职务（职称）', {
    max: 60,
    required: true,
    also: ['现任职务', '行政职务', '职务职称', '职务/职称'],
  }),
  rank: choice('职级', OPTIONS.ranks, { required: true }),
  position: choice('任职情形', OPTIONS.positions, {
    required: true,
    help: '审批权限和出访频次按任职情形区分；同时属于几种的选排在后面的一种',
    shown: ranked('ministry', 'bureau', 'division', 'technical'),
  }),
  dutyScope: text('分管或从事的工作', { max: 100, help: '说明与本次任务的关系' }),
  foreignTitle: text('对外身份', { max: 60, required: true }),
  role: choice('团组身份', OPTIONS.roles, { required: true }),
  employment: choice('在职情况', OPTIONS.employments, { required: true }),
  academic: yesNo('教学科研人员', {
    required: true,
    shown: (_row, whole) => whole.missionKind === 'academic',
  }),
  leadership: yesNo('本单位领导班子成员', { required: true }),
  secrecy: choice('涉密情况', OPTIONS.secrecy, { required: true, sensitivity: 'personal' }),
  foreignNationality: yesNo('取得外国国籍', {
    required: true,
    sensitivity: 'personal',
    help: '如实填写；瞒报的按规定处理',
  }),
  foreignResidence: yesNo('取得国（境）外长期、永久居留权', {
    required: true,
    sensitivity: 'personal',
    help: '如实填写；瞒报的按规定处理',
  }),
  clearance: choice('人员审查方式', OPTIONS.clearances, {
    required: true,
    help: '首次出访的新办政审；按规定只需备案的填人员备案表',
  }),
  clearanceBy: text('人员审批单位', {
    max: 60,
    required: true,
    help: '按干部管理权限，如：中共某某市委组织部',
  }),
  clearanceNumber: text('审查批件文号', {
    max: 60,
    required: true,
    shown: (row) => row.clearance === 'valid',
  }),
  clearanceUntil: date('审查批件有效期至', { required: true, shown: (row) => row.clearance === 'valid' }),
  hasFamily: yesNo('有配偶、子女、父母等家庭成员', {
    required: true,
    sensitivity: 'personal',
    help: '有的在“家庭成员”中逐人填写',
  }),
  tripsThisYear: integer('出境当年已出访次数', {
    required: true,
    min: 0,
    max: 50,
    unit: '次',
    help: '按出境日期所在的年份；不含本次和学术交流合作',
  }),
  tripsTwoYears: integer('近两年内已出访次数', {
    required: true,
    min: 0,
    max: 50,
    unit: '次',
    help: '本次出境日之前两年内；不含本次和学术交流合作',
    shown: ranked('bureau', 'division'),
  }),
  tripsTerm: integer('本届任期内已出访次数', {
    required: true,
    min: 0,
    max: 50,
    unit: '次',
    help: '不含本次和学术交流合作',
    shown: ranked('bureau'),
  }),
  passportKind: choice('护照种类', OPTIONS.passportKinds, { required: true }),
  privateGrounds: choice('使用因私护照的情形', OPTIONS.privateGrounds, {
    required: true,
    shown: (row) => row.passportKind === 'private',
  }),
  passportNumber: identifier('passport', '护照号', {
    sensitivity: 'sensitive',
    also: ['护照号码', '因公护照号', '因公护照号码'],
    help: '尚未领取护照的可以不填',
  }),
  passportUntil: date('护照有效期至', {
    also: ['护照有效期', '护照有效期限', '有效期至', '有效期'],
    shown: (row) => Boolean(row.passportNumber),
  }),
  otherPassport: yesNo('另有未交回的有效因公护照', { required: true }),
  cabin: choice('国际航班舱位', OPTIONS.cabins, { required: true }),
};

/** One traveller as checks see it: every cell sound or absent. */
export type Member = RowOf<typeof memberColumns>;

/** True for a traveller whose passport is the office's to keep; a private one never comes to the desk. */
export const usesOfficial = ({ passportKind }: Member): boolean => passportKind !== 'private';
