import type { Roster } from '@zhitongche/register';

/** What duty rests on until the office puts its own rule in its place. */
export const DUTY = {
  title: '本单位值班工作制度',
  article: '二十四小时双人双岗，交接班当面签字',
  unconfirmed: true,
} as const;

/** Two posts round the clock: by day and by night where people work, one turn of twenty-four hours where they rest. */
export const roster = {
  post: 'post',
  shift: 'shift',
  day: 'day',
  person: 'person',
  posts: {
    main: { label: '主班', needs: 'duty-roster.main' },
    second: { label: '副班', needs: 'duty-roster.second' },
  },
  shifts: {
    day: { label: '白班', from: '08:30', to: '17:30', on: 'workday' },
    night: { label: '夜班', from: '17:30', to: '08:30', on: 'workday' },
    whole: { label: '休息日全天', from: '08:30', to: '08:30', on: 'restday' },
  },
  stands: ['planned', 'asking', 'handed', 'done'],
  mayStand: ['window', 'handler', 'countersigner', 'division-head', 'passport-officer', 'finance-officer'],
} as const satisfies Roster;
