import { type Check, checksFor } from '@zhitongche/case';
import { custody } from '../basis.ts';
import { earliestFate } from '../custody.ts';
import { effectiveTrip } from '../effective.ts';
import { usesOfficial } from '../fields/members.ts';
import { NONE, one } from '../rules/rule.ts';
import type { passportReturnForm } from './passport-form.ts';

const ofPassports = checksFor<typeof passportReturnForm>();

/** What was asked of the one count for all. */
export const passportChecks: readonly Check[] = [
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
    run({ returnedOn, stampsChecked }, { today, state }) {
      const first = state ? earliestFate(state, { handedIn: true }) : '';
      if (returnedOn < first)
        return one({
          at: ['returnedOn'],
          level: 'block',
          message: `早于出境日期${first}`,
          en: 'Before the trip began',
          todo: '请填写实际交回日期',
        });
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
];
