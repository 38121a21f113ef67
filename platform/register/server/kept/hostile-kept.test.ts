import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import type { ProblemError } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';

import { toyKeys } from '../../testing/toy-register.ts';
import { importKept } from './import-kept.ts';
import { keepRow } from './keep-row.ts';
import { listRows } from './list-rows.ts';
import { showRow } from './show-row.ts';
import { verifyKept } from './verify-kept.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ registers: [toyKeys], pool: 16 });
});
afterAll(() => t.drop());

const DOOR = { tag: 'B-1', room: '东门', kind: 'door' };

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
const enter = (answers: object, cast: Cast = 'handler', more: object = {}) =>
  keep(cast, { act: 'enter', answers, ...more });
const card = async (id: string, cast: Cast = 'handler') =>
  showRow(t.app, await t.actor(cast), 'toy-keys', id);
const list = async (cast: Cast, asked: Parameters<typeof listRows>[3] = {}) =>
  (await listRows(t.app, await t.actor(cast), 'toy-keys', { limit: 200, ...asked })).items;
const refusal = async (work: Promise<unknown>): Promise<ProblemError | undefined> =>
  await work.then(
    () => undefined,
    (error: ProblemError) => error,
  );
const codes = async (work: Promise<unknown>): Promise<readonly string[]> => {
  const error = await refusal(work);
  return error ? (error.more?.problems?.map(({ code }) => code) ?? [String(error.code)]) : [];
};
async function read(text: string, cast: Cast, confirm?: string) {
  return await importKept(t.app, await t.actor(cast), {
    register: 'toy-keys',
    key: newId(),
    file: { name: '钥匙.csv', stream: Readable.from([Buffer.from(text)]), limit: 10_000_000 },
    ...(confirm === undefined ? {} : { confirm }),
  });
}
const brought = async (text: string, cast: Cast) => read(text, cast, (await read(text, cast)).digest);

describe('rows of other organisations', () => {
  it('stay with the organisation they belong to when whoever is above it changes them', async () => {
    const id = await enter({ ...DOOR, tag: 'O-1', room: '市局' }, 'city-reviewer');
    await keep('handler', { act: 'edit', answers: { ...DOOR, tag: 'O-1', room: '市局改' } }, id, 1);
    expect((await card(id)).org).toBe(t.orgs.city);
    expect((await list('city-reviewer', { q: '市局改' })).length).toBe(1);
  });

  it('are told of by their name being taken alone, never by what else is on record of them', async () => {
    await enter(
      { tag: 'O-2', room: '省柜', kind: 'safe', holder: '顾思齐', holderId: '11010519491231002X' },
      'handler',
    );
    const { problems } = await read('编号,房间,种类,状态\nO-2,别处,门,已销毁\n', 'city-reviewer');
    expect(problems.map(({ problem }) => problem.code)).toEqual(['row.not-open']);
    expect(JSON.stringify(problems)).not.toContain('在库');
  });

  it('are not hinted at as alike to somebody who may not see them', async () => {
    await enter({ ...DOOR, tag: 'O-3', room: '省里的密室' }, 'handler');
    expect(await codes(enter({ ...DOOR, tag: 'O-4', room: '省里的密室' }, 'city-reviewer'))).toEqual([]);
    const { problems } = await read('编号,房间,种类\nO-5,省里的密室,门\n', 'city-reviewer');
    expect(problems.map(({ problem }) => problem.code)).toEqual(['row.near']);
  });

  it('are not named where a row was merged into one of them', async () => {
    const one = await enter({ ...DOOR, tag: 'O-6', room: '市并' }, 'city-reviewer');
    const two = await enter({ ...DOOR, tag: 'O-7', room: '省里并' }, 'handler');
    await keep(
      'handler',
      { act: 'merge', into: { register: 'toy-keys', id: two }, reason: '同一把' },
      one,
      1,
    );
    expect(JSON.stringify(await card(one, 'city-reviewer'))).not.toContain('省里并');
    const refused = await refusal(keep('city-reviewer', { act: 'restore', reason: '试' }, one, 2));
    expect(JSON.stringify([refused?.message, refused?.more])).not.toContain('省里并');
    const edited = await refusal(keep('city-reviewer', { act: 'edit', answers: DOOR }, one, 2));
    expect(JSON.stringify([edited?.message, edited?.more])).not.toContain('省里并');
  });
});

describe('a tie', () => {
  it('is not made to a row that is retired, and may be ended when it is', async () => {
    const [a, b, c] = [
      await enter({ ...DOOR, tag: 'T-1', room: '系甲' }),
      await enter({ ...DOOR, tag: 'T-2', room: '系乙' }),
      await enter({ ...DOOR, tag: 'T-3', room: '系丙' }),
    ];
    const to = (id: string) => ({ relation: 'ring', to: { register: 'toy-keys', id } });
    await keep('handler', { act: 'tie', ...to(b) }, a, 1);
    await keep('handler', { act: 'retire', reason: '不用' }, b, 2);
    expect(await codes(keep('handler', { act: 'tie', ...to(b) }, c, 1))).toEqual(['row.far-unknown']);
    await keep('handler', { act: 'untie', ...to(b) }, a, 2);
  });

  it('closes no circle, however long the chain is', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 104; n += 1) ids.push(await enter({ ...DOOR, tag: `CH-${n}`, room: `链${n}` }));
    for (let n = 0; n + 1 < ids.length; n += 1)
      await keep(
        'handler',
        { act: 'tie', relation: 'ring', to: { register: 'toy-keys', id: ids[n + 1] } },
        ids[n],
        n === 0 ? 1 : 2,
      );
    const close = { act: 'tie', relation: 'ring', to: { register: 'toy-keys', id: ids[0] } };
    expect(await codes(keep('handler', close, ids.at(-1), 2))).toEqual(['row.not-open']);
  }, 60_000);

  it('made from two sides at once closes no circle', async () => {
    const [a, b] = [
      await enter({ ...DOOR, tag: 'TS-1', room: '两甲' }),
      await enter({ ...DOOR, tag: 'TS-2', room: '两乙' }),
    ];
    const tie = (from: string, to: string) =>
      codes(keep('handler', { act: 'tie', relation: 'ring', to: { register: 'toy-keys', id: to } }, from, 1));
    const both = await Promise.all([tie(a, b), tie(b, a)]);
    expect(both.filter((problems) => problems.length === 0)).toHaveLength(1);
  });
});

describe('bad input to a register', () => {
  it('a page mark of another order is refused, not an accident', async () => {
    for (const key of [
      ['A-1 室', newId()],
      ['2026-01-01', 'x'],
      [null, newId()],
      ['2026-02-30', newId()],
      ['\u0000', newId()],
    ])
      for (const order of ['day', 'title', 'due'] as const)
        for (const retired of [true, false])
          expect([undefined, 'input.cursor']).toContain(
            (
              await refusal(
                list('handler', {
                  cursor: Buffer.from(JSON.stringify(key)).toString('base64url'),
                  order,
                  retired,
                }),
              )
            )?.code,
          );
  });

  it('an id that is none is a pick that leads nowhere', async () => {
    for (const id of ['-'.repeat(36), 'x', newId(), '0'.repeat(36), `${'0'.repeat(35)}-`])
      expect(await codes(enter({ ...DOOR, tag: 'X-1', room: '指错', twin: { id, title: '' } }))).toEqual([
        'field.unknown-pick',
      ]);
  });

  it('answers nobody asked for are named, whatever they are called', async () => {
    for (const key of ['$sealed', '$stage', '__proto__', 'constructor', 'holder\u0001', '$set']) {
      const answers: unknown = JSON.parse(
        `{"tag":"X-2","room":"多答","kind":"door",${JSON.stringify(key)}:"x"}`,
      );
      expect(await codes(enter(answers as object)), key).toEqual(['field.unknown']);
    }
  });

  it('dates at the edge of the calendar are kept or refused, never an accident', async () => {
    for (const [n, until] of [
      '0001-01-01',
      '0000-01-01',
      '9999-12-31',
      '10000-01-01',
      '-0001-01-01',
    ].entries())
      expect(['', 'field.date', 'field.date-range', 'field.too-early', 'field.too-late']).toContain(
        (await codes(enter({ ...DOOR, tag: `Y-${n}`, room: `边${n}`, until })))[0] ?? '',
      );
  });

  it('separators in what names a thing make no other thing of it', async () => {
    const id = await enter({ ...DOOR, tag: 'Z\u00011', room: '隔\u0001开', until: '2026-06-30' });
    expect((await card(id)).answers.tag).toBe('Z1');
  });
});

describe('two imports at one time', () => {
  it('of one file: one is written, the other is told to look again', async () => {
    const rows = Array.from({ length: 1200 }, (_, n) => `W-${n},并发室${n},门`).join('\n');
    const text = `编号,房间,种类\n${rows}\n`;
    const { digest } = await read(text, 'handler');
    const both = await Promise.all(
      [1, 2, 3].map(async () =>
        read(text, 'handler', digest).then(
          ({ written, fresh }) => (written ? fresh : -1),
          (error: ProblemError) => error.code,
        ),
      ),
    );
    expect(both.filter((one) => one === 1200)).toHaveLength(1);
    for (const one of both) expect([1200, 0, 'row.stale-revision']).toContain(one);
    expect((await list('handler', { q: '并发室11' })).length).toBeGreaterThan(0);
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  }, 60_000);

  it('of lists that overlap, in another order, end without a deadlock told as an accident', async () => {
    const csv = (rows: readonly string[]) => `编号,房间,种类\n${rows.join('\n')}\n`;
    const all = Array.from({ length: 1100 }, (_, n) => `W-${n},又并发室${n},门`);
    const told = await Promise.all(
      [csv(all), csv([...all].reverse())].map((text) =>
        brought(text, 'handler').then(
          ({ written }) => String(written),
          (error: ProblemError) => String(error.code),
        ),
      ),
    );
    for (const one of told) expect(['true', 'row.stale-revision']).toContain(one);
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  }, 60_000);
});

describe('looking every chain up', () => {
  it('while people work on the rows finds nothing broken', async () => {
    const rooms = Array.from({ length: 12 }, (_, n) => ({ ...DOOR, tag: `L-${n}`, room: `巡查室${n}` }));
    const ids: string[] = [];
    for (const room of rooms) ids.push(await enter(room));
    let working = true;
    const work = Promise.all(
      ids.map(async (id, n) => {
        for (let revision = 1; revision <= 12; revision += 1)
          await keep(
            'handler',
            { act: 'edit', answers: { ...rooms[n], room: `巡查室${n}第${revision}次` } },
            id,
            revision,
          );
      }),
    ).finally(() => (working = false));
    const found: string[] = [];
    do found.push(...(await verifyKept(t.app, t.office)).broken);
    while (working);
    await work;
    expect(found).toEqual([]);
  }, 60_000);
});

describe('what the database is made to say', () => {
  it('a move put on a chain without the program is found', async () => {
    const id = await enter({ ...DOOR, tag: 'V-1', room: '伪造室' });
    const { writeEvent } = await import('@zhitongche/case');
    const { sm3Hex } = await import('@zhitongche/formats');
    const [row] = await t.base.owner.query<{ head: string; told: string; at: Date }>(
      `select k.head, e.told, e.at from kept_row k join kept_event e on e.row_id = k.id where k.id = $1`,
      [id],
    );
    if (!row) throw new Error('no row');
    const doer = { id: 'x', name: 'x', org: 'x' };
    const at = row.at.toISOString();
    const body = { type: 'retired', reason: '伪' };
    const one = writeEvent(row.head, { seq: 2, at, zone: 'inner', doer, body } as never, sm3Hex);
    await t.base.owner.query(`insert into kept_event values ('${t.office}', $1, 2, $2, $3, $4, $5, $6, $7)`, [
      id,
      row.at,
      one.doer,
      one.body,
      row.head,
      one.digest,
      row.told,
    ]);
    await t.base.owner.query(
      `update kept_row set head = $2, revision = 2, retired_at = $3, unique_key = null,
         state = state || jsonb_build_object('revision', 2, 'retired', jsonb_build_object('at', $4::text, 'reason', '伪')) where id = $1`,
      [id, one.digest, row.at, at],
    );
    const { broken } = await verifyKept(t.app, t.office);
    expect(broken.join('\n')).toContain(`（编号 ${id}）的第 2 条记录没有写入审计`);
  });

  it('a public answer led to another row is found', async () => {
    const [a, b] = [
      await enter({ ...DOOR, tag: 'V-2', room: '公甲', until: '2026-06-30' }),
      await enter({ ...DOOR, tag: 'V-3', room: '公乙', until: '2026-06-30' }),
    ];
    await t.base.owner.query(
      `update kept_row k set public_key = o.public_key from kept_row o where k.id = any($1::uuid[]) and o.id = any($1::uuid[]) and o.id <> k.id`,
      [[a, b]],
    );
    const { broken } = await verifyKept(t.app, t.office);
    expect(broken.filter((line) => line.includes(a) || line.includes(b)).length).toBeGreaterThan(0);
  });
});

describe('a list brought in over rows that pick others', () => {
  it('leaves what it does not name as it is', async () => {
    const one = await enter({ ...DOOR, tag: 'PK-1', room: '主钥' });
    const id = await enter({ ...DOOR, tag: 'PK-2', room: '备钥', twin: { id: one, title: '' } });
    const { written, changed } = await brought('编号,房间,种类\nPK-2,备钥改,门\n', 'handler');
    expect([written, changed]).toEqual([true, 1]);
    expect((await card(id)).answers).toMatchObject({ room: '备钥改', twin: { id: one, title: 'PK-1 主钥' } });
  });
});
