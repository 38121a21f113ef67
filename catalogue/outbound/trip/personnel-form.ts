import { date, form, text } from '@zhitongche/form';
import { checksFor, type Check } from '@zhitongche/case';
import { practice } from './basis.ts';
import { scan } from '../../shared/scan.ts';

/** What the authority that manages the travellers answered to their filing. */
export const personnelForm = form({
  personnel: {
    title: '人员备案、政审结果',
    en: 'Clearance of the travellers',
    intro: '人员审批单位同意后登记；不同意的，请选择“未通过，退回调整”并写明原因。',
    fields: {
      authority: text('人员审批单位', { max: 120, required: true, help: '有多个单位的用顿号分开' }),
      number: text('备案、审查批件文号', { max: 120, required: true, help: '有多个文号的用顿号分开' }),
      date: date('批复日期', { required: true }),
      scan: scan('备案表、审查批件扫描件', { required: true }),
    },
  },
});

/** An answer cannot be of a day still to come. */
export const personnelChecks: readonly Check[] = [
  checksFor<typeof personnelForm>()({
    code: 'P-06',
    title: '人员备案、政审的批复日期不晚于登记当天',
    level: 'block',
    basis: practice('因公临时出国（境）人员备案办理流程', '申报前取得备案、政审结果'),
    reads: ['date'],
    run: (answers, { today }) =>
      answers.date > today
        ? [
            {
              at: ['date'],
              message: `批复日期${answers.date}还没有到`,
              en: 'The date of the answer lies in the future',
              todo: '请按批件上的日期填写',
            },
          ]
        : [],
  }),
];
