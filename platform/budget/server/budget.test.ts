import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFindings, withCell, readDisclosure } from '@zhitongche/budget';
import { fixtureBytes } from '../model/testing.ts';
import { newId } from '@zhitongche/host';
import { type Door, type Got, openDoor } from '../../../apps/server/testing/door.ts';
import { type Cast, testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { readingsDone } from './read-file.ts';
import { runThread } from './run-thread.ts';
import type { Model, ModelFinding, ModelSettled } from './shapes.ts';

let t: TestOffice;
let door: Door;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'budget-story-'));
  t = await testOffice({ services: [], config: { dataDir: folder } });
  door = await openDoor(t);
});
afterAll(async () => {
  await readingsDone();
  await door.close();
  await t.drop();
  await rm(folder, { recursive: true, force: true });
});

interface Reading {
  readonly status: string;
  readonly problems: readonly { readonly code: string; readonly message: string; readonly todo?: string }[];
  readonly result: {
    readonly model: Model;
    readonly findings: ModelFinding[];
    readonly reconciliation: { readonly counts: Readonly<Record<string, number>> };
  } | null;
}

const upload = (
  name: string,
  bytes: Uint8Array,
  who: Cast = 'finance-officer',
  key = newId(),
): Promise<Got> => door.call(who, 'readBudget', { file: { name, bytes }, key });
const idOf = (got: Got): string => String((got.json as { id?: string }).id);
const reading = async (id: string, who: Cast = 'finance-officer') =>
  (await door.call(who, 'budgetReading', { params: { id } })).json as Reading;

async function read(
  name: string,
  bytes: Uint8Array,
  who: Cast = 'finance-officer',
): Promise<Reading & { id: string }> {
  const got = await upload(name, bytes, who);
  expect(got.status, got.text).toBe(200);
  await readingsDone();
  return { ...(await reading(idOf(got), who)), id: idOf(got) };
}

const save = (
  id: string,
  body: { revision: number; status: string; model: Model; settled: readonly ModelSettled[]; note?: string },
  who: Cast = 'finance-officer',
  key = newId(),
): Promise<Got> => door.call(who, 'saveDisclosure', { params: { id }, body, key });

const lookedAt = (findings: ModelFinding[]): ModelSettled[] =>
  openFindings(findings, []).map((finding) => ({ finding, how: 'as-read' }));
const code = (got: Got): unknown => (got.json as { code?: unknown }).code;
const file = (name: string) => fixtureBytes(`${name}.txt`);

describe('a finance officer reads a published budget', () => {
  it('gets the model, the proof and every line of the source, and what nobody confirmed is not public', async () => {
    const done = await read('河北外办2024.txt', file('hebei-fao-2024'));
    expect(done.status).toBe('done');
    // docs/budget-reconciliation.md, checked by hand against the text.
    expect(done.result?.reconciliation.counts).toEqual({
      holds: 440,
      rounding: 1,
      'does-not-hold': 1,
      'cannot-be-checked': 1,
    });
    const source = (await door.call('finance-officer', 'budgetSource', { params: { id: done.id } })).json as {
      lines: { place: { line: number }; cells: string[] }[];
      cut: boolean;
    };
    expect(source.cut).toBe(false);
    const printed = new TextDecoder().decode(file('hebei-fao-2024')).split('\n');
    for (const { place, cells } of source.lines.slice(0, 200))
      expect(printed[place.line - 1]).toContain(cells[0]?.trim().split(/\s/)[0]);
    expect((await door.call(null, 'openBudgets')).json).toEqual([]);
    expect((await door.call(null, 'openBudget', { params: { id: done.id } })).status).toBe(404);
    expect((await door.call('finance-officer', 'disclosures')).json).toEqual([]);
    const original = await door.call('finance-officer', 'budgetOriginal', { params: { id: done.id } });
    expect(original.text).toBe(new TextDecoder().decode(file('hebei-fao-2024')));
  });

  it('saves a draft, publishes it after confirming, and the office’s leaders read every version', async () => {
    const done = await read('shanxi.txt', file('shanxi-fao-2024'));
    const { model, findings } = done.result ?? expect.fail('nothing was read');
    const first = await save(done.id, { revision: 0, status: 'draft', model, settled: [], note: '初读' });
    expect(first.status, first.text).toBe(200);
    const refused = await save(done.id, { revision: 1, status: 'published', model, settled: [] });
    expect(refused.status).toBe(422);
    const told = (refused.json as { problems: { code: string; message: string }[] }).problems;
    expect(told.every((problem) => problem.code === 'budget.unread')).toBe(true);
    expect(told).toHaveLength(Math.min(50, openFindings(findings, []).length));

    const corrected = withCell(model, 'cover', 0, 1, '山西省人民政府外事办公室（测试改名）');
    const key = newId();
    const body = { revision: 1, status: 'published', model: corrected, settled: lookedAt(findings) };
    const published = await save(done.id, body, 'finance-officer', key);
    expect(published.status, published.text).toBe(200);
    expect((await save(done.id, body, 'finance-officer', key)).json).toEqual(published.json);
    const stale = await save(done.id, body);
    expect([stale.status, code(stale)]).toEqual([409, 'budget.stale-revision']);

    const seen = (await door.call('director', 'disclosure', { params: { id: done.id } })).json as {
      versions: { no: number; status: string; note: string }[];
      mine: boolean;
    };
    expect(seen.versions.map(({ no, status, note }) => [no, status, note])).toEqual([
      [2, 'published', ''],
      [1, 'draft', '初读'],
    ]);
    expect(seen.mine).toBe(false);
    const old = (await door.call('director', 'disclosureVersion', { params: { id: done.id, no: '1' } }))
      .json as {
      model: Model;
    };
    expect(old.model.department.name).toBe(model.department.name);

    const open = (await door.call(null, 'openBudgets')).json as {
      id: string;
      department: string;
      profile: object;
    }[];
    expect(open.map(({ id, department }) => [id, department])).toEqual([
      [done.id, '山西省人民政府外事办公室（测试改名）'],
    ]);
    const comparison = await door.call(null, 'openComparison');
    expect(comparison.text).toContain('山西省人民政府外事办公室（测试改名）,2024,');
  });

  it('hands out the public files: data as printed, documents that read back as the same budget', async () => {
    const [{ id }] = (await door.call(null, 'openBudgets')).json as [{ id: string }];
    const get = (name: string) => door.call(null, 'openBudgetFile', { params: { id, file: name } });
    const { model } = (await door.call(null, 'openBudget', { params: { id } })).json as { model: Model };
    const json = JSON.parse((await get('budget.json')).text) as { model: Model };
    expect(json.model).toEqual(model);
    const table = model.tables[0];
    const csv = (await get(`${table?.id ?? ''}.csv`)).text;
    for (const cell of table?.rows[0] ?? []) expect(csv).toContain(cell ?? '');
    expect((await get('checks.csv')).text).toContain('does-not-hold');
    expect((await get('no-such.csv')).status).toBe(404);
    for (const name of ['budget.xlsx', 'budget.docx', 'budget.pdf']) {
      const reply = await door.http.inject({ method: 'GET', url: `/api/open/budgets/${id}/files/${name}` });
      expect(reply.statusCode, name).toBe(200);
      const again = await readDisclosure({ name, bytes: new Uint8Array(reply.rawPayload) });
      expect(again.ok && again.model, name).toEqual(model);
    }
    const [kept] = await t.base.owner.query<{ n: number }>('select count(*) as n from budget_file');
    expect(kept?.n).toBe(3);
    expect((await get('budget.xlsx')).status).toBe(200);
    expect((await t.base.owner.query<{ n: number }>('select count(*) as n from budget_file'))[0]?.n).toBe(3);
  });

  it('cannot publish the same department and year twice', async () => {
    const done = await read('again.txt', file('shanxi-fao-2024'));
    const { model, findings } = done.result ?? expect.fail('nothing was read');
    const same = withCell(model, 'cover', 0, 1, '山西省人民政府外事办公室（测试改名）');
    const got = await save(done.id, {
      revision: 0,
      status: 'published',
      model: same,
      settled: lookedAt(findings),
    });
    expect([got.status, code(got)]).toEqual([422, 'budget.twice']);
  });

  it('is told of every cell that is no number, and nothing is saved', async () => {
    const done = await read('wrong.txt', file('hebei-fao-2024'));
    const { model } = done.result ?? expect.fail('nothing was read');
    const wrong = withCell(withCell(model, 'T03', 2, 3, '三百'), 'T03', 3, 3, '1e9');
    const got = await save(done.id, { revision: 0, status: 'draft', model: wrong, settled: [] });
    expect(got.status).toBe(422);
    expect((got.json as { problems: { at: unknown }[] }).problems.map(({ at }) => at)).toEqual([
      ['T03', 2, 3],
      ['T03', 3, 3],
    ]);
    expect((await door.call('finance-officer', 'disclosure', { params: { id: done.id } })).status).toBe(404);
  });

  it('belongs to one office: the city’s finance officer sees nothing of the province, the province sees the city', async () => {
    const done = await read('city.txt', file('shijiazhuang-fao-2024'), 'finance-officer@city');
    const { model } = done.result ?? expect.fail('nothing was read');
    expect(
      (await save(done.id, { revision: 0, status: 'draft', model, settled: [] }, 'finance-officer@city'))
        .status,
    ).toBe(200);
    const ids = async (who: Cast) =>
      ((await door.call(who, 'disclosures')).json as { id: string; mine: boolean }[]).map(({ id, mine }) => [
        id,
        mine,
      ]);
    expect(await ids('finance-officer@city')).toEqual([[done.id, true]]);
    expect(await ids('director')).toContainEqual([done.id, false]);
    const stolen = await save(done.id, { revision: 1, status: 'draft', model, settled: [] });
    expect(stolen.status).toBe(404);
  });

  it('starts one reading however often the same upload is sent again', async () => {
    const key = newId();
    const [a, b] = [
      await upload('once.txt', file('shijiazhuang-fao-2024'), 'finance-officer', key),
      await upload('once.txt', file('shijiazhuang-fao-2024'), 'finance-officer', key),
    ];
    await readingsDone();
    expect(b.json).toEqual(a.json);
    const mine = (await door.call('finance-officer', 'budgetReadings')).json as { name: string }[];
    expect(mine.filter(({ name }) => name === 'once.txt')).toHaveLength(1);
  });
});

/** An archive of one entry that unpacks to `size` zeros and calls itself a workbook. */
function bomb(size: number): Uint8Array {
  const content = Buffer.alloc(size);
  const packed = deflateRawSync(content);
  const name = Buffer.from('xl/workbook.xml');
  const fields = (central: boolean): Buffer => {
    const head = Buffer.alloc(central ? 46 : 30);
    head.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0);
    const at = central ? 10 : 8;
    head.writeUInt16LE(8, at);
    head.writeUInt32LE(crc32(content), at + 6);
    head.writeUInt32LE(packed.length, at + 10);
    head.writeUInt32LE(size, at + 14);
    head.writeUInt16LE(name.length, at + 18);
    return Buffer.concat([head, name]);
  };
  const [local, central] = [Buffer.concat([fields(false), packed]), fields(true)];
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

describe('files that are none', () => {
  const text = new TextEncoder();
  const refused: readonly (readonly [
    what: string,
    name: string,
    bytes: () => Uint8Array,
    status: number,
    code: string,
  ])[] = [
    ['an empty file', '空.txt', () => new Uint8Array(), 422, 'file.empty'],
    ['a type nobody reads', '预算.doc', () => text.encode('x'), 422, 'file.type'],
    ['a program', 'budget.exe', () => text.encode('MZ'), 422, 'file.type'],
    ['half a workbook', '半.xlsx', () => text.encode('PK\u0003\u0004'), 422, 'file.type'],
    ['half a PDF', '半.pdf', () => text.encode('%PDF-1.7 cut'), 422, 'file.type'],
    ['a PDF that calls itself text', '假.txt', () => text.encode('%PDF-1.7'), 422, 'file.type'],
    ['a workbook that unpacks to 400 MB', '炸.xlsx', () => bomb(400 * 1024 * 1024), 422, 'file.bomb'],
    [
      'one byte more than 50 MB',
      '大.txt',
      () => new Uint8Array(50 * 1024 * 1024 + 1).fill(32),
      413,
      'file.too-large',
    ],
  ];
  for (const [what, name, bytes, status, expected] of refused)
    it(`${what} is refused with a reason, and nothing is kept`, async () => {
      const before = await t.base.owner.query('select count(*) as n from budget_reading');
      const got = await upload(name, bytes());
      expect([got.status, code(got)]).toEqual([status, expected]);
      expect(await t.base.owner.query('select count(*) as n from budget_reading')).toEqual(before);
    });

  it('noise with a NUL in it is read to findings, kept and shown', async () => {
    const noise = text.encode('部门预算收支总表\n\u0000\ufffe 12.3 \u0000\n');
    const done = await read('noise.txt', noise);
    expect(done.status).toBe('done');
    expect(done.result?.model.projects).toEqual([]);
    expect(done.result?.findings.some(({ kind }) => kind === 'missing')).toBe(true);
  });

  it('a file of a thousand budgets ends with a sentence, and the door answers all the while', async () => {
    const one = new TextDecoder().decode(file('hebei-fao-2024'));
    const got = await upload('thousand.txt', text.encode(one.repeat(780)).subarray(0, 50 * 1024 * 1024));
    expect(got.status).toBe(200);
    const statuses = new Set<string>();
    for (;;) {
      expect((await door.call(null, 'branding')).status).toBe(200);
      const { status } = await reading(idOf(got));
      statuses.add(status);
      if (status === 'done' || status === 'failed') break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect([...statuses].at(-1)).toBe('failed');
    expect(statuses.has('reading')).toBe(true);
    expect((await reading(idOf(got))).problems).toEqual([
      expect.objectContaining({
        code: 'budget.unreadable',
        message: '文件内容远多于一个部门一年的预算，没有保存读取结果。',
      }),
    ]);
  });

  it('a reading whose process was lost says so', async () => {
    const got = await upload('lost.txt', file('shijiazhuang-fao-2024'));
    await readingsDone();
    await t.base.owner.query(
      `update budget_reading set status = 'reading', result = null, touched_at = touched_at - interval '2 minutes' where id = $1`,
      [idOf(got)],
    );
    const seen = await reading(idOf(got));
    expect([seen.status, seen.problems[0]?.code]).toEqual(['failed', 'budget.interrupted']);
  });
});

describe('a thread that takes too much', () => {
  const task = { do: 'read', name: 'x.txt', bytes: file('hebei-fao-2024') } as const;

  it('is stopped when its time is up', async () => {
    expect(await runThread(task, { seconds: 0.001, megabytes: 500 })).toMatchObject({
      word: 'stopped',
      why: 'time',
    });
  });

  it('is stopped when its memory is used up, and the program lives on', async () => {
    const large = {
      ...task,
      bytes: new TextEncoder().encode(new TextDecoder().decode(task.bytes).repeat(200)),
    };
    expect(await runThread(large, { seconds: 60, megabytes: 24 })).toMatchObject({
      word: 'stopped',
      why: 'memory',
    });
  });
});
