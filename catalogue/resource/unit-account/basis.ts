import { blocking, type Problem } from '@zhitongche/base';

/** The rules of the account; taken from what other offices ask (深圳), to be confirmed by each office. */
export const accountRule = (article: string) =>
  ({ title: '本单位因公出访单位开户备案管理规定', article, unconfirmed: true }) as const;

/** The standard of the code. */
export const CODE = { title: 'GB 32100-2015《法人和其他组织统一社会信用代码编码规则》' } as const;

/** Codes of the registers this folder keeps. */
export const BOOK = 'unit-account-book';
export const CLERKS = 'unit-account-clerk';

/** What stands in the way of a term that has not ended: the clock ends it, nobody earlier. */
export const notBefore = (until: string, today: string): readonly Problem[] =>
  until < today
    ? []
    : [
        blocking('account.not-over', [], `到${until}为止，还没有到期`, 'The term has not ended', {
          todo: '到期后由系统自动登记',
          basis: accountRule('到期以有效期为准'),
        }),
      ];
