import { addDeskWay } from '@zhitongche/shell/web';

/** Leads the passport desk to the passports that are out: they come back one by one, while the case is still its unit's turn. */
export const leadToPassports = (): void =>
  addDeskWay({
    to: '/insight/registers/passport-custody',
    label: '证件交回',
    icon: 'table',
    note: '应交回的因公证件，从台账打开办件逐本登记',
    shown: (me) => me.grants.some(({ role }) => role === 'passport-officer'),
  });

/** Leads the office to what people say of it. */
export const leadToVoices = (): void =>
  addDeskWay({
    to: '/insight/voices',
    label: '满意度',
    icon: 'chart',
    note: '各类人群怎么评，多少人评，为什么不满意',
    shown: (me) => me.grants.some(({ role }) => READS_VOICES.includes(role)),
  });

const READS_VOICES: readonly string[] = [
  'window',
  'handler',
  'countersigner',
  'division-head',
  'deputy-director',
  'director',
  'passport-officer',
  'finance-officer',
];

/** Leads whoever takes or keeps money to the ledger and the days of the books. */
export const leadToMoney = (): void =>
  addDeskWay({
    to: '/desk/money',
    label: '收费',
    icon: 'table',
    note: '账单、缴费和退款，每天与银行对清',
    shown: (me) => me.grants.some(({ role }) => role === 'finance-officer'),
  });

/** Leads the desk to what recurs and opens by itself. */
export const leadToDuties = (): void =>
  addDeskWay({
    to: '/desk/duties',
    label: '定期事项',
    icon: 'calendar',
    note: '到时自动打开的任务，下一次是哪一天',
    shown: () => true,
  });

/** Leads the counter to who is expected, who waits and who is called. */
export const leadToQueue = (): void =>
  addDeskWay({
    to: '/desk/queue',
    label: '窗口叫号',
    icon: 'users',
    note: '今天谁约了，谁在等，叫下一号，大厅屏幕',
    shown: (me) => me.grants.some(({ role }) => QUEUE_CALLERS.includes(role)),
  });

const QUEUE_CALLERS: readonly string[] = ['window', 'handler', 'passport-officer'];

/** Leads the counter to what it does for people who belong to no unit. */
export const leadToCounter = (): void =>
  addDeskWay({
    to: '/desk/counter',
    label: '公众窗口',
    icon: 'users',
    note: '登记实名，确认企业，为到窗口的人代办',
    shown: (me) => me.grants.some(({ role }) => role === 'window' || role === 'handler'),
  });
