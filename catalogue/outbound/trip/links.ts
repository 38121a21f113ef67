import type { LinkDef } from '@zhitongche/case';
import { DOCUMENT_LINK } from '../../shared/apply-for.ts';
import { VISA_LINK } from '../../shared/visa-for.ts';

/** How trips know each other: one filed again from another, and the groups that follow one another. */
export const links: readonly LinkDef[] = [
  DOCUMENT_LINK,
  VISA_LINK,
  { key: 'again', to: ['outbound-trip'], label: '照此再报', back: '参照的申报', copies: true },
  { key: 'next', to: ['outbound-trip'], label: '后续团组', back: '前次团组', byHand: true, ordered: true },
];
