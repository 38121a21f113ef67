import { expect, test } from 'vitest';
import { type Cancelling, mayNoLongerCancel } from './no-cancel.ts';

const ME = 'a1';
const seen = (
  status: Cancelling['state']['status'],
  ...kinds: readonly Cancelling['acts'][number]['kind'][]
): Cancelling => ({
  acts: kinds.map((kind) => ({ kind })),
  state: { status, applicant: { id: ME, name: '柯采薇', org: 'o1' } },
});

test('an applicant whose matter was signed is told that it cannot be given up alone, and nobody else is', () => {
  expect(mayNoLongerCancel(seen('running', 'urge'), ME)).toBe(true);
  expect(mayNoLongerCancel(seen('outside'), ME)).toBe(true);
  expect(mayNoLongerCancel(seen('running', 'urge'), 'b2')).toBe(false);
});

test('nothing is said where giving up is offered, where the later course is the applicant’s, or where all is over', () => {
  expect(mayNoLongerCancel(seen('running', 'urge', 'cancel'), ME)).toBe(false);
  expect(mayNoLongerCancel(seen('running', 'advance'), ME)).toBe(false);
  expect(mayNoLongerCancel(seen('completed'), ME)).toBe(false);
  expect(mayNoLongerCancel(seen('draft', 'submit'), ME)).toBe(false);
});
