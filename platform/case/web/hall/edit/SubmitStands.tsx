import type { Problem } from '@zhitongche/base';
import type { Service } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import { type Answers, fieldAt } from '@zhitongche/form';
import { Notice, type ProblemLine, ProblemSummary, useShared } from '@zhitongche/ui';
import { checkVerdict } from './check-verdict.ts';
import { untouched } from './untouched.ts';

/** How things stand before sending: refused, stopped, corrections left untouched, registers still asked, or nothing in the way. */
export const SubmitStands = ({
  service,
  view,
  answers,
  answered,
  refused,
  tries,
  stops,
  lineOf,
}: {
  readonly service: Service;
  readonly view: CaseView;
  readonly answers: Answers;
  /** Whether the registers have answered about these very answers. */
  readonly answered: boolean;
  readonly refused: readonly Problem[];
  /** Attempts so far: a refusal after another is told anew. */
  readonly tries: number;
  readonly stops: readonly Problem[];
  readonly lineOf: (problem: Problem) => ProblemLine;
}) => {
  const { say } = useShared();
  const { state } = view;
  const left = state.status === 'correcting' ? untouched(state.faults, state.answers, answers) : [];
  const found = { refused: refused.length, stops: stops.length, left: left.length, answered };
  switch (checkVerdict(found)) {
    case 'refused':
      return (
        <ProblemSummary
          key={tries}
          title={say('没有提交成功', 'It was not submitted')}
          lines={refused.map(lineOf)}
        />
      );
    case 'stops':
      return (
        <ProblemSummary
          title={say(
            `还有 ${stops.length} 处需要处理，处理后才能提交`,
            `${stops.length} points to mend before it can be submitted`,
          )}
          lines={stops.map(lineOf)}
        />
      );
    case 'left':
      return (
        <Notice
          tone="warn"
          title={say(`还有 ${left.length} 处补正意见没有改动`, `${left.length} corrections are not made yet`)}
        >
          <ul>
            {left.map((f) => (
              <li key={`${f.at} ${f.message}`}>
                {f.at === '' ? '' : `${fieldAt(service.form, f.at)?.words ?? ''}：`}
                {f.message}
              </li>
            ))}
          </ul>
          <p>
            {say(
              '原样提交很可能再次被退回，请先逐处修改；确实不需改动的，请与提出意见的人说明。',
              'Submitted as it is it will likely come back: change each of them first.',
            )}
          </p>
        </Notice>
      );
    case 'asking':
      return (
        <Notice tone="info" title={say('正在向台账核对', 'Asking the registers')}>
          {say(
            '在办团组、历次出访、未交回证件等台账还没有答复。不必等候也可以提交，提交时由外办系统核对。',
            'They have not answered yet. You need not wait: they are asked again as you submit.',
          )}
        </Notice>
      );
    case 'passed':
      return (
        <Notice tone="ok" title={say('预审通过', 'Nothing stands in the way')}>
          {say(
            '没有发现妨碍受理的问题。请核对下面的内容，这就是审批人看到的样子。',
            'Please read what follows: this is what the office will see.',
          )}
        </Notice>
      );
  }
};
