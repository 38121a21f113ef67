import { ADMIN_ROLES, ROLES } from '@zhitongche/access';
import { type PolicyDef, type PolicyReader, type PolicyRow, makePolicyReader } from '@zhitongche/office';

const djcp = (article: string) => ({ title: 'GB/T 22239-2019', article });

/**
 * Figures of log-in; offices set them like any other policy, within bounds that keep the door both closed and able to open. Values shipped are those usual for level 3 of 等级保护. */
export const LOGIN_POLICIES = [
  {
    key: 'login.password-length',
    label: '密码最短长度',
    type: 'number',
    unit: '位',
    default: 10,
    bounds: [8, 64],
    seconded: true,
    basis: djcp('8.1.4.1 a'),
    unconfirmed: true,
  },
  {
    key: 'login.password-classes',
    label: '密码至少含几类字符（大写、小写、数字、符号）',
    type: 'number',
    unit: '类',
    default: 3,
    bounds: [2, 4],
    seconded: true,
    basis: djcp('8.1.4.1 a'),
    unconfirmed: true,
  },
  {
    key: 'login.password-history',
    label: '不得重复最近几次密码',
    type: 'number',
    unit: '次',
    default: 5,
    bounds: [1, 24],
    seconded: true,
    basis: djcp('8.1.4.1 a'),
    unconfirmed: true,
  },
  {
    key: 'login.password-days',
    label: '密码有效期（0 为不限）',
    type: 'number',
    unit: '天',
    default: 90,
    bounds: [0, 365],
    seconded: true,
    basis: djcp('8.1.4.1 a'),
    unconfirmed: true,
  },
  {
    key: 'login.tries',
    label: '同一账户连续失败几次后锁定',
    type: 'number',
    unit: '次',
    default: 5,
    bounds: [3, 10],
    seconded: true,
    basis: djcp('8.1.4.1 b'),
    unconfirmed: true,
  },
  {
    // A whole building stands behind one address: a thousand people of whom one in five mistypes once.
    key: 'login.source-tries',
    label: '同一来源地址失败几次后锁定',
    type: 'number',
    unit: '次',
    default: 200,
    bounds: [5, 1000],
    seconded: true,
    basis: djcp('8.1.4.1 b'),
    unconfirmed: true,
  },
  {
    key: 'login.lock-minutes',
    label: '锁定时长',
    type: 'number',
    unit: '分钟',
    default: 15,
    bounds: [1, 1440],
    seconded: true,
    basis: djcp('8.1.4.1 b'),
    unconfirmed: true,
  },
  {
    key: 'login.idle-minutes',
    label: '多久不操作即退出',
    type: 'number',
    unit: '分钟',
    default: 30,
    bounds: [5, 60],
    seconded: true,
    basis: djcp('8.1.4.1 b'),
    unconfirmed: true,
  },
  {
    key: 'login.session-hours',
    label: '一次登录最长时间',
    type: 'number',
    unit: '小时',
    default: 12,
    bounds: [1, 24],
    seconded: true,
    basis: djcp('8.1.4.1 b'),
    unconfirmed: true,
  },
  {
    key: 'login.sessions',
    label: '同一账户同时登录的设备数',
    type: 'number',
    unit: '个',
    default: 3,
    bounds: [1, 10],
    seconded: true,
    basis: djcp('8.1.4.2 c'),
    unconfirmed: true,
  },
  {
    key: 'login.totp-roles',
    label: '必须绑定动态口令的角色',
    type: 'list',
    default: ['system-admin', 'security-admin', 'audit-admin', 'director', 'deputy-director'],
    among: ROLES,
    always: ADMIN_ROLES,
    seconded: true,
    basis: djcp('8.1.4.1 d'),
    unconfirmed: true,
  },
  {
    key: 'login.delegation-days',
    label: '一次外出委托最长时间',
    type: 'number',
    unit: '天',
    default: 180,
    bounds: [1, 366],
    seconded: true,
    unconfirmed: true,
  },
  {
    key: 'login.request-days',
    label: '两人办理的请求（重置、登录数值）多久未办完即失效',
    type: 'number',
    unit: '天',
    default: 3,
    bounds: [1, 30],
    seconded: true,
    unconfirmed: true,
  },
  {
    key: 'login.request-key-days',
    label: '防重复提交记录保留时间',
    type: 'number',
    unit: '天',
    default: 7,
    bounds: [1, 90],
    seconded: true,
    unconfirmed: true,
  },
] as const satisfies readonly PolicyDef[];

/** The figures in force, read once per use. */
export interface LoginPolicy {
  readonly passwordLength: number;
  readonly passwordClasses: number;
  readonly passwordHistory: number;
  /** 0 = passwords do not grow old. */
  readonly passwordDays: number;
  readonly tries: number;
  readonly sourceTries: number;
  readonly lockMinutes: number;
  readonly idleMinutes: number;
  readonly sessionHours: number;
  readonly sessions: number;
  readonly totpRoles: readonly string[];
  readonly delegationDays: number;
  /** Days after which a request that wants two administrators lapses. */
  readonly requestDays: number;
  readonly requestKeyDays: number;
}

/** Reads the log-in figures of an office on a day from its policy rows. */
export function loginPolicy(rows: readonly PolicyRow[], day: string): LoginPolicy {
  const reader: PolicyReader = makePolicyReader(LOGIN_POLICIES, rows, [], day);
  return {
    passwordLength: reader.number('login.password-length'),
    passwordClasses: reader.number('login.password-classes'),
    passwordHistory: reader.number('login.password-history'),
    passwordDays: reader.number('login.password-days'),
    tries: reader.number('login.tries'),
    sourceTries: reader.number('login.source-tries'),
    lockMinutes: reader.number('login.lock-minutes'),
    idleMinutes: reader.number('login.idle-minutes'),
    sessionHours: reader.number('login.session-hours'),
    sessions: reader.number('login.sessions'),
    totpRoles: reader.list('login.totp-roles'),
    delegationDays: reader.number('login.delegation-days'),
    requestDays: reader.number('login.request-days'),
    requestKeyDays: reader.number('login.request-key-days'),
  };
}
