import { sampleContext } from '@zhitongche/case/testing';
import type { RegisterKind } from '@zhitongche/register';
import { sweepRegister } from '../../platform/register/model/sweep-register.ts';
import { describe, expect, test } from 'vitest';
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
  });
}
