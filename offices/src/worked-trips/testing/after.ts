import type { Answers } from '@zhitongche/form';
import type { Story } from '@zhitongche/case/testing';
import { sampleUpload } from '@zhitongche/catalogue/shared/sample-upload.ts';
import { answersOf, day } from './filing.ts';
import type { After, WorkedTrip } from './trip.ts';

/** What the form of a request is filled in with. */
export const dataOf = (trip: WorkedTrip, after: After): Answers => {
  const next = { ...trip.filing, ...after.filing };
  const {
    exitDate = '',
    entryDate = '',
    route = '',
    legs = [],
    members = [],
    relatives = [],
  } = answersOf(next);
  const reason = '对方调整活动安排';
  switch (after.asks) {
    case 'change': {
      const dates = after.filing?.dates !== undefined;
      const people = after.filing?.people !== undefined;
      return {
        parts: [...(people ? ['members'] : []), ...(dates ? ['dates', 'route'] : [])],
        reason,
        ...(people ? { members, relatives } : {}),
        ...(dates ? { exitDate, entryDate, route, legs } : {}),
      };
    }
    case 'extension':
      return { kind: 'depart', exitDate, entryDate, reason };
    case 'revocation':
      return { reason, passportsOut: true };
    case 'return': {
      const [actualExit = '', actualEntry = ''] = (after.actual ?? '').split(' ').map(day);
      return {
        actualExit,
        actualEntry,
        actualPersons: Array.isArray(members) ? members.length : 0,
        deviation: true,
        redEye: true,
        deviationNote: '零点三十分起飞，零点前过境，附航班行程。',
        deviationProof: sampleUpload('flight', '航班行程'),
      };
    }
  }
};

/** Asks for it, on the day of the filing; a return is registered the day after. */
export const requestOf = (s: Story, after: After, data: Answers): Story => {
  if (after.asks === 'return') return s.on('2026-05-25').act('filer', { act: 'register-return', data });
  return s.act('filer', { act: `ask-${after.asks}`, data });
};
