import type { Basis } from '@zhitongche/base';
import type { PolicyDef } from '@zhitongche/office';

/** What a service leaves behind and must say the term of. */
export const KEPT = ['drafts', 'files', 'personal'] as const;
export type Kept = (typeof KEPT)[number];

/** From which day each is counted. */
export const KEPT_FROM: Readonly<Record<Kept, string>> = {
  drafts: '最后一次保存或上传之日起',
  files: '办结之日起',
  personal: '办结之日起',
};

/** Key of the figure in which a service states a term. */
export const keptKey = (service: string, kept: Kept): string => `${service}.keep.${kept}`;

/** Personal data is kept as short as its purpose allows; terms of files follow what they prove. */
const shortest: Basis = {
  title: '《中华人民共和国个人信息保护法》',
  article: '第十九条、第四十七条：保存期限为实现处理目的所必要的最短时间，期限届满应当删除',
};

/** Terms of one service, dated figures an office decides: days for drafts nobody submitted, years for the rest of an ended case. */
export const keepPolicies = (
  service: string,
  terms: { readonly draftDays: number; readonly fileYears: number; readonly personalYears: number },
): readonly PolicyDef[] => {
  const term = (kept: Kept, label: string, unit: string, value: number, least: number): PolicyDef => ({
    key: keptKey(service, kept),
    label: `${label}（${KEPT_FROM[kept]}）`,
    type: 'number',
    unit,
    default: value,
    bounds: [least, 100_000],
    basis: shortest,
    unconfirmed: true,
  });
  return [
    term('drafts', '未提交草稿及其附件、未随办理提交的附件的保存期限', '天', terms.draftDays, 30),
    term('files', '附件的保存期限', '年', terms.fileYears, 1),
    term('personal', '个人信息的保存期限', '年', terms.personalYears, 1),
  ];
};

/** Terms a service owes a statement of; empty = it states all. */
export const untold = (service: {
  readonly code: string;
  readonly policies: readonly PolicyDef[];
}): readonly Kept[] =>
  KEPT.filter((kept) => !service.policies.some((def) => def.key === keptKey(service.code, kept)));
