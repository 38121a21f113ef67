import type { ActDef, Flow, Step } from '@zhitongche/case';
import { cityDecides } from '../authority.ts';
import { correctFormally } from '../../../shared/desk-acts.ts';
import { flow } from '../flow.ts';
import { FLAGS } from '../flow-after.ts';
import { toOffice } from '../flow-unit.ts';

const {
  'unit-opinions': _opinions,
  superior: _superior,
  'personnel-filing': _personnel,
  telling: _telling,
  'again-finance': _money,
  'again-personnel': _cleared,
  'again-sign': _signed,
  'again-superior': _above,
  'unit-sign': sign,
  ...later
} = flow.steps;
if (sign?.kind !== 'work') throw new Error('The unit signs at one desk');

/** Every desk of version 1 told the applicant itself, and as often as it found something. */
const toldByEach = (step: Step): Step => {
  if (!('acts' in step)) return step;
  const acts = step.acts.flatMap((act): readonly ActDef[] => {
    // Told once more, and documents applied for at once, came later.
    if (act.key === 'correct-again' || act.key === 'apply-documents') return [];
    if (act.key === 'found') return [correctFormally];
    if (act.kind !== 'correct' || !act.effects?.some(({ do: what }) => what === 'issue')) return [act];
    const { when: _when, ...again } = act;
    return [act.key === undefined ? again : { ...again, when: cityDecides }];
  });
  return { ...step, acts };
};

/** The road of version 1: the unit signs, and the office has the case. */
export const flowV1: Flow = {
  ...flow,
  start: 'unit-sign',
  afterCorrection: 'asker',
  flags: FLAGS,
  steps: {
    'unit-sign': {
      ...sign,
      next: toOffice,
    },
    ...Object.fromEntries(Object.entries(later).map(([name, step]) => [name, toldByEach(step)])),
  },
};
