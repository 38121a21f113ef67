import type { Reply } from '@zhitongche/contract/web';
import { isNotYet } from '../progress.ts';

type Read = Reply<'importRows'>;

/** What was understood of a file, one sentence a line: rows, what is wrong in them, what is missing, what was left out. */
export const importWords = (
  rowName: string,
  { rows, problems, unknownHeads, passedOver }: Read,
): { readonly wrong: boolean; readonly lines: readonly string[] } => {
  const missing = problems.filter(isNotYet).length;
  const faults = problems.length - missing;
  return {
    wrong: faults > 0,
    lines: [
      `读到 ${rows.length} ${rowName}${problems.length > 0 ? '' : '，没有发现问题'}。`,
      ...(faults > 0 ? [`${faults} 处填写有误，已标红；导入后在表中改正。`] : []),
      ...(missing > 0 ? [`${missing} 处表格中没有，导入后补填。`] : []),
      ...(unknownHeads.length > 0 ? [`这些列在申报表中没有，未导入：${unknownHeads.join('、')}。`] : []),
      ...(passedOver.length > 0 ? [`这些行不是明细，已略过：${passedOver.join('；')}。`] : []),
    ],
  };
};
