import type { Basis } from '@zhitongche/base';

const read = (title: string, article: string): Basis => ({ title, article, unconfirmed: true });

/** The Hong Kong and Macao office of the State Council on temporary official trips there; only its title was read. */
export const hkm36 = (article: string): Basis =>
  read('港办联字〔2015〕36号《关于进一步加强和规范国家工作人员因公临时赴港澳管理的意见》', article);

/** What has to go up to that office, as one city describes it. */
export const shenzhen = (article: string): Basis =>
  read('深圳市因公赴港澳审批规定（须报国务院港澳办事项）', article);

/** Kinds of endorsements and the stays they allow. */
export const endorsements = (article: string): Basis =>
  read('因公往来港澳通行证签注种类（办理须知）', article);

/** How one province has its units keep permits. */
export const hunan = (article: string): Basis => read('湖南省因公赴港澳办事指南', article);

/** What units write into their own rules. */
export const units = (article: string): Basis => read('教职工因公赴港澳手续', article);
