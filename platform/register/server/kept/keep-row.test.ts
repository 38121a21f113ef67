import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testOffice, type TestOffice, type Cast } from '../../../../apps/server/testing/office.ts';
import { newId } from '@zhitongche/host';
import type { CommandSent } from '@zhitongche/register';
import type { ProblemError } from '@zhitongche/core/server';
import { toyKeys } from '../../testing/toy-register.ts';
import { keepRow } from './keep-row.ts';
import { countBy } from './count-by.ts';
import { keptRegisters, stageCounts } from './count-rows.ts';
import { listRows } from './list-rows.ts';
import { showRow } from './show-row.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ registers: [toyKeys] });
});
afterAll(() => t.drop());

const DOOR = { tag: 'B-1', room: '东门', kind: 'door', until: '2026-06-30' };

async function keep(cast: Cast, command: CommandSent, id?: string, revision?: number, key = newId()) {
  const actor = await t.actor(cast);
  return (
    await keepRow(t.app, actor, {
      register: 'toy-keys',
      key,
      command,
      ...(id === undefined ? {} : { id }),
      ...(revision === undefined ? {} : { revision }),
    })
  ).id;
}
const enter = (answers: object, cast: Cast = 'handler') =>
  keep(cast, { act: 'enter', answers: answers as never });
const card = async (id: string, cast: Cast = 'handler') =>
  showRow(t.app, await t.actor(cast), 'toy-keys', id);
const list = async (cast: Cast, asked: Parameters<typeof listRows>[3] = {}) =>
  (await listRows(t.app, await t.actor(cast), 'toy-keys', { limit: 200, ...asked })).items;
const codes = async (work: Promise<unknown>): Promise<readonly string[]> =>
  await work.then(
    () => [],
    (error: ProblemError) => error.more.problems?.map(({ code }) => code) ?? [error.code],
  );

describe('a row that people keep', () => {
  it('is entered, changed, lent and comes back, and its story tells each act with the difference', async () => {
    const id = await enter({ ...DOOR, tag: 'S-1', room: '故事室' });
    await keep(
      'handler',
      { act: 'edit', answers: { ...DOOR, tag: 'S-1', room: '故事大厅' }, reason: '改名' },
      id,
      1,
    );
    await keep('handler', { act: 'move', move: 'lend', data: { to: '苏映川' } }, id, 2);
    const lent = await card(id);
    expect(lent.stage).toBe('out');
    expect(lent.answers.holder).toBe('苏映川');
    // What needs no words stands on the row in the list, for those who may do it.
    const onRow = async (cast: Cast) => (await list(cast, { q: 'S-1' })).flatMap(({ acts }) => acts);
    expect(await onRow('handler')).toEqual([{ key: 'take', label: '交回' }]);
    await keep('handler', { act: 'move', move: 'take' }, id, 3);
    const { story, stage, moves } = await card(id);
    expect(stage).toBe('in');
    expect(story.map(({ text }) => text)).toEqual(['登记', '修改：改名', '借出', '交回']);
    expect(story[1]?.changes).toEqual([{ label: '房间', before: '故事室', after: '故事大厅' }]);
    expect(moves.map(({ key }) => key)).toEqual(['lend', 'destroy']);
    expect(await onRow('handler')).toEqual([]);
  });

  it('has everything that is wrong with it told at once', async () => {
    expect(await codes(enter({ kind: 'safe', until: '2026-02-30' }))).toEqual([
      'field.required',
      'field.required',
      'field.date',
      'K-01',
    ]);
  });

  it('is not entered twice under its name, whatever blanks and widths it is written with', async () => {
    await enter({ ...DOOR, tag: 'C-7', room: '唯一室' });
    expect(await codes(enter({ ...DOOR, tag: 'Ｃ- 7', room: '另一室' }))).toEqual(['row.taken']);
  });

  it('that looks like a known one is entered with a reason only', async () => {
    await enter({ ...DOOR, tag: 'N-1', room: '南 门' });
    const again = { ...DOOR, tag: 'N-2', room: '南门' };
    expect(await codes(enter(again))).toEqual(['row.near']);
    const id = await keep('handler', { act: 'enter', answers: again, despite: '另一扇' });
    expect((await card(id)).story[0]?.text).toContain('另一扇');
  });

  it('asks for a second person where two are needed, and the first is not the second', async () => {
    const id = await enter({ ...DOOR, tag: 'D-1', room: '销毁室' });
    await keep('handler', { act: 'move', move: 'destroy' }, id, 1);
    expect((await card(id)).asked).toMatchObject({ label: '销毁', mine: true, decides: false });
    expect(await codes(keep('handler', { act: 'agree' }, id, 2))).toEqual(['row.not-open']);
    expect(await codes(keep('handler', { act: 'move', move: 'lend', data: { to: '甲' } }, id, 2))).toEqual([
      'row.not-open',
    ]);
    await keep('handler@security', { act: 'agree' }, id, 2);
    const gone = await card(id);
    expect(gone.stage).toBe('gone');
    expect(gone.moves).toEqual([]);
  });

  it('is entered by one person alone where two are needed on no account', async () => {
    const gone = {
      act: 'enter',
      answers: { ...DOOR, tag: 'D-2', room: '直接销毁' },
      stage: 'gone',
      reason: '补录',
    } as const;
    expect(await codes(keep('handler', gone))).toEqual(['row.not-open']);
    expect(await codes(keep('handler', { ...gone, stage: 'out', reason: '' }))).toEqual(['row.reason']);
    await keep('handler', { ...gone, stage: 'out' });
  });

  it('skips no stage and passes no guard', async () => {
    const id = await enter({ ...DOOR, tag: 'G-1', room: '机要室', kind: 'safe', holder: '林见山' });
    expect(await codes(keep('handler', { act: 'move', move: 'take' }, id, 1))).toEqual(['row.not-open']);
    expect(await codes(keep('handler', { act: 'move', move: 'destroy' }, id, 1))).toEqual(['toy.safe']);
  });

  it('edited by two is saved once: the second is told who was faster', async () => {
    const id = await enter({ ...DOOR, tag: 'E-1', room: '双改室' });
    await keep('handler', { act: 'edit', answers: { ...DOOR, tag: 'E-1', room: '甲改' } }, id, 1);
    expect(
      await codes(keep('handler', { act: 'edit', answers: { ...DOOR, tag: 'E-1', room: '乙改' } }, id, 1)),
    ).toEqual(['row.stale-revision']);
    const race = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        codes(keep('handler', { act: 'edit', answers: { ...DOOR, tag: 'E-1', room: `第${n}` } }, id, 2)),
      ),
    );
    expect(race.filter((problems) => problems.length === 0)).toHaveLength(1);
  });

  it('is written once however often the same request comes', async () => {
    const key = newId();
    const command = { act: 'enter', answers: { ...DOOR, tag: 'I-1', room: '一次室' } } as const;
    const ids = await Promise.all(
      Array.from({ length: 4 }, () => keep('handler', command, undefined, undefined, key)),
    );
    expect(new Set(ids).size).toBe(1);
  });

  it('is never deleted: it is retired with a reason, leaves its name free and comes back while the name is', async () => {
    const id = await enter({ ...DOOR, tag: 'R-1', room: '注销室' });
    expect(await codes(keep('handler', { act: 'retire', reason: ' ' }, id, 1))).toEqual(['row.reason']);
    await keep('handler', { act: 'retire', reason: '门已拆' }, id, 1);
    expect(await codes(keep('handler', { act: 'edit', answers: DOOR }, id, 2))).toEqual(['row.not-open']);
    const other = await enter({ ...DOOR, tag: 'R-1', room: '新注销室' });
    expect(await codes(keep('handler', { act: 'restore', reason: '门又装上' }, id, 2))).toEqual([
      'row.taken',
    ]);
    await keep('handler', { act: 'retire', reason: '不用' }, other, 1);
    await keep('handler', { act: 'restore', reason: '门又装上' }, id, 2);
    expect((await list('handler', { q: '注销室' })).map((row) => row.id)).toEqual([id]);
    expect((await list('handler', { retired: true })).map((row) => row.id)).toContain(other);
    await expect(t.app.db.query('delete from kept_row')).rejects.toThrow('permission denied');
    await expect(t.app.db.query('update kept_event set seq = 9')).rejects.toThrow('permission denied');
  });

  it('merged into another keeps its story, and so does the other', async () => {
    const [one, two] = [
      await enter({ ...DOOR, tag: 'M-1', room: '并甲' }),
      await enter({ ...DOOR, tag: 'M-2', room: '并乙' }),
    ];
    await keep(
      'handler',
      { act: 'merge', into: { register: 'toy-keys', id: two }, reason: '同一把' },
      one,
      1,
    );
    expect((await card(one)).mergedInto).toEqual({ id: two, title: 'M-2 并乙' });
    expect((await card(two)).story.at(-1)?.text).toBe('“M-1 并甲”并入：同一把');
    expect(await codes(keep('handler', { act: 'restore', reason: '弄错了' }, one, 2))).toEqual([
      'row.not-open',
    ]);
  });

  it('hangs together both ways, once, and never in a circle', async () => {
    const [a, b, c] = [
      await enter({ ...DOOR, tag: 'L-1', room: '环甲' }),
      await enter({ ...DOOR, tag: 'L-2', room: '环乙' }),
      await enter({ ...DOOR, tag: 'L-3', room: '环丙' }),
    ];
    const tie = (from: string, to: string, revision: number) =>
      keep('handler', { act: 'tie', relation: 'ring', to: { register: 'toy-keys', id: to } }, from, revision);
    await tie(a, b, 1);
    await tie(b, c, 2);
    expect((await card(b)).ties.map(({ label, id }) => [label, id])).toEqual([
      ['挂着', a],
      ['挂在', c],
    ]);
    expect(await codes(tie(c, a, 2))).toEqual(['row.not-open']);
    expect(await codes(tie(a, c, 2))).toEqual(['row.not-open']);
    await keep('handler', { act: 'untie', relation: 'ring', to: { register: 'toy-keys', id: b } }, a, 2);
    expect((await card(a)).ties).toEqual([]);
    expect((await card(b)).ties.map(({ id }) => id)).toEqual([c]);
  });
});

describe('a row that begins from another', () => {
  it('is entered with its tie in one commit, both ends know it, and a far row one may not see stops all of it', async () => {
    const main = await enter({ ...DOOR, tag: 'BG-1', room: '总柜' });
    const under = (id: string, tag: string) =>
      keep('handler', {
        act: 'enter',
        answers: { ...DOOR, tag, room: `${tag}室` },
        ties: [{ relation: 'ring', to: { register: 'toy-keys', id } }],
      });
    const part = await under(main, 'BG-2');
    expect((await card(part)).ties.map(({ id, back }) => [id, back])).toEqual([[main, false]]);
    expect((await card(main)).ties.map(({ id, back }) => [id, back])).toEqual([[part, true]]);
    expect(await codes(under(newId(), 'BG-3'))).toEqual(['row.far-unknown']);
    expect(await list('handler', { q: 'BG-3' })).toEqual([]);
  });
});

describe('who sees what of a register', () => {
  it('rows of other organisations, and what is private, stay with those who keep or may read them', async () => {
    const safe = { tag: 'P-1', room: '保密柜', kind: 'safe', until: '2026-07-01', holder: '顾思齐' };
    const province = await enter({ ...safe, holderId: '11010519491231002X' });
    const city = await enter({ ...safe, tag: 'P-2', room: '市保密柜' }, 'city-reviewer');
    const ids = async (cast: Cast) =>
      (await list(cast, { q: '保密柜', order: 'title' })).map(({ id }) =>
        id === province ? 'province' : id === city ? 'city' : id,
      );
    expect(await ids('handler')).toEqual(['province', 'city']);
    expect(await ids('window')).toEqual(['province', 'city']);
    expect(await ids('city-reviewer')).toEqual(['city']);
    expect(await ids('filer')).toEqual([]);
    expect((await card(province, 'handler')).answers.holderId).toBe('11010519491231002X');
    expect((await card(province, 'director')).answers).toMatchObject({
      holder: '顾思齐',
      holderId: expect.stringContaining('*'),
    });
    expect((await card(province, 'window')).answers.holder).not.toBe('顾思齐');
    expect(await codes(card(province, 'city-reviewer'))).toEqual(['row.unknown']);
    expect(await codes(card(province, 'finance-officer'))).toEqual(['register.unknown']);
    expect(await codes(keep('window', { act: 'retire', reason: '试' }, province, 1))).toEqual([
      'row.not-open',
    ]);
    expect(await codes(keep('city-reviewer', { act: 'retire', reason: '试' }, province, 1))).toEqual([
      'row.unknown',
    ]);
  });

  it('a number finds its row for whoever sees it in clear, on record, and nobody else', async () => {
    await enter({
      tag: 'Q-1',
      room: '查号室',
      kind: 'door',
      holder: '龚清和',
      holderId: '11010519491231002X',
    });
    const found = async (cast: Cast) => (await list(cast, { q: '11010519491231002X' })).length;
    expect(await found('handler')).toBeGreaterThan(0);
    expect(await found('window')).toBe(0);
    const [row] = await t.app.db.query<{ n: number }>(
      `select count(*)::int as n from audit where action = 'register.search' and object = 'register:toy-keys'`,
    );
    expect(row?.n).toBe(1);
    const [raw] = await t.base.owner.query<{ n: number }>(
      `select count(*)::int as n from (select state::text as x from kept_row union all select body::text from kept_event
        union all select grams::text || facets::text || title from kept_row union all select detail::text from audit) all_text
       where x like '%11010519491231002X%' or x like '%龚清和%'`,
    );
    expect(raw?.n).toBe(0);
  });
});

describe('lists of a register', () => {
  it('count by a column what the list of the same question holds, by nothing that is no filter', async () => {
    await enter({ tag: 'C-1', room: '数点室', kind: 'door', until: '2027-03-01' });
    await enter({ tag: 'C-2', room: '数点室乙', kind: 'safe', holder: '甲', until: '2027-03-02' });
    await enter({ tag: 'C-3', room: '数点室丙', kind: 'safe', holder: '甲' });
    const counted = await countBy(t.app, await t.actor('handler'), 'toy-keys', { q: '数点', by: 'kind' });
    expect(counted).toEqual({
      rows: 3,
      counts: [
        { value: 'safe', count: 2 },
        { value: 'door', count: 1 },
      ],
    });
    const due = await list('handler', { q: '数点', dueFrom: '2027-03-02', dueUntil: '2027-03-31' });
    expect(due.map(({ title }) => title)).toEqual(['C-2 数点室乙']);
    await expect(
      countBy(t.app, await t.actor('handler'), 'toy-keys', { by: 'holder' }),
    ).rejects.toMatchObject({ status: 422 });
  });
  it('count by stage what the reader sees, filter by choices, and turn pages without loss', async () => {
    for (let n = 0; n < 7; n += 1)
      await enter({
        tag: `Z-${n}`,
        room: `翻页室${n}`,
        kind: n % 2 ? 'door' : 'safe',
        holder: '甲',
        until: `2027-01-0${n + 1}`,
      });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listRows(t.app, await t.actor('handler'), 'toy-keys', {
        q: '翻页',
        filters: ['kind=door'],
        order: 'title',
        limit: 2,
        cursor,
      });
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['Z-1 翻页室1', 'Z-3 翻页室3', 'Z-5 翻页室5']);
    const counted = await stageCounts(t.app, await t.actor('handler'), 'toy-keys');
    const all = await list('handler');
    for (const { stage, count } of counted.stages)
      expect(count).toBe(all.filter((row) => row.stage === stage).length);
    expect(counted.retired).toBe((await list('handler', { retired: true })).length);
    const [mine] = await keptRegisters(t.app, await t.actor('city-reviewer'));
    expect(mine?.count).toBe((await list('city-reviewer')).length);
  });
});
