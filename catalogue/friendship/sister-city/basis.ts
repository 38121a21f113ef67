import type { Basis } from '@zhitongche/base';

/** 《友好城市工作管理规定》 of the national association, 2002: no agreement before its reply. */
export const RULES: Basis = {
  title: '《友好城市工作管理规定》（中国人民对外友好协会，2002）',
  article: '结好须报全国友协批准，批准前不得签署结好协议',
  unconfirmed: true,
};
