import { expect, test } from 'vitest';
import { toy } from '../../case/model/testing/toy-service.ts';
import type { LookupProvider } from './ports/lookup-provider.ts';
import { listedCard, type ListedService } from './listed-service.ts';
import { lazyRegistry, serviceRegistry } from './service-registry.ts';

const words = { title: '去向', unit: '次', none: '没有。' };
const summing = (code: string, key: string): ListedService => ({
  ...toy,
  code,
  registers: [{ key, title: key, columns: [], summed: { countries: 'places', words }, rows: () => [] }],
});
const bringing = (code: string, rows: readonly { readonly a: number }[]): ListedService => ({
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

test('a folder brings the reference tables its checks read; two that bring one differently are refused', async () => {
  const one = bringing('a', [{ a: 1 }]);
  expect(await serviceRegistry([toy]).tables()).toEqual([]);
  expect(
    (await serviceRegistry([toy, one, { ...one, version: 9 }]).tables()).map(({ name }) => name),
  ).toEqual(['fees']);
  expect(() => serviceRegistry([one, bringing('b', [{ a: 2 }])])).toThrow('the table fees');
});

const nobody: LookupProvider = { question: () => null, answer: () => null };
const asking: ListedService = {
  ...toy,
  code: 'asking',
  facts: { tables: [], lookups: { debts: { provider: 'debts', args: () => ({}) } } },
};
const answering: ListedService = { ...toy, code: 'answering', lookups: { debts: nobody } };

test('lists know every service by its card; a definition is loaded once, when it is needed, with whoever answers it', async () => {
  const loads: string[] = [];
  const book = lazyRegistry([toy, asking, answering].map(listedCard), async ({ code }) => {
    loads.push(code);
    return [toy, asking, answering].find((one) => one.code === code) ?? toy;
  });
  expect(book.current.map(({ name }) => name)).toEqual([toy.name, asking.name, answering.name]);
  expect(Object.keys(book.card('asking')?.flow.steps ?? {})).toEqual(Object.keys(toy.flow.steps));
  expect(book.answered).toContain('debts');
  expect([loads, book.lookups]).toEqual([[], {}]);
  expect(await book.latest('asking')).toBe(await book.get('asking', asking.version));
  expect(loads).toEqual(['answering', 'asking']);
  expect(book.lookups.debts).toBe(nobody);
  expect(await book.get('gone', 1)).toBeUndefined();
});

test('a definition that could not be loaded is tried again', async () => {
  let broken = true;
  const book = lazyRegistry([listedCard(toy)], async () => {
    if (!broken) return toy;
    broken = false;
    throw new Error('cut off');
  });
  await expect(book.latest(toy.code)).rejects.toThrow('cut off');
  expect(await book.latest(toy.code)).toBe(toy);
});
