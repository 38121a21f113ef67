import type { Service } from '@zhitongche/case';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPolicy } from '../../../administration/server/policies.ts';
import { lookupDigest } from '@zhitongche/core/server';
import { type TestOffice, testOffice } from '../../../../apps/server/testing/office.ts';
import { freshKey } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { act } from './act.ts';
import { createCase } from './create-case.ts';

const HOLDER = '11010519491231002X';
const OTHER = '440524188001010014';

/** Asks where else whoever is named travelled; a subject `N×name` stands for a group of N. */
const asking: Service = {
  ...toyService,
  facts: {
    tables: [],
    lookups: {
      trips: {
        provider: 'person-trips',
        args: ({ subject, citizenId }) => {
          const words = typeof subject === 'string' ? subject : '';
          const [, many] = /^(\d+)×/.exec(words) ?? [];
          const group = Array.from({ length: Number(many ?? 0) }, (_, n) => `${words}${n}`);
          const people = [...group, ...(typeof citizenId === 'string' ? [citizenId] : [])];
          return people.length > 0 ? { people } : undefined;
        },
      },
    },
  },
};

let t: TestOffice;
let id = '';
beforeAll(async () => {
  t = await testOffice({ services: [asking] });
  id = (await createCase(t.app, await t.actor('filer'), { key: freshKey(), service: 'toy' })).id;
});
afterAll(() => t.drop());

/** A submission that says nothing of how many copies, which the form demands. */
const submits = async (answers: Record<string, string | number>) =>
  await act(t.app, await t.actor('filer'), {
    caseId: id,
    revision: 0,
    key: freshKey(),
    command: { act: 'submit', answers },
  });
const lines = () =>
  t.base.owner.query<{ object: string; result: string; name: string; detail: { number: string[] } }>(
    `select object, result, actor->>'name' as name, detail from audit where action = 'register.look-up' order by xid, id`,
  );
const digest = (number: string) => lookupDigest(number, t.app.keys);

describe('who asks the registers about a person with an application that is then refused', () => {
  it('leaves a line that says who asked, in which case and about which number, without the number', async () => {
    await expect(submits({ subject: '海南', citizenId: HOLDER })).rejects.toMatchObject({ status: 422 });
    const told = await lines();
    expect(told).toMatchObject([
      { object: `case:${id}`, name: (await t.actor('filer')).name, detail: { number: [digest(HOLDER)] } },
    ]);
    expect(told[0]?.result).not.toBe('ok');
    expect(JSON.stringify(told)).not.toContain(HOLDER);
  });

  it('leaves none for trying again with the same people, and one more for somebody else', async () => {
    await expect(submits({ subject: '海南岛', citizenId: HOLDER })).rejects.toMatchObject({ status: 422 });
    expect(await lines()).toHaveLength(1);
    await expect(submits({ subject: '海南', citizenId: OTHER })).rejects.toMatchObject({ status: 422 });
    expect((await lines()).map(({ detail }) => detail.number)).toEqual([[digest(HOLDER)], [digest(OTHER)]]);
  });

  it('is answered no more once hundreds were asked about within an hour, so that no list is tried out', async () => {
    await expect(submits({ subject: '300×甲' })).rejects.toMatchObject({ status: 422 });
    await expect(submits({ subject: '300×乙' })).rejects.toMatchObject({ status: 429 });
    t.at('2026-03-03');
    await expect(submits({ subject: '300×乙' })).rejects.toMatchObject({ status: 422 });
  });

  it('how many that are is a figure of the office', async () => {
    t.at('2026-03-04');
    const figure = {
      key: 'registers.refused-people',
      value: 60,
      validFrom: '2026-03-04',
      source: '本办〔2026〕1号',
    };
    const asked = { key: freshKey(), what: 'policy', request: {} };
    await addPolicy(t.app, await t.actor('system-admin'), asked, figure);
    await expect(submits({ subject: '61×丙' })).rejects.toMatchObject({ status: 429 });
  });

  it('leaves none when it is accepted: the application itself is the record', async () => {
    const before = await lines();
    await submits({ subject: '海南', copies: 1, citizenId: HOLDER });
    expect(await lines()).toEqual(before);
  });
});
