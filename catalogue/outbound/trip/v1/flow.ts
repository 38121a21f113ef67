import type { Flow } from '@zhitongche/case';
import { flow } from '../flow.ts';
import { FLAGS } from '../flow-after.ts';
import { toOffice } from '../flow-unit.ts';

const {
  'unit-opinions': _opinions,
  superior: _superior,
  'personnel-filing': _personnel,
  'unit-sign': sign,
  ...later
} = flow.steps;
if (sign?.kind !== 'work') throw new Error('The unit signs at one desk');

/** The road of version 1: the unit signs, and the office has the case. */
export const flowV1: Flow = {
  ...flow,
  start: 'unit-sign',
  afterCorrection: 'asker',
  flags: FLAGS,
  steps: {
    'unit-sign': {
      ...sign,
      onEnter: [],
      next: toOffice,
      acts: sign.acts.map((act) =>
        act.kind === 'correct' ? { ...act, effects: act.effects?.filter((e) => e.do !== 'flag') ?? [] } : act,
      ),
    },
    ...later,
  },
};
