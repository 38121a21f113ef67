import type { Basis } from '@zhitongche/base';

/** Code of the register of cards. */
export const CARDS = 'apec-card';

const of =
  (title: string) =>
  (article: string): Basis => ({ title, article, unconfirmed: true });

/** The ministry's rules on applying for and keeping the card, by name; their text was not read. */
export const method = (article: string): Basis => ({
  title: '外发〔2018〕6号《APEC商务旅行卡申办管理办法》',
  article,
  unconfirmed: true,
});
/** Guides of city offices that state conditions and figures. */
export const wuxi = of('无锡市外办APEC商务旅行卡申办指南（2024年）');
export const nanjing = of('南京市APEC商务旅行卡办理指南（2025年4月）');
export const zhongshan = of('中山市外办APEC商务旅行卡常见问题（2026年3月）');
/** What Shanghai answers of running, renewing and keeping cards. */
export const shanghai = of('上海市外办APEC商务旅行卡问答（管理篇，2025年2月）');
/** Who handles an enterprise's applications. */
export const shenzhen = of('深圳市外办APEC商务旅行卡办事指南');
