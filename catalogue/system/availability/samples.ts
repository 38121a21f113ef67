import { addMonths } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import type { SampleRow } from '@zhitongche/register';

/** Two months of the demo office whose supplier reports them: invented; what the program counts of its systems comes beside them. */
export const samples = (today: string): readonly SampleRow<Answers>[] => {
  const months = [2, 1].map((back) => addMonths(`${today.slice(0, 7)}-01`, -back));
  return months.map((month, at) => ({
    answers: { of: { id: '', title: '视频会议系统' }, month },
    ago: 1,
    moves: [
      {
        move: 'by-hand',
        ago: 0,
        data: { byHand: at === 0 ? '99.80' : '98.95', source: `${month.slice(0, 7)}运维报告` },
      },
    ],
  }));
};
