import { daysBetween } from '@zhitongche/base';
import { defineDuty } from '@zhitongche/register';

/** 系统维护: every system on record is looked after once a quarter. */
export const upkeep = defineDuty({
  code: 'system-upkeep',
  name: '系统维护',
  what: '每个信息系统每季度维护一次：巡检、更新、备份核对。',
  basis: ['河北省外办2024年度部门预算：业务系统运行维护'],
  when: '每季度最后一个工作日',
  lead: 14,
  of: { register: 'it-system', has: () => true },
  does: {
    enter: 'duty-task',
    answers: ({ name, day, said, of }) => ({
      what: `${of}维护`,
      period: name,
      due: day,
      note: said,
    }),
    ties: 'system',
  },
  demo: {
    move: 'do',
    data: ({ answers: { due } }, today, nth) =>
      typeof due === 'string' && daysBetween(today, due) < 7 && nth % 4 !== 3
        ? { doneOn: today, result: '巡检正常，已更新补丁，备份可以恢复。' }
        : undefined,
  },
});
