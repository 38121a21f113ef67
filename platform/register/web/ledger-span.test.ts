import { expect, test } from 'vitest';
import { spanOf } from './ledger-span.ts';

test('a ledger is of whole months, quarters and years', () => {
  expect(spanOf('month', '2026-11-30')).toEqual({ from: '2026-11-01', until: '2026-11-30' });
  expect(spanOf('last-month', '2027-01-05')).toEqual({ from: '2026-12-01', until: '2026-12-31' });
  expect(spanOf('quarter', '2026-11-30')).toEqual({ from: '2026-10-01', until: '2026-12-31' });
  expect(spanOf('last-quarter', '2026-02-01')).toEqual({ from: '2025-10-01', until: '2025-12-31' });
  expect(spanOf('year', '2028-02-29')).toEqual({ from: '2028-01-01', until: '2028-12-31' });
});
