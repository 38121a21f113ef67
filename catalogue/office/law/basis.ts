import type { Basis } from '@zhitongche/base';

/** Why an office keeps the texts it cites: whoever is told of a rule may read it. */
export const LIBRARY: Basis = {
  title: '本单位台账管理规定',
  article: '引用的法规文件逐件登记，写明效力和原文是否核对',
  unconfirmed: true,
};
