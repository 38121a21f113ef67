import type { Basis } from '@zhitongche/base';

/** The treaty under which an apostille is given; in force for China since 2023-11-07. */
export const convention = (article: string): Basis => ({
  title: '《取消外国公文书认证要求的公约》（1961）',
  article,
});

/** Consular legalisation of papers for use abroad. */
export const legalisation = (article: string): Basis => ({
  title: '《领事认证办法》',
  article,
  unconfirmed: true,
});

/** Notarial certificates for use abroad. */
export const notary = (article: string): Basis => ({ title: '《中华人民共和国公证法》', article });

/** What an office promises and charges; each office's own. */
export const officeRule = (article: string): Basis => ({
  title: '本单位附加证明书、领事认证办理规定',
  article,
  unconfirmed: true,
});

/** Codes of the registers this folder keeps, and of the stock it draws from. */
export const BOOK = 'apostille-book';
export const SPECIMENS = 'apostille-specimen';
export const STICKERS = 'sticker';

/** Tables an office keeps: who is bound by the Convention, and what the others ask for. */
export const PARTIES = 'apostille-parties';
export const WAYS = 'legalisation-ways';
