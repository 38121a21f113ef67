import type { Body } from '@zhitongche/contract/web';

/** Verbs that reach into somebody's work at once, with what they do. */
export const ACCOUNT_VERBS = {
  stop: {
    verb: '停用账户',
    said: '已停用',
    text: '立即退出登录，此后不能再登录。经办的件和记录都保留；轮到此人的件请另行转办。',
    body: { active: false },
  },
  password: {
    verb: '重置密码',
    said: '已重置密码',
    text: '立即退出登录，原密码作废，换成一次性的初始密码，首次登录须修改。账户有角色的，须另一名管理员确认后才能执行，并告知本人。',
    body: { resetPassword: true },
  },
  totp: {
    verb: '重置动态口令',
    said: '已重置动态口令',
    text: '立即退出登录，手机上的口令作废，下次登录时重新绑定。请先当面核实是本人。账户有角色的，须另一名管理员确认后才能执行，并告知本人。',
    body: { resetTotp: true },
  },
} as const satisfies Readonly<
  Record<string, { verb: string; said: string; text: string; body: Body<'changeAccount'> }>
>;

/** One of the verbs. */
export type AccountVerb = keyof typeof ACCOUNT_VERBS;
