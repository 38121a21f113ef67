import { isDay } from '@zhitongche/base';
import { measureRows } from '@zhitongche/measure';
import { defineDuty } from '@zhitongche/register';
import { sampleUpload } from '../../shared/sample-upload.ts';

const NAME = '保密安全检查';

/** 保密安全检查: every month, or as ordered; done only with the record of the check. */
export const secrecyCheck = defineDuty({
  code: 'secrecy-check',
  name: NAME,
  what: '每月检查一次涉密场所、设备和载体，附检查记录；上级另有部署的当月照部署办。',
  basis: ['海港区政府办公室2024年度部门预算：保密设备检查维护每年不少于5次', '本单位年度工作计划'],
  when: '每月最后一个工作日',
  note: '查涉密计算机和移动存储介质、打印复印设备、涉密载体清点、手机和网络使用；只写结论和整改期限，涉密内容不录入本系统',
  proven: true,
  demo: {
    move: 'do',
    data: ({ answers: { due } }, today, nth) =>
      typeof due === 'string' && today >= due && nth !== 1
        ? { doneOn: due, result: '应查项目已查完，未发现违规。', proof: sampleUpload('record', '检查记录') }
        : undefined,
  },
});

/** How often it was checked: those ordered besides are entered by hand under the same name. */
export const secrecyMeasures = measureRows('duty-task', [
  {
    code: 'secrecy.checks',
    name: '保密安全检查次数',
    what: '附了检查记录、已经办完的保密安全检查，按检查日期计',
    unit: '次',
    sort: 'things',
    edition: 1,
    lines: ({ row: { stage, answers } }) =>
      answers['what'] === NAME && answers['proven'] === true && stage === 'done' && isDay(answers['doneOn'])
        ? [{ day: answers['doneOn'], n: '1' }]
        : [],
  },
]);
