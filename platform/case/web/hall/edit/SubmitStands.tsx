import type { Problem } from '@zhitongche/base';
import type { Service } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import { type Answers, fieldAt } from '@zhitongche/form';
import { Notice, type ProblemLine, ProblemSummary } from '@zhitongche/ui';
import { untouched } from './untouched.ts';

/** How things stand before sending: refused, stopped, corrections left untouched, or nothing in the way. */
export const SubmitStands = ({
  service,
  view,
  answers,
  refused,
  tries,
  stops,
  lineOf,
}: {
  readonly service: Service;
  readonly view: CaseView;
  readonly answers: Answers;
  readonly refused: readonly Problem[];
  /** Attempts so far: a refusal after another is told anew. */
  readonly tries: number;
  readonly stops: readonly Problem[];
  readonly lineOf: (problem: Problem) => ProblemLine;
}) => {
  const { state } = view;
  const left = state.status === 'correcting' ? untouched(state.faults, state.answers, answers) : [];
  if (refused.length > 0)
    return <ProblemSummary key={tries} title="没有提交成功" lines={refused.map(lineOf)} />;
  if (stops.length > 0)
    return (
      <ProblemSummary title={`还有 ${stops.length} 处需要处理，处理后才能提交`} lines={stops.map(lineOf)} />
    );
  if (left.length > 0)
    return (
      <Notice tone="warn" title={`还有 ${left.length} 处补正意见没有改动`}>
        <ul>
          {left.map((f) => (
            <li key={`${f.at} ${f.message}`}>
              {f.at === '' ? '' : `${fieldAt(service.form, f.at)?.words ?? ''}：`}
              {f.message}
            </li>
          ))}
        </ul>
        <p>原样提交很可能再次被退回，请先逐处修改；确实不需改动的，请与提出意见的人说明。</p>
      </Notice>
    );
  return (
    <Notice tone="ok" title="预审通过">
      没有发现妨碍受理的问题。请核对下面的内容，这就是审批人看到的样子。
    </Notice>
  );
};
