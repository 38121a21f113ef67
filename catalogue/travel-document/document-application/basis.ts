import type { Basis } from '@zhitongche/base';

const read = (title: string, article: string): Basis => ({ title, article, unconfirmed: true });

/** What the foreign ministry's passport desk tells applicants. */
export const passportDesk = (article: string): Basis =>
  read('外交部领事司《因公护照申办与保管》（办理须知）', article);

/** Who is entitled to which passport, as the law is explained. */
export const entitlement = (article: string): Basis => read('护照种类与颁发对象（《护照法》说明）', article);

/** How names of Han characters are spelled on documents. */
export const SPELLING: Basis = {
  title: 'GB/T 28039-2011《中国人名汉语拼音字母拼写规则》',
  article: '姓在前、名在后；ü 在证件上写作 YU',
};
