import { refusal } from './act-problems.ts';
import { isApplicant, mayReveal } from './access-rules.ts';
import { codePoints, maskedPaths } from '@zhitongche/form';
import { type DecideContext, type Decision, decideIn, write } from './decision-builder.ts';
import { type Result, refuse } from '@zhitongche/base';
import type { Service } from './service.ts';
import type { CaseState } from './state.ts';

/** Longest purpose or comment, a guard against programs. */
const LONGEST = 500;

const isTooLong = (text: string): boolean => text.length > LONGEST * 2 || codePoints(text) > LONGEST;

/** Shows masked values for a stated purpose; the purpose goes on record before anything is shown. */
export const decideReveal = (
  service: Service,
  state: CaseState,
  asked: { readonly fields: readonly string[]; readonly purpose: string },
  context: DecideContext,
): Result<Decision> => {
  const purpose = asked.purpose.trim();
  if (!mayReveal(context.actor, state, context.tree)) {
    return refuse(
      refusal(
        'reveal-denied',
        '您没有查看本办件隐藏信息的权限',
        'You may not see masked values here',
        '如确有需要，请由承办人查看',
      ),
    );
  }
  const known = maskedPaths(service.form, { clearance: 'open' });
  const fields = [...new Set(asked.fields)].filter((path) => known.includes(path));
  const problems = [
    ...(purpose === '' || isTooLong(purpose)
      ? [
          refusal('purpose', `请写明查看用途（${LONGEST}字以内）`, 'State the purpose', '请填写用途', [
            'purpose',
          ]),
        ]
      : []),
    ...(fields.length === 0
      ? [refusal('fields', '请选择要查看的信息', 'Choose what to see', '请至少选择一项', ['fields'])]
      : []),
  ];
  if (problems.length > 0) return refuse(...problems);
  const { id, name, org } = context.actor;
  return decideIn(service, state, context, { id, name, org }, (journal) => {
    write(journal, { type: 'revealed', fields, purpose });
    return [];
  });
};

/** 好差评: one rating of one to five by the applicant's side once the case is over. */
export const decideRating = (
  service: Service,
  state: CaseState,
  asked: { readonly score: number; readonly comment?: string },
  context: DecideContext,
): Result<Decision> => {
  const { id, name, org } = context.actor;
  const over = state.status === 'completed' || state.status === 'refused';
  if (!isApplicant(context.actor, state, service) || !over || state.rating) {
    return refuse(
      refusal(
        'rate-closed',
        '办件办结后由申报人评价一次',
        'The applicant rates once, after completion',
        '无需再次评价',
      ),
    );
  }
  const comment = asked.comment?.trim() ?? '';
  const problems = [
    ...(Number.isInteger(asked.score) && asked.score >= 1 && asked.score <= 5
      ? []
      : [refusal('score', '请选择1至5星', 'Choose one to five', '请重新选择', ['score'])]),
    ...(isTooLong(comment)
      ? [refusal('comment', `评价内容最多${LONGEST}字`, 'The comment is too long', '请删减', ['comment'])]
      : []),
  ];
  if (problems.length > 0) return refuse(...problems);
  return decideIn(service, state, context, { id, name, org }, (journal) => {
    write(journal, { type: 'rated', score: asked.score, ...(comment === '' ? {} : { comment }) });
    return [];
  });
};
