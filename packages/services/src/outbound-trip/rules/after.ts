import { checksFor } from '@zhitongche/kernel';
import type { Check } from '@zhitongche/kernel';
import type { changeForm, extensionForm, passportReturnForm, returnForm } from '../act-forms.ts';
import { custody, opinion16, practice } from '../basis.ts';
import { daysAbroad } from '../derive/stay.ts';
import { key } from '../policy.ts';
import { asAdvice, rules } from './index.ts';
import { citing, NONE, one } from './rule.ts';

const BEFORE = practice('因公临时出国（境）团组须知', '变更应在成行前报批，不得事后补报');

const ofReturn = checksFor<typeof returnForm>();
const ofExtension = checksFor<typeof extensionForm>();
const ofPassports = checksFor<typeof passportReturnForm>();
const ofChange = checksFor<typeof changeForm>();

/** Rules of the filing that still mean something for a change; people decide, so they advise. */
const ADVISED: ReadonlySet<string> = new Set([
  'R-01',
  'R-02',
  'R-03',
  'R-07',
  'R-08',
  'R-18',
  'R-31',
  'F-01',
  'I-01',
]);

/** Checks of the extra forms, by form. */
export const actChecks: Readonly<Record<'change' | 'extension' | 'return' | 'passports', readonly Check[]>> =
  {
    change: [
      ...rules.filter((check) => ADVISED.has(check.code)).map(asAdvice),
      ofChange({
        code: 'A-01',
        title: '新的入境日期不早于新的出境日期',
        level: 'block',
        basis: BEFORE,
        reads: ['exitDate', 'entryDate'],
        run: ({ exitDate, entryDate }) =>
          entryDate < exitDate
            ? one({
                at: ['entryDate'],
                message: '入境日期早于出境日期',
                en: 'The return is before the departure',
                todo: '请核对日期',
              })
            : NONE,
      }),
    ],
    extension: [
      ofExtension({
        code: 'A-02',
        title: '延期后的日期合理，在外天数不超过规定',
        level: 'block',
        basis: opinion16('出访天数有规定上限'),
        reads: ['exitDate', 'entryDate'],
        run({ exitDate, entryDate, kind }, context) {
          const days = daysAbroad(exitDate, entryDate);
          if (days === undefined)
            return one({
              at: ['entryDate'],
              message: '入境日期早于出境日期',
              en: 'The return is before the departure',
              todo: '请核对日期',
            });
          if (kind === 'depart' && exitDate <= context.today)
            return one({
              at: ['exitDate'],
              basis: BEFORE,
              message: '推迟后的出境日期已过',
              en: 'The new departure is in the past',
              todo: '请填写今后的日期',
            });
          const limit = context.policy.number(key('max-days.3'));
          if (days <= limit) return NONE;
          return one({
            at: ['entryDate'],
            level: 'warn',
            message: `延期后在外${days}天，超过${limit}天`,
            en: `${days} days abroad after the extension`,
            todo: '请说明理由',
            ...citing(context, 'max-days.3'),
          });
        },
      }),
    ],
    return: [
      ofReturn({
        code: 'A-03',
        title: '回国登记在入境之后填写，日期真实',
        level: 'block',
        basis: practice('出访报告撰写要求', '如实填写出境、入境时间'),
        reads: ['actualExit', 'actualEntry'],
        run({ actualExit, actualEntry }, { today }) {
          if (actualEntry < actualExit)
            return one({
              at: ['actualEntry'],
              message: '入境日期早于出境日期',
              en: 'The return is before the departure',
              todo: '请核对日期',
            });
          return actualEntry > today
            ? one({
                at: ['actualEntry'],
                message: '入境日期还没有到',
                en: 'The return is still to come',
                todo: '请在回国后登记',
              })
            : NONE;
        },
      }),
    ],
    passports: [
      ofPassports({
        code: 'A-04',
        title: '交回时核对出入境章',
        level: 'warn',
        basis: custody('交回护照时核对出入境记录'),
        reads: ['returnedOn', 'stampsChecked'],
        run({ returnedOn, stampsChecked }, { today }) {
          if (returnedOn > today)
            return one({
              at: ['returnedOn'],
              level: 'block',
              message: '交回日期还没有到',
              en: 'The day is still to come',
              todo: '请填写实际交回日期',
            });
          return stampsChecked
            ? NONE
            : one({
                at: ['stampsChecked'],
                message: '尚未核对出入境章',
                en: 'Border stamps were not checked',
                todo: '请核对后登记，或说明原因',
              });
        },
      }),
    ],
  };
