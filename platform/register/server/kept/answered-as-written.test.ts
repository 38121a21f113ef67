import { defineService } from '@zhitongche/case';
import { newId } from '@zhitongche/host';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { submitted } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { toyKeys } from '../../testing/toy-register.ts';
import { keepRow } from './keep-row.ts';

/** The toy, filed about a key by its tag. */
const about = defineService({
  ...toyService,
  facts: {
    tables: [],
    lookups: {
      key: {
        provider: 'kept-row',
        args: ({ subject }) => ({ register: 'toy-keys', find: { tag: subject ?? '' } }),
      },
      people: {
        provider: 'on-record',
        args: ({ citizenId }) =>
          citizenId === undefined ? undefined : { register: 'toy-keys', numbers: [citizenId] },
      },
    },
  },
});

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [about], registers: [toyKeys] });
});
afterAll(() => t.drop());

const enter = async (tag: string, more: object = {}) =>
  (
    await keepRow(t.app, await t.actor('handler'), {
      register: 'toy-keys',
      key: newId(),
      command: {
        act: 'enter',
        answers: { tag, room: `房间${tag}`, kind: 'door', until: '2027-01-01', ...more },
      },
    })
  ).id;
const forge = (id: string) =>
  t.base.owner.query(
    `update kept_row set state = jsonb_set(state, '{answers,until}', '"2036-01-01"') where id = $1`,
    [id],
  );
const filed = (subject: string, more: object = {}) =>
  submitted(t, 'toy', { subject, copies: 1, holder: '甲', ...more });

it('no rule is answered with a row that was written past the program: the act is stopped and says why', async () => {
  const id = await enter('R-1');
  await expect(filed('R-1')).resolves.toBeTruthy();
  await forge(id);
  await expect(filed('R-1')).rejects.toMatchObject({ status: 409, code: 'row.not-as-written' });
  await expect(filed('R-2')).resolves.toBeTruthy();
});

it('nor with how a number stands there', async () => {
  const citizenId = '11010519491231002X';
  const id = await enter('R-3', { holder: '乙', holderId: citizenId });
  await expect(filed('无关', { citizenId })).resolves.toBeTruthy();
  await forge(id);
  await expect(filed('无关', { citizenId })).rejects.toMatchObject({ code: 'row.not-as-written' });
});
