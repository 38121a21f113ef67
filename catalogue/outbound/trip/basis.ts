import type { Basis } from '@zhitongche/base';

export { funds516, standards434 } from '../../shared/travel-basis.ts';

const basis = (title: string, article: string, unconfirmed = false): Basis => ({
  title,
  article,
  ...(unconfirmed ? { unconfirmed: true } : {}),
});

/**
 * The 2013 opinion on size, days and frequency; its full text has not been read, the figures come from provincial
 * and unit rules that implement it, hence unconfirmed.
 */
export const opinion16 = (article: string): Basis =>
  basis('中办发〔2013〕16号《关于进一步规范省部级以下国家工作人员因公临时出国的意见》', article, true);

/** Opinion on trips of teaching and research staff. */
export const academic17 = (article: string): Basis =>
  basis('厅字〔2016〕17号《关于加强和改进教学科研人员因公临时出国管理工作的指导意见》', article);

/** The education ministry's notice on official trips. */
export const education2015 = (article: string): Basis =>
  basis('教外厅〔2015〕1号《关于进一步加强因公临时出国（境）管理的通知》', article);

/** The foreign ministry's rules on keeping official passports. */
export const custody = (article: string): Basis =>
  basis('《外交护照公务护照和公务普通护照收缴管理规定》', article);

/** What the foreign ministry's passport desk tells applicants; the rules it applies were not read. */
export const passportDesk = (article: string): Basis =>
  basis('外交部领事司《因公护照申办与保管》（办理须知）', article, true);

/** Anything else, by the name of the document or practice it was read from. */
export const practice = (title: string, article: string): Basis => basis(title, article, true);
