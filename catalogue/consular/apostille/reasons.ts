import { dayInShanghai } from '@zhitongche/base';
import type { CaseState } from '@zhitongche/case';
import { choice, form, options, text } from '@zhitongche/form';
import { textIn } from '../../shared/lookup-rows.ts';

/** Why a paper is not certified, as the ministry words it. */
export const REASONS = {
  'not-party': '使用地不适用《公约》，也不接受领事认证',
  'not-genuine': '印鉴或签署不属实',
  'not-on-file': '印鉴或签署未备案，或与备案样本不符',
  'not-in-form': '印鉴、签署、装订或时效不符合出证机构或使用机构的规定',
  'public-interest': '可能损害国家利益或社会公共利益',
  other: '其他不宜办理的情形',
} as const;

/** What is said where a paper is turned down. */
export const reasonForm = form({
  reason: {
    title: '不予办理的理由',
    fields: {
      code: choice('理由', options(REASONS), { required: true }),
      reason: text('具体情形', { max: 300, lines: 3, required: true, help: '写入通知书，申请人看到' }),
    },
  },
});

/** The reason under which a paper of the case was turned down: that of the act which moved its strand. */
export const reasonOf = (
  { strands, records }: Pick<CaseState, 'strands' | 'records'>,
  id: string | undefined,
): { readonly code: keyof typeof REASONS; readonly reason: string; readonly at: string } => {
  const since = strands?.['document']?.[id ?? '']?.at ?? '';
  const said = records['reason']?.findLast(({ at }) => at === since)?.data ?? {};
  const code = textIn(said['code']);
  return {
    code: code in REASONS ? (code as keyof typeof REASONS) : 'other',
    reason: textIn(said['reason']),
    at: since === '' ? '' : dayInShanghai(since),
  };
};
