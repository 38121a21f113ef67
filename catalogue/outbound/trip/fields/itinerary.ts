import { choice, choices, country, date, decimal, text, yesNo, type Ask, type RowOf } from '@zhitongche/form';
import { OPTIONS } from '../choices.ts';
import { knownHost } from './known-host.ts';

/** True for a training trip, however it was put together. */
export const isTraining = (answers: {
  readonly caseType?: unknown;
  readonly missionKind?: unknown;
}): boolean => answers.caseType === 'training' || answers.missionKind === 'training';

const staying: Ask = (row) => row.transit === false;
const hotelPaid: Ask = (row) =>
  row.transit === false && !(Array.isArray(row.hostCovers) && row.hostCovers.includes('lodging'));
const hasMinister: Ask = (row, whole) =>
  hotelPaid(row, whole) &&
  Array.isArray(whole.members) &&
  whole.members.some(
    (m: unknown) => typeof m === 'object' && m !== null && 'rank' in m && m.rank === 'ministry',
  );

/** What hotels are paid in: said by the row, else what the table of standards has for the place. */
const HOTEL_CURRENCY = { column: 'hotelCurrency', otherwise: '标准币种' };

/** Columns of the legs table: one row per city, in the order travelled. */
export const legColumns = {
  country: country('国家（地区）', { required: true }),
  city: text('城市', { max: 40, required: true }),
  transit: yesNo('仅过境', { required: true }),
  leftAirport: yesNo('过境时离开机场', { required: true, shown: (row) => row.transit === true }),
  arrive: date('抵达日期', { required: true }),
  leave: date('离开日期', { required: true }),
  inviter: text('邀请单位（中文）', { max: 80, required: true, shown: staying, pick: knownHost }),
  inviterForeign: text('邀请单位（外文）', { max: 160, required: true, shown: staying }),
  inviterKind: choice('邀请单位性质', OPTIONS.inviters, { required: true, shown: staying }),
  inviterPerson: text('邀请人', { max: 80, required: true, shown: staying }),
  inviterPost: text('邀请人职务', { max: 80, required: true, shown: staying }),
  inviterAddress: text('邀请单位地址（中文、外文）', { max: 200, lines: 2, required: true, shown: staying }),
  inviterPhone: text('邀请单位电话', { max: 40, shown: staying }),
  relation: text('与邀请单位的关系', { max: 300, lines: 2, required: true, shown: staying }),
  hostCovers: choices('接待方承担', OPTIONS.hostCovers, { shown: staying }),
  standardFrom: country('参照开支标准的邻国', {
    help: '当地没有开支标准（新建交、未建交国家）时填写经济水平相近的邻国',
    shown: staying,
  }),
  hotelPrice: decimal('拟住酒店每人每晚', {
    scale: 2,
    min: '0',
    currency: HOTEL_CURRENCY,
    shown: hotelPaid,
  }),
  hotelCurrency: choice('房价币种', OPTIONS.currencies, {
    help: '不填即为当地标准所用币种',
    shown: hotelPaid,
  }),
  suitePrice: decimal('省部级人员每晚房价', {
    scale: 2,
    min: '0',
    currency: HOTEL_CURRENCY,
    shown: hasMinister,
  }),
  conferenceHotel: yesNo('须住会议指定酒店', { shown: hotelPaid }),
  hotelApproval: text('超标准住宿的询价和事前审批情况', {
    max: 300,
    lines: 2,
    shown: (row, whole) => hotelPaid(row, whole) && row.conferenceHotel === true,
  }),
  trainingFee: decimal('培训费每人每天', {
    scale: 2,
    min: '0',
    unit: '标准币种',
    help: '按当地开支标准所用币种填写',
    shown: (row, whole) => row.transit === false && isTraining(whole),
  }),
};

/** One leg as checks see it: every cell sound or absent. */
export type Leg = RowOf<typeof legColumns>;

/** Columns of the daily programme. */
export const programmeColumns = {
  date: date('日期', { required: true }),
  period: choice('时段', OPTIONS.periods, { required: true }),
  city: text('城市', { max: 40, required: true }),
  kind: choice('安排性质', OPTIONS.activities, { required: true }),
  activity: text('活动内容', { max: 300, lines: 2, required: true }),
  counterpart: text('会见单位和人员', { max: 120 }),
};

/** One programme entry. */
export type ProgrammeRow = RowOf<typeof programmeColumns>;
