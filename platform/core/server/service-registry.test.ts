import { expect, test } from 'vitest';
import { toy } from '../../case/model/testing/toy-service.ts';
import type { ServedService } from './served-service.ts';
import { serviceRegistry } from './service-registry.ts';

const words = { title: '去向', unit: '次', none: '没有。' };
const summing = (code: string, key: string): ServedService => ({
  ...toy,
  code,
  registers: [{ key, title: key, columns: [], summed: { countries: 'places', words }, rows: () => [] }],
});
const bringing = (code: string, rows: readonly { readonly a: number }[]): ServedService => ({
  ...toy,
  code,
  tables: [{ name: 'fees', title: '收费', source: '测试', validFrom: '2026-01-01', rows }],
});

test('a folder says which of its registers is summed by country; a second one is refused at the start', () => {
  expect(serviceRegistry([toy]).summed).toBeUndefined();
  expect(serviceRegistry([toy, summing('a', 'journeys')]).summed?.key).toBe('journeys');
  // An older version of the same service declares the same register.
  expect(
    serviceRegistry([{ ...summing('a', 'journeys'), version: 9 }, summing('a', 'journeys')]).summed?.key,
  ).toBe('journeys');
  expect(() => serviceRegistry([summing('a', 'journeys'), summing('b', 'visits')])).toThrow(
    'journeys, visits',
  );
});

test('a folder brings the reference tables its checks read; two that bring one differently are refused', () => {
  const one = bringing('a', [{ a: 1 }]);
  expect(serviceRegistry([toy]).tables).toEqual([]);
  expect(serviceRegistry([toy, one, { ...one, version: 9 }]).tables.map(({ name }) => name)).toEqual([
    'fees',
  ]);
  expect(() => serviceRegistry([one, bringing('b', [{ a: 2 }])])).toThrow('the table fees');
});
