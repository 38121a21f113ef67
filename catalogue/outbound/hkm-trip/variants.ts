import type { SweepOptions } from '@zhitongche/case';
import { addDays } from '@zhitongche/base';
import { samplePerson } from '../../shared/sample-people.ts';
import { sampleUpload } from '../../shared/sample-upload.ts';
import { hkmSample } from './samples.ts';

const TODAY = '2026-03-02';

const data = {
  return: {
    actualExit: addDays(TODAY, -8),
    actualEntry: addDays(TODAY, -5),
    actualPersons: 3,
    deviationNote: '提前成行',
  },
  report: { summary: '完成', followUp: '跟踪', intents: 1, report: sampleUpload('report', '报告') },
  revocation: { reason: '外方取消活动' },
};

const elsewhere = [
  { ...samplePerson(50, '厅长', 'bureau') },
  { ...samplePerson(51, '教授', 'technical'), employer: '某某大学' },
];

/** Ways through the service that together enter every step and issue every paper. */
export const variants: NonNullable<SweepOptions['variants']> = {
  sample: { data },
  'under a city': { underCity: true, data },
  'below a department': { underSuperior: true, data },
  'goes up': { data, answers: { aim: 'work', endorsement: 'work' } },
  'led by a bureau': {
    data,
    answers: hkmSample({
      today: TODAY,
      people: elsewhere,
      more: { caseType: 'span-lead', dispatchUnits: '某某大学' },
    }),
  },
  joins: {
    data,
    answers: {
      caseType: 'span-join',
      organiserNumber: '某外港澳通字〔2026〕3号',
      organiserNotice: sampleUpload('notice', '任务通知书'),
    },
  },
};
