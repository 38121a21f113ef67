import { choice, date, identifier, integer, text, yesNo } from '@zhitongche/kernel';
import type { RowOf } from '@zhitongche/kernel';
import { OPTIONS } from '../choices.ts';

/** Columns of the members table; the labels are the heads of the spreadsheet offices import. */
export const memberColumns = {
  name: text('姓名', { max: 30, required: true, also: ['中文姓名', '人员姓名'] }),
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
    help: '出访频次规则按任职情形区分',
    shown: (row) => row.rank === 'bureau' || row.rank === 'ministry',
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
  foreignResidence: yesNo('取得外国国籍或境外长期、永久居留权', { required: true, sensitivity: 'personal' }),
  tripsThisYear: integer('本年度已出访次数', { required: true, min: 0, max: 50, unit: '次' }),
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
