import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@zhitongche/host';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { toyKeys } from '../../testing/toy-register.ts';
import { keepRow } from './keep-row.ts';
import { askPublic } from './public-row.ts';
import { remindOfRows } from './remind.ts';
import { showRow } from './show-row.ts';
import { verifyKept } from './verify-kept.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ registers: [toyKeys] });
});
afterAll(() => t.drop());

const keep = async (cast: Cast, command: object, id?: string, revision?: number) =>
  (
    await keepRow(t.app, await t.actor(cast), {
      register: 'toy-keys',
      key: newId(),
      command: command as never,
      ...(id === undefined ? {} : { id }),
      ...(revision === undefined ? {} : { revision }),
    })
  ).id;
const enter = (answers: object) => keep('handler', { act: 'enter', answers });
const change = (sql: string, id: string) => t.base.owner.query(sql, [id]);
const KEY = { kind: 'door', until: '2026-03-20' };

describe('a row changed past the program counts for nothing', () => {
  it('a stranger is not told what a database administrator wrote into it', async () => {
    const id = await enter({ ...KEY, tag: 'P-1', room: '对外室' });
    const ask = () => askPublic(t.app, t.office, 'toy-keys', { tag: 'P-1', until: '2026-03-20' });
    expect((await ask()).found).toBe(true);
    await change(
      `update kept_row set state = jsonb_set(state, '{answers,kind}', '"safe"') where id = $1`,
      id,
    );
    expect((await ask()).found).toBe(false);
    await change(
      `update kept_row set state = jsonb_set(state, '{answers,kind}', '"door"') where id = $1`,
      id,
    );
    expect((await ask()).found).toBe(true);
    await change(`update kept_row set stage = 'gone' where id = $1`, id);
    expect((await ask()).found).toBe(false);
  });

  it('nor what was written with a chain linked anew', async () => {
    const id = await enter({ ...KEY, tag: 'P-2', room: '对外乙' });
    await relinked(id, '"safe"');
    expect(await askPublic(t.app, t.office, 'toy-keys', { tag: 'P-2', until: '2026-03-20' })).toMatchObject({
      found: false,
    });
  });

  it('is not carried on by the next act, which would make a record of it', async () => {
    const id = await enter({ ...KEY, tag: 'P-3', room: '续办室' });
    await change(
      `update kept_row set state = jsonb_set(state, '{answers,holder}', '"伪造人"') where id = $1`,
      id,
    );
    await expect(
      keep('handler', { act: 'edit', answers: { ...KEY, tag: 'P-3', room: '续办室改' } }, id, 1),
    ).rejects.toMatchObject({ status: 409, code: 'row.not-as-written' });
    expect((await verifyKept(t.app, t.office)).broken.join()).toContain(id);
  });

  it('a second signature that was put there is none', async () => {
    const id = await enter({ ...KEY, tag: 'P-4', room: '销毁室' });
    await keep('handler', { act: 'move', move: 'destroy' }, id, 1);
    await change(
      `update kept_row set state = jsonb_set(state, '{asked,by,id}', to_jsonb(gen_random_uuid()::text)) where id = $1`,
      id,
    );
    await expect(keep('handler', { act: 'agree' }, id, 2)).rejects.toMatchObject({
      code: 'row.not-as-written',
    });
    expect((await showRow(t.app, await t.actor('handler'), 'toy-keys', id)).stage).toBe('in');
  });

  it('and nobody else’s days are forgotten over it', async () => {
    t.at('2026-03-12');
    const sound = await enter({ ...KEY, tag: 'R-2', room: '提醒乙', until: '2026-03-14' });
    const forged = await enter({ ...KEY, tag: 'R-1', room: '提醒甲', until: '2026-03-13', holder: '林见山' });
    await change(
      `update kept_row set state = jsonb_set(state, '{answers,$sealed}', '"x"'), tick_on = '2026-01-01' where id = $1`,
      forged,
    );
    await remindOfRows(t.app);
    const told = await t.base.owner.query<{ row_id: string }>(
      'select row_id from notice where row_id is not null',
    );
    expect(told.map(({ row_id: id }) => id)).toContain(sound);
  });
});

/** Writes another kind into the only event of a row and its state, and makes chain and head fit. */
async function relinked(id: string, kind: string): Promise<void> {
  const { writeEvent, CHAIN_START } = await import('@zhitongche/case');
  const { sm3Hex } = await import('@zhitongche/formats');
  const { query } = t.base.owner;
  const [event] = await query<{ at: Date; doer: never; body: { answers: object } }>(
    'select at, doer, body from kept_event where row_id = $1',
    [id],
  );
  if (!event) throw new Error('no event');
  const body = { ...event.body, answers: { ...event.body.answers, kind: JSON.parse(kind) } };
  const one = writeEvent(
    CHAIN_START,
    { seq: 1, at: event.at.toISOString(), zone: 'inner', doer: event.doer, body } as never,
    sm3Hex,
  );
  await query('update kept_event set body = $2, digest = $3 where row_id = $1', [id, one.body, one.digest]);
  await query(
    `update kept_row set head = $2, state = jsonb_set(state, '{answers,kind}', $3::jsonb) where id = $1`,
    [id, one.digest, kind],
  );
}
