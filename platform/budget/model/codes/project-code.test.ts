import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseProjectCode, projectCodeProblem } from './project-code.ts';

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8');
const published = [
  ...fixture('hebei-fao-2024.txt').matchAll(/\t(130000\w{15})/g),
  ...fixture('shijiazhuang-fao-2024.txt').matchAll(/\t(130100\w{13} \w{2})\t/g),
].map((match) => (match[1] ?? '').replace(' ', ''));

describe('the check character of a project code', () => {
  test('holds for every code printed by 河北省外办 and scanned whole from 石家庄市外办', () => {
    expect(published).toHaveLength(16);
    for (const code of published) expect(projectCodeProblem(code), code).toBeNull();
  });

  test('any one wrong symbol is noticed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...published),
        fc.integer({ min: 0, max: 20 }),
        fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'),
        (code, at, symbol) => {
          const damaged = code.slice(0, at) + symbol + code.slice(at + 1);
          expect(projectCodeProblem(damaged) === null).toBe(damaged === code);
        },
      ),
    );
  });

  test('the parts name the division and the year the code was created', () => {
    expect(parseProjectCode('13000024P0080A4106683')).toEqual({
      division: '130000',
      yearCreated: '24',
      kind: 'P',
      serial: '0080A4',
      running: '0668',
      check: '3',
    });
  });
});
