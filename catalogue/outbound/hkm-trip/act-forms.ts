import { type Check, checksFor, type ExtraForm, type Finding } from '@zhitongche/case';
import { date, form, integer, text } from '@zhitongche/form';
import { daysAbroad } from '../../shared/days-abroad.ts';
import { scan } from '../../shared/scan.ts';
import { hkm36 } from './basis.ts';
import { tripOf } from './derive.ts';

const returnForm = form({
  back: {
    title: '返回登记',
    en: 'Back from the trip',
    fields: {
      actualExit: date('实际出境日期', { required: true, width: 6 }),
      actualEntry: date('实际入境日期', { required: true, width: 6 }),
      actualPersons: integer('实际人数', { min: 0, max: 999, unit: '人', required: true, width: 6 }),
      deviationNote: text('与批件有出入的说明', { max: 500, lines: 3, help: '日期、人数与批准一致的不填' }),
    },
  },
});

const check = checksFor<typeof returnForm>();
const found = (at: string, message: string, en: string, todo: string): readonly Finding[] => [
  { at: [at], message, en, todo },
];

const returnChecks: readonly Check[] = [
  check({
    code: 'H-21',
    title: '返回日期不在将来，出境在前',
    level: 'block',
    basis: hkm36('返回后登记实际出入境日期'),
    reads: ['actualExit', 'actualEntry'],
    run: ({ actualExit, actualEntry }, { today }) =>
      actualEntry > today
        ? found('actualEntry', '入境日期还没有到', 'Still to come', '返回后再登记')
        : actualEntry < actualExit
          ? found('actualEntry', '入境日期早于出境日期', 'Back before the exit', '请核对日期')
          : [],
  }),
  check({
    code: 'H-22',
    title: '与批准不一致的写明原因',
    level: 'block',
    basis: hkm36('按批准的日期、人数执行'),
    reads: ['actualExit', 'actualEntry', 'actualPersons'],
    run({ actualExit, actualEntry, actualPersons, deviationNote }, { state }) {
      if (!state || (deviationNote ?? '').trim() !== '') return [];
      const { exitDate, entryDate, members = [] } = tripOf(state);
      const [approved = 0, actual = 0] = [
        daysAbroad(exitDate, entryDate),
        daysAbroad(actualExit, actualEntry),
      ];
      const unlike = [
        ...(actual > approved ? [`在外${actual}天，批准${approved}天`] : []),
        ...(actualPersons === members.length ? [] : [`实际${actualPersons}人，批准${members.length}人`]),
        ...(exitDate !== undefined && actualExit < exitDate ? [`早于批准的出境日期${exitDate}`] : []),
        ...(entryDate !== undefined && actualEntry > entryDate ? [`晚于批准的入境日期${entryDate}`] : []),
      ];
      return unlike.length > 0
        ? found('deviationNote', unlike.join('；'), 'Not as approved', '请写明原因和报告情况')
        : [];
    },
  }),
];

const reportForm = form({
  report: {
    title: '赴港澳报告',
    en: 'Report',
    fields: {
      summary: text('任务执行情况', { max: 5000, lines: 8, required: true }),
      followUp: text('后续工作打算', { max: 2000, lines: 3, required: true }),
      intents: integer('达成合作意向', { required: true, min: 0, max: 999, unit: '个' }),
      report: scan('盖章的报告', { required: true, signed: true }),
    },
  },
});

const revocationForm = form({
  revocation: {
    title: '申请撤销任务',
    en: 'To be revoked',
    fields: {
      reason: text('原因', { max: 500, lines: 3, required: true }),
      proof: scan('有关函电'),
    },
  },
});

/** What acts ask for after the approval. */
export const actForms = {
  return: {
    title: '返回登记',
    form: returnForm,
    checks: returnChecks,
    begin: ({ answers }) => {
      const { exitDate, entryDate, members = [] } = tripOf({ answers });
      return { actualExit: exitDate, actualEntry: entryDate, actualPersons: members.length };
    },
  },
  report: { title: '赴港澳报告', form: reportForm },
  revocation: { title: '申请撤销任务', form: revocationForm },
} as const satisfies Readonly<Record<string, ExtraForm>>;
