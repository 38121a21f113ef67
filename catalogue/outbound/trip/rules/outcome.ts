import { addDays } from '@zhitongche/base';
import { checksFor } from '@zhitongche/case';
import type { evaluationForm, returnForm } from '../act-forms.ts';
import { practice } from '../basis.ts';
import { effectiveTrip } from '../effective.ts';
import { outcomeOf } from '../outcome.ts';
import { NONE, one } from './rule.ts';

/** A midnight at the border explains one day and comes with the flights. */
export const midnight = checksFor<typeof returnForm>()({
  code: 'A-12',
  title: '零点前过境的出境日期只早一天，并附航班行程',
  level: 'block',
  basis: practice('政策必读（北京某高校）', '零点前过境的，事后附书面说明和航班行程报备'),
  reads: ['actualExit', 'redEye'],
  run({ actualExit, redEye, deviationProof }, { state }) {
    const { exitDate } = state ? effectiveTrip(state) : {};
    if (!redEye || !exitDate) return NONE;
    if (actualExit !== addDays(exitDate, -1))
      return one({
        at: ['redEye'],
        message: `批准${exitDate}出境，零点前过境的出境日期应为前一天`,
        en: 'A midnight at the border explains one day only',
        todo: '请核对实际出境日期；其他出入请选“否”并说明情况',
      });
    return (deviationProof ?? []).length > 0
      ? NONE
      : one({
          at: ['deviationProof'],
          message: '没有附航班行程',
          en: 'The flights are missing',
          todo: '请上传航班行程等证明',
        });
  },
});

/** Who judges the trip does not call it as approved against what was registered without saying why. */
export const ofOutcome = checksFor<typeof evaluationForm>()({
  code: 'A-11',
  title: '与批准有出入的，认定按批准执行须写明理由',
  level: 'block',
  basis: practice('出访报告填报要求（辽宁）', '批准人数、天数与实际人数、天数对照'),
  reads: ['asApproved'],
  run({ asApproved, asApprovedReason }, { state }) {
    const outcome = state && outcomeOf(state);
    return !asApproved || !outcome?.differs || (asApprovedReason ?? '').trim() !== ''
      ? NONE
      : one({
          at: ['asApproved'],
          message: `回国登记与批准不同：${outcome.words}`,
          en: 'The registered return differs from the approval',
          todo: '请选“否”；仍认定按批准执行的，请写明理由',
        });
  },
});
