import { expect, test } from 'vitest';
import { verbsOf } from './verbs-of.ts';

test('an act is called what its service calls it; one it does not name stands for itself', () => {
  const verbs = verbsOf([
    {
      steps: {
        abroad: {
          kind: 'work',
          title: '行前准备和出访',
          acts: [{ key: 'register-return', label: '回国登记' }, { key: 'agree' }],
        },
        end: { kind: 'end', title: '办结' },
      },
    },
  ]);
  expect([...verbs]).toEqual([['register-return', '回国登记']]);
});
