import type { Basis } from '@zhitongche/base';

/** Rules on internal control of public bodies: contracts are registered, their performance and payments followed. */
export const CONTROL: Basis = {
  title: '财会〔2012〕21号《行政事业单位内部控制规范（试行）》',
  article: '合同控制：合同登记、履行监督与价款结算',
  unconfirmed: true,
};
