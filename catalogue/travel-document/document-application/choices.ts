import type { RANKS } from '../../shared/travel-words.ts';

/** What is asked for. */
export const MATTERS = {
  first: '首次申领',
  renew: '换发',
  replace: '补发（遗失、损毁）',
  cancel: '注销',
} as const;

/** Documents that are applied for, by the words of the register that keeps them. */
export const KINDS = {
  diplomatic: '外交护照',
  official: '公务护照',
  ordinary: '公务普通护照',
  permit: '因公往来港澳通行证',
} as const;
/** One of them. */
export type DocumentKind = keyof typeof KINDS;

/** Why an old document no longer serves. */
export const CAUSES = { lost: '遗失', damaged: '损毁' } as const;
/** Where it was lost: the road forks here. */
export const PLACES = { home: '境内', abroad: '境外' } as const;
/** Why a document is given up for good. */
export const REASONS = { left: '离任、退休、调离', expired: '有效期满不再使用', other: '其他' } as const;
/** On what the spelling of a name rests. */
export const SPELLED_BY = { old: '沿用原证拼写', rule: '按拼写规则', family: '按本人书面说明' } as const;

/** The passport a rank is entitled to; a permit is the same for all. */
const ENTITLED: Readonly<Record<keyof typeof RANKS, DocumentKind>> = {
  ministry: 'diplomatic',
  bureau: 'official',
  division: 'official',
  section: 'ordinary',
  technical: 'ordinary',
};

/** The passport that follows from a rank; nothing while there is none. */
export const entitledTo = (rank: unknown): DocumentKind | undefined =>
  typeof rank === 'string' && Object.hasOwn(ENTITLED, rank)
    ? ENTITLED[rank as keyof typeof RANKS]
    : undefined;
