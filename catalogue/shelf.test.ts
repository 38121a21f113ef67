import { expect, test } from 'vitest';
import { platformLookups } from '../apps/server/src/extensions.ts';
import { cards } from './cards.ts';
import { catalogue, registers, serviceOf } from './find-service.ts';
import { keptRegisters, shelf } from './shelf.ts';

test('a bundle keeps of the catalogue what its sources say: cards are plain data', () => {
  expect(JSON.parse(JSON.stringify(cards))).toStrictEqual(cards);
  expect(cards.services.map(({ code, version, name }) => [code, version, name])).toEqual(
    catalogue.map(({ code, version, name }) => [code, version, name]),
  );
});

test('each definition is found behind its card, and what its checks ask is answered once it is there', async () => {
  for (const { code, version, facts } of cards.services) {
    const book = shelf(platformLookups(registers));
    const service = await book.get(code, version);
    expect(service).toEqual(serviceOf(code, version));
    expect(await book.get(code, version)).toBe(service);
    for (const { provider } of Object.values(facts.lookups)) expect(book.lookups).toHaveProperty(provider);
  }
});

test('every register of the catalogue is there from the start', async () => {
  expect(new Set(await keptRegisters())).toEqual(new Set(registers));
});
