import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayInShanghai } from '@zhitongche/base';
import { problemsOf } from '@zhitongche/case';
import { outboundTrip } from '../../../../catalogue/outbound/trip/index.ts';
import { ownDelegation } from '@zhitongche/catalogue/outbound/trip/samples.ts';
import { factsOf } from '../../../../platform/case/server/case/facts.ts';
import { type TestOffice, testOffice } from '../../testing/office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await testOffice();
});
afterAll(() => office.drop());

/** What the form says of a host's name, with the office's own table of characters. */
const saidOf = async (host: string) => {
  const book = await office.app.offices.get(office.office);
  const today = dayInShanghai(office.app.clock().toISOString());
  const trip = ownDelegation({ today });
  const [first, ...legs] = Array.isArray(trip.legs) ? trip.legs : [];
  const named = { ...(typeof first === 'object' ? first : {}), inviterForeign: host };
  const answers = { ...trip, legs: [named, ...legs] };
  const context = {
    today,
    policy: book.policy(outboundTrip, book.root.id, today),
    calendar: book.calendar,
    facts: factsOf(book, today, {}),
  };
  return problemsOf(outboundTrip, answers, context).filter((p) => p.code === 'field.undrawable');
};

describe('the name of a foreign host', () => {
  it.each(['Antonín Dvořák', 'Wałęsa', 'Şahin', 'Žižka', 'Дмитрий', '김민준', '𠮷田', '𫚈'])(
    '%s passes the form and can be printed',
    async (host) => {
      expect(await saidOf(host)).toEqual([]);
    },
  );

  it.each(['𫍰', '😀'])('%s is refused at its field before anybody decides', async (host) => {
    const [problem] = await saidOf(host);
    expect(problem).toMatchObject({ level: 'block', at: ['legs', 0, 'inviterForeign'] });
    expect(problem?.todo).toContain('系统管理员');
  });
});
