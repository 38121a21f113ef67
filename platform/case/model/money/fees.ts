import type { Json, Problem } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import { type FeesDef, type Fixed, type Priced, priceBill } from '@zhitongche/money';
import type { PolicyReader } from '@zhitongche/office';
import type { Check } from '../check.ts';
import type { Service } from '../service.ts';
import type { CaseState } from '../state.ts';

/** The bill as it would be fixed today; nothing for a service that charges nothing. */
export const billToday = (
  { fees, policies }: Pick<Service, 'fees' | 'policies'>,
  filed: CaseState | { readonly answers: Answers; readonly derived: Json },
  policy: PolicyReader,
  fixed?: Fixed,
): Priced | undefined => {
  if (!fees) return undefined;
  const state = 'step' in filed ? filed : undefined;
  const asked: FeesDef = { ...fees, lines: (answers, derived) => fees.lines(answers, derived, state) };
  return priceBill(asked, policies, filed, policy, fixed);
};

/** Code of the problem of a day without a fee. */
export const NO_FEE = 'fees.not-set';

/** Why nothing can be billed on a day: fees that no row covers. */
export const feeProblem = (missing: readonly string[], day: string): Problem => ({
  code: NO_FEE,
  level: 'block',
  at: [],
  message: `${missing.map((name) => `“${name}”`).join('、')}在${day}没有有效的收费标准，暂不能申报`,
  en: `No fee is set for ${day}: ${missing.join(', ')}`,
  todo: '请联系外办：由系统管理员在“数值设定”中补上收费标准的起止日期和文件依据后再提交',
  basis: { title: '《中华人民共和国价格法》', article: '第四十七条' },
});

/** A service is not filed on a day its fees have no price: nobody could be told what it costs. */
export const feeCheck = (service: Pick<Service, 'fees' | 'policies' | 'derive'>): Check => ({
  code: NO_FEE,
  title: '申报当日应有有效的收费标准',
  level: 'block',
  basis: { title: '《中华人民共和国价格法》', article: '第四十七条' },
  reads: [],
  run: (answers, context) => {
    const priced = billToday(service, { answers, derived: service.derive(answers, context) }, context.policy);
    if (!priced || priced.missing.length === 0 || priced.exempt) return [];
    const { message, en, todo } = feeProblem(priced.missing, context.today);
    return [{ at: [], message, en, ...(todo === undefined ? {} : { todo }) }];
  },
});
