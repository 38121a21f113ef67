import { refusal } from '../act-problems.ts';
import { resumeDue } from '../clock.ts';
import { write } from '../decision-builder.ts';
import { opinionIn } from '../payload.ts';
import { paperTitle } from '../named-paper.ts';
import { spellingProblems } from '../spelling.ts';
import { settleUntil } from '../transitions.ts';
import { type Act, DONE } from './act.ts';

/** 挂起: the case stands still with a reason; its clocks too. */
export const suspend: Act = (journal, { opening, command }) => {
  write(journal, {
    type: 'suspended',
    on: journal.setting.today,
    reason: opinionIn(opening, command) ?? '',
  });
  return DONE;
};

/** 恢复: the case goes on; the step's deadline moves by the working days it stood still, and what it waited for may be there by now. */
export const resume: Act = (journal) => {
  const { today, calendar } = journal.setting;
  const { stepClock } = journal.state;
  write(journal, {
    type: 'resumed',
    on: today,
    ...(stepClock ? resumeDue(stepClock, today, calendar) : {}),
  });
  settleUntil(journal);
  return DONE;
};

/** 重试出证: a failed paper is asked for again, with a writing for each character no font has. */
export const retry: Act = (journal, { opening, command }) => {
  const papers = opening.papers ?? [];
  const paper = command.paper ?? (papers.length === 1 ? papers[0] : undefined);
  if (paper === undefined || !papers.includes(paper)) {
    return [
      refusal(
        'paper',
        '请选择要重试的文书',
        'Choose the paper to try again',
        `可重试：${papers.map((key) => paperTitle(journal.service, key)).join('、')}`,
        ['paper'],
      ),
    ];
  }
  const { state, setting } = journal;
  const entry = state.papers.findLast((one) => one.paper === paper);
  const problems = spellingProblems(entry, command, setting.facts.draws);
  if (problems.length > 0) return problems;
  const { spelling } = command;
  write(journal, {
    type: 'issue-retried',
    paper,
    ...(spelling && Object.keys(spelling).length > 0 ? { spelling } : {}),
  });
  return DONE;
};
