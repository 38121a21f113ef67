import { checksFor } from '@zhitongche/kernel';
import type { Check } from '@zhitongche/kernel';
import type { changeForm, extensionForm, passportReturnForm, returnForm } from '../act-forms.ts';
import { custody, opinion16, practice } from '../basis.ts';
import { effectiveTrip } from '../effective.ts';
import type { Member } from '../fields/members.ts';
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

/** True for a traveller whose passport is the office's to keep; a private one never comes to the desk. */
const usesOfficial = ({ passportKind }: Member): boolean => passportKind !== 'private';

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
      ofReturn({
        code: 'A-05',
        title: '实际日期、人数与批准的不同时写明出入',
        level: 'block',
        basis: practice('出访报告撰写要求', '如实填写出境、入境时间'),
        reads: ['actualExit', 'actualEntry', 'actualPersons', 'deviation'],
        run({ actualExit, actualEntry, actualPersons, deviation }, { state }) {
          if (!state || deviation) return NONE;
          const { exitDate, entryDate, members = [] } = effectiveTrip(state);
          const differs = [
            ...(exitDate && exitDate !== actualExit ? [`批准${exitDate}出境`] : []),
            ...(entryDate && entryDate !== actualEntry ? [`批准${entryDate}入境`] : []),
            ...(members.length !== actualPersons ? [`批准${members.length}人出访`] : []),
          ];
          return differs.length === 0
            ? NONE
            : one({
                at: ['deviation'],
                message: `登记情况与批件不同：${differs.join('，')}`,
                en: 'The return differs from what was approved',
                todo: '请核对；确有出入的，请选“是”并说明情况',
              });
        },
      }),
    ],
    passports: [
      ofPassports({
        code: 'A-06',
        title: '交回的护照不多于出访人数',
        level: 'block',
        basis: custody('交回护照时逐本核对'),
        reads: ['count'],
        run({ count }, { state }) {
          const travellers = state && (effectiveTrip(state).members ?? []).length;
          return travellers === undefined || count <= travellers
            ? NONE
            : one({
                at: ['count'],
                message: `交回${count}本，多于出访人数${travellers}人`,
                en: `${count} passports of ${travellers} travellers`,
                todo: '请逐本核对后填写',
              });
        },
      }),
      ofPassports({
        code: 'A-07',
        title: '交回的护照少于应交回的，写明其余各本的情况',
        level: 'block',
        basis: custody('交回护照时逐本核对'),
        reads: ['count'],
        run({ count, note }, { state }) {
          const held = state && (effectiveTrip(state).members ?? []).filter(usesOfficial).length;
          return held === undefined || count >= held || (note ?? '').trim() !== ''
            ? NONE
            : one({
                at: ['note'],
                message: `应交回${held}本，只交回${count}本，没有写明其余${held - count}本的情况`,
                en: `${count} of ${held} passports, nothing said about the rest`,
                todo: '请逐本核对；遗失、损毁、尚未领取或另行交回的，请在“遗失、损毁等情况”中写明',
              });
        },
      }),
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
