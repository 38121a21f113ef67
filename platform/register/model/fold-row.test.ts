import { expect, test } from 'vitest';
import { foldRow } from './fold-row.ts';
import type { RowEvent } from './row.ts';

const doer = { id: 'p', name: '秦星野', org: 'o' };
const moved = (from: string, to: string): RowEvent => ({
  type: 'moved',
  move: 'm',
  label: '办理',
  from,
  to,
  data: {},
  set: {},
});

test('what is only recorded at a stage does not begin its days anew', () => {
  const row = foldRow('r', [
    {
      at: '2026-01-01T00:00:00.000Z',
      doer,
      body: { type: 'entered', answers: {}, org: 'o', stage: 'a', origin: { by: 'person' } },
    },
    { at: '2026-02-01T00:00:00.000Z', doer, body: moved('a', 'b') },
    { at: '2026-03-01T00:00:00.000Z', doer, body: moved('b', 'b') },
  ]);
  expect(row).toMatchObject({ stage: 'b', stageSince: '2026-02-01T00:00:00.000Z' });
});
