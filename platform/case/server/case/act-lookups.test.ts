import { form, identifier, integer } from '@zhitongche/form';
import type { Service } from '@zhitongche/case';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookupsFor } from '../query/catalogue.ts';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { openDoor } from '../../../../apps/server/testing/door.ts';
import { revisionOf, submitted, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';

const HOLDER = '11010519491231002X';
const OTHER = '440524188001010014';

/** Whoever is named in the act, else in the application, may have no earlier trip. */
const asking: Service = {
  ...toyService,
  forms: {
    opinion: {
      title: '审核意见',
      form: form({
        all: {
          title: '意见',
          fields: { copies: integer('核定份数', { min: 0 }), other: identifier('citizen-id', '另一持有人') },
        },
      }),
      checks: [
        {
          code: 'O-01',
          title: '核定份数不超过申请份数',
          level: 'block',
          basis: { title: '示例规定' },
          reads: ['copies'],
          run: ({ copies }, { state, facts }) => {
            const asked = facts.lookup('trips') === undefined ? 0 : Number(state?.answers.copies);
            return Number(copies) > asked
              ? [{ at: ['copies'], message: '超过申请份数', en: 'Too many' }]
              : [];
          },
        },
      ],
    },
  },
  facts: {
    tables: [],
    lookups: {
      trips: {
        provider: 'person-trips',
        args: ({ citizenId }, act) =>
          typeof (act?.data.other ?? citizenId) === 'string'
            ? { people: [act?.data.other ?? citizenId ?? ''] }
            : undefined,
      },
    },
  },
  flow: {
    ...toyService.flow,
    steps: {
      ...toyService.flow.steps,
      sign: {
        kind: 'work',
        title: '单位签批',
        phase: '单位',
        who: { role: 'signer', at: 'unit' },
        next: 'review',
        acts: [{ kind: 'agree', form: 'opinion' }],
      },
    },
  },
};

let t: TestOffice;
let id: string;
beforeAll(async () => {
  t = await testOffice({ services: [asking] });
  id = await submitted(t, 'toy', { subject: '海南', copies: 2, citizenId: HOLDER });
});
afterAll(() => t.drop());

describe("the registers asked for an act's form", () => {
  it('are asked about the case as the server keeps it, also for a page that may not see all of it', async () => {
    const signer = await t.actor('signer');
    const ask = (data: Record<string, string | number>) =>
      lookupsFor(t.app, signer, 'toy', { answers: {}, case: id, act: { form: 'opinion', data } });
    expect(await ask({ copies: 1 })).toEqual({ trips: { trips: [] } });
    expect(await ask({ other: OTHER })).toEqual({ trips: { trips: [] } });
  });

  it('answer the page as they answer the decision: what the page lets through, the server takes', async () => {
    await expect(takes(t, 'signer', id, { act: 'agree', data: { copies: 3 } })).rejects.toMatchObject({
      more: { problems: [expect.objectContaining({ code: 'O-01', at: ['data', 'copies'] })] },
    });
    await takes(t, 'signer', id, { act: 'agree', data: { copies: 2 } });
  });

  it('are not asked about a form the service does not have', async () => {
    const signer = await t.actor('signer');
    await expect(
      lookupsFor(t.app, signer, 'toy', { answers: {}, case: id, act: { form: 'nothing', data: {} } }),
    ).rejects.toMatchObject({ status: 422 });
  });

  it('tell a browser and a decision the same over the wire', async () => {
    const over = await submitted(t, 'toy', { subject: '海南', copies: 2, citizenId: HOLDER });
    const door = await openDoor(t);
    const asks = (form: string, data: object) =>
      door.call('signer', 'lookups', {
        params: { service: 'toy' },
        body: { answers: { copies: 9, citizenId: OTHER }, case: over, act: { form, data } },
      });
    const acts = async (data: object) =>
      door.call('signer', 'act', {
        params: { case: over },
        body: { revision: await revisionOf(t, over), command: { act: 'agree', data } },
      });
    expect((await asks('opinion', { copies: 3 })).json).toEqual({ trips: { trips: [] } });
    expect((await asks('nothing', {})).status).toBe(422);
    const refused = await acts({ copies: 3 });
    expect(refused.status).toBe(422);
    expect(refused.json).toMatchObject({ problems: [{ code: 'O-01', at: ['data', 'copies'] }] });
    expect((await acts({ copies: 2 })).status).toBe(200);
    await door.close();
  });
});
