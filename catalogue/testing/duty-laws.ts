import { describe, expect, test } from 'vitest';
import { readRecurs } from '@zhitongche/base';
import { BY_ROW } from '../../platform/register/model/duty.ts';
import type { Duty } from '@zhitongche/register';
import { duties, registers } from '../find-service.ts';

/** What every duty must hold: it is read, it is of the catalogue, and what it opens is there. */
export function dutyLaws(duty: Duty): void {
  describe(duty.code, () => {
    test('is one of the catalogue, by a code of its own', () =>
      expect(duties.filter(({ code }) => code === duty.code)).toEqual([duty]));
    test('says when, and of which rows', () => {
      expect(duty.when === BY_ROW ? duty.of?.when : readRecurs(duty.when)).toBeDefined();
      expect(duty.basis.length).toBeGreaterThan(0);
      expect(duty.of && !registers.some(({ code }) => code === duty.of?.register)).toBeFalsy();
    });
    test('what it opens is taken by its register', () => {
      const { does } = duty;
      const kind = registers.find(({ code }) => code === ('enter' in does ? does.enter : duty.of?.register));
      const fields = Object.values(kind?.form ?? {}).flatMap((section) => Object.keys(section.fields));
      if ('enter' in does) {
        const of = registers.find(({ code }) => code === duty.of?.register);
        const [sample] = of?.samples('2026-03-02') ?? [];
        const row = sample ? ({ answers: sample.answers, stage: '', org: '' } as never) : null;
        const occasion = { period: '2026-03', name: '2026年3月', day: '2026-03-31', said: '', of: '某条' };
        expect(fields).toEqual(expect.arrayContaining(Object.keys(does.answers(occasion, row))));
        expect(does.ties === undefined || kind?.relations.some(({ key }) => key === does.ties)).toBe(true);
      } else expect(kind?.stages?.moves.find(({ key }) => key === does.move)?.roles).toEqual([]);
    });
  });
}
