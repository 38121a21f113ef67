import { sampleContext } from '@zhitongche/case/testing';
import type { RegisterKind } from '@zhitongche/register';
import { sweepRegister } from '../../platform/register/model/sweep-register.ts';
import { describe, expect, test } from 'vitest';
import { playSamples } from './play-samples.ts';
import { registers } from '../find-service.ts';
import countries from '../../offices/src/reference/countries.json' with { type: 'json' };
import { TABLES } from '../shared/testing/tables.ts';

/** What every register that people keep must hold, on ordinary days and on those at the edge of a year. */
export function registerLaws(kind: RegisterKind): void {
  describe(kind.code, () => {
    test('is one of the catalogue', () => expect(registers).toContain(kind));
    test.each(['2026-03-02', '2026-12-31', '2027-01-01', '2028-02-29'])(
      'has no unknown field, no dead end, no figure nobody declared, and its samples may be entered on %s',
      (today) => {
        const context = sampleContext(kind.policies, { today, tables: { ...TABLES, countries } });
        expect(sweepRegister(kind, registers, context)).toEqual([]);
      },
    );
    test.each(['2026-02-17', '2026-12-31', '2027-01-01', '2028-02-29', '2028-03-01'])(
      'lets its samples be entered and go their road, each act on its own day, up to %s',
      (today) => expect(playSamples(kind, today)).toEqual([]),
    );
  });
}
