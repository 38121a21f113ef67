import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('a property test', () => {
  test('that fails prints the one line that plays the same run again', () => {
    const { seed } = fc.readConfigureGlobal();
    const broken = () => fc.assert(fc.property(fc.integer(), (n) => n < 7));
    expect(broken).toThrow(`SEED=${seed} npx vitest run packages/base/src/property-seed.test.ts`);
  });

  test('draws the same whenever the seed is the same, and nothing a property asks itself is lost', () => {
    const drawn = () => fc.sample(fc.array(fc.integer()), 20);
    expect(drawn()).toEqual(drawn());
    expect(fc.readConfigureGlobal().seed).toBe(Number(process.env['SEED']));
  });
});
