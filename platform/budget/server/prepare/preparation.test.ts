import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withCell } from '@zhitongche/budget';
import { readFixture } from '../../model/testing.ts';
import { budgetPreparation } from '../../../../catalogue/finance/budget-preparation/index.ts';
import { newId } from '@zhitongche/host';
import { type Door, type Got, openDoor } from '../../../../apps/server/testing/door.ts';
import { workOff } from '../../../../apps/server/testing/jobs.ts';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { verifyBudgets } from '../../../proof/server/verify-budgets.ts';
import { revisionOf, takes } from '../../../../apps/server/testing/story.ts';
import type { Model } from '../shapes.ts';
import { digestOf } from './save-preparation.ts';

let t: TestOffice;
let door: Door;
const OFFICER: Cast = 'finance-officer';
const NAME = '某某省人民政府外事办公室';

beforeAll(async () => {
  t = await testOffice({ services: [budgetPreparation] });
  door = await openDoor(t);
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

const code = (got: Got): unknown => (got.json as { code?: unknown }).code;
const begin = (body: object = {}, key = newId(), who: Cast = OFFICER): Promise<Got> =>
  door.call(who, 'beginPreparation', {
    key,
    body: {
      year: '2027',
      department: NAME,
      code: '438',
      from: { kind: 'empty', layout: 'hebei' },
      figures: 'blank',
      ...body,
    },
  });
const idOf = (got: Got): string => {
  expect(got.status, got.text).toBe(200);
  return String((got.json as { id?: string }).id);
};
interface Shown {
  readonly revision: number;
  readonly model: Model;
  readonly mine: boolean;
  readonly control: Record<string, string> | null;
  readonly versions: readonly { readonly no: number; readonly digest: string; readonly round: string }[];
  readonly published: number | null;
}
const shown = async (id: string, who: Cast = OFFICER): Promise<Shown> =>
  (await door.call(who, 'preparation', { params: { id } })).json as Shown;
const save = (id: string, revision: number, model: Model, key = newId()): Promise<Got> =>
  door.call(OFFICER, 'savePreparation', { params: { id }, key, body: { revision, model } });
interface Kept {
  readonly no: number;
  readonly digest: string;
  readonly totals: Record<string, string | null>;
}
const keep = async (id: string): Promise<Kept> => {
  const { revision } = await shown(id);
  const got = await door.call(OFFICER, 'keepPreparation', {
    params: { id },
    key: newId(),
    body: { revision },
  });
  expect(got.status, got.text).toBe(200);
  return got.json as Kept;
};
const pin = ({ no, digest, totals }: Kept) => ({
  version: no,
  digest,
  ...Object.fromEntries(Object.entries(totals).filter(([, value]) => value !== null)),
});
const acts = async (who: Cast, id: string, command: object): Promise<Got> =>
  door.call(who, 'act', {
    params: { case: id },
    key: newId(),
    body: { revision: await revisionOf(t, id), command },
  });
const hebei = async (year: string): Promise<Model> => ({
  ...(await readFixture('hebei-fao-2024')).model,
  year,
  department: { name: NAME, code: '438' },
});
const stepOf = async (id: string): Promise<string | null> => {
  const [row] = await t.base.owner.query<{ step: string | null }>(
    'select step from case_file where office = $1 and id = $2',
    [t.office, id],
  );
  return row?.step ?? null;
};
/** What the finance department sets: the figures of 河北's published budget, 100 万元 less for projects. */
const HELD = {
  total: '5655.85',
  personnel: '2896.01',
  publicUse: '651.61',
  project: '2108.23',
  threePublic: '441.14',
};
const letter = (number: string) => ({
  result: 'approved' as const,
  number,
  date: '2026-03-02',
  authority: '某某省财政厅',
});
const differing = '政府采购一行单价四舍五入，拟购置资产口径不同';

async function atFirstUp(year: string): Promise<string> {
  const id = idOf(await begin({ year }));
  const { revision } = await shown(id);
  expect((await save(id, revision, await hebei(year))).status).toBe(200);
  const first = await keep(id);
  const filed = await acts(OFFICER, id, {
    act: 'file-first',
    data: { ...pin(first), changes: '新增护照制证项目', differing },
  });
  expect(filed.status, filed.text).toBe(200);
  await takes(t, 'division-head@finance', id, { act: 'agree' });
  await takes(t, 'deputy-director', id, { act: 'agree' });
  await workOff(t.app);
  expect(await stepOf(id)).toBe('first-up');
  return id;
}

describe('a department prepares its budget', () => {
  it('up, down, up, down, each round proved by the digest of its version, and what is public is what was adopted', async () => {
    const id = await atFirstUp('2030');
    // Filed is filed.
    const filed = await shown(id);
    expect(filed.mine).toBe(false);
    expect(code(await save(id, filed.revision, filed.model))).toBe('budget.not-editable');

    await takes(t, OFFICER, id, { act: 'report', data: HELD, reply: letter('某财预〔2026〕12号') });
    expect((await shown(id)).control).toMatchObject({ project: '2108.23' });
    const over = await keep(id);
    const stopped = await acts(OFFICER, id, { act: 'file-second', data: { ...pin(over), differing } });
    expect(stopped.status).toBe(422);
    expect(stopped.text).toContain('部门预算支出总表·合计·项目支出');
    expect(stopped.text).toContain('超出100.00万元');

    // Within the control figures: the project column, its total and the classes above are cut by hand.
    const { model, revision } = await shown(id);
    const t03 = model.tables.find((table) => table.id === 'T03');
    const total = t03?.rows.findIndex((row) => row.includes('合计')) ?? -1;
    const less = withCell(withCell(model, 'T03', total, 3, '5655.85'), 'T03', total, 5, '2108.23');
    expect((await save(id, revision, less)).status).toBe(200);
    const second = await keep(id);
    expect(second.no).toBe(2);
    await takes(t, OFFICER, id, { act: 'file-second', data: { ...pin(second), differing } });
    await takes(t, 'countersigner@general', id, { act: 'agree' });
    await takes(t, 'countersigner@security', id, { act: 'agree' });
    await takes(t, 'division-head@finance', id, { act: 'agree' });
    await takes(t, 'deputy-director', id, { act: 'agree' });
    await takes(t, 'director', id, { act: 'agree' });
    await workOff(t.app);
    await takes(t, OFFICER, id, { act: 'report', data: HELD, reply: letter('某财预〔2026〕88号') });
    await takes(t, OFFICER, id, { act: 'adopt', data: { ...pin(second), differing } });

    const early = await acts(OFFICER, id, {
      act: 'publish',
      data: { ...pin(second), publishedOn: '2026-03-02' },
    });
    expect(early.text).toContain('定稿的版本还没有公开');
    const key = newId();
    for (const again of [1, 2]) {
      const got = await door.call(OFFICER, 'publishPreparation', { params: { id }, key });
      expect([again, got.status, got.text]).toEqual([again, 200, expect.stringContaining('"revision":3')]);
    }
    await takes(t, OFFICER, id, {
      act: 'publish',
      data: { ...pin(second), publishedOn: '2026-03-02' },
    });
    const open = await door.call(null, 'openBudget', { params: { id } });
    expect(open.status).toBe(200);
    const json = open.json as { model: Model; source: { digest: string } };
    expect(json.source.digest).toBe(second.digest);
    expect(json.model).toEqual(less);
    const versions = (await shown(id)).versions.map(({ no, round }) => [no, round]);
    expect(versions).toEqual([
      [1, '一上'],
      [2, '二上、定稿'],
      [3, '公开'],
    ]);
    expect(await verifyBudgets(t.app, t.office)).toMatchObject({ broken: [] });
    const [row] = await t.base.owner.query<{ body: { data: { digest: string } } }>(
      `select body from case_event where office = $1 and case_id = $2 and body ->> 'form' = 'second'`,
      [t.office, id],
    );
    expect(row?.body.data.digest).toBe(second.digest);
  });

  it('of a version that was tampered with, the digest in the events no longer agrees', async () => {
    const id = await atFirstUp('2031');
    await t.base.owner.query(
      `update budget_version set model = jsonb_set(model, '{department,name}', '"别的"') where office = $1 and disclosure = $2`,
      [t.office, id],
    );
    const got = await door.call(OFFICER, 'preparationVersion', { params: { id, no: '1' } });
    const { digest, model } = got.json as { digest: string; model: Model };
    expect(digestOf(model)).not.toBe(digest);
    const { broken } = await verifyBudgets(t.app, t.office);
    expect(broken).toEqual([`编制中的预算（${id}）第 1 版的内容与摘要不符`]);
  });
});

describe('beginning', () => {
  it('twice with the same key begins once, and a second one of the same year is refused', async () => {
    const key = newId();
    const first = idOf(await begin({ year: '2032' }, key));
    expect(idOf(await begin({ year: '2032' }, key))).toBe(first);
    expect(code(await begin({ year: '2032' }))).toBe('budget.preparing-already');
  });

  it('takes over last year’s lines, and keeps last year beside them', async () => {
    const base = await atFirstUp('2033');
    expect(code(await begin({ year: '2034', from: { kind: 'disclosure', id: base } }))).toBe(
      'budget.not-found',
    );
  });

  it('is for finance officers, and nobody outside the office sees the draft', async () => {
    const id = idOf(await begin({ year: '2035' }));
    expect((await begin({ year: '2036' }, newId(), 'director')).status).toBe(403);
    expect((await door.call('director', 'preparation', { params: { id } })).status).toBe(200);
    expect((await shown(id, 'director')).mine).toBe(false);
    for (const who of ['countersigner@city', 'division-head@outbound'] as const)
      expect((await door.call(who, 'preparation', { params: { id } })).status, who).toBe(404);
  });
});

describe('saving', () => {
  it('twice with the same key saves once; an older revision is told who was faster and loses nothing', async () => {
    const id = idOf(await begin({ year: '2037' }));
    const { revision, model } = await shown(id);
    const key = newId();
    const saved = await save(id, revision, { ...model, year: '2037' }, key);
    expect(saved.json).toMatchObject({ revision: revision + 1 });
    expect((await save(id, revision, { ...model, year: '2037' }, key)).json).toEqual(saved.json);
    const late = await save(id, revision, model);
    expect([late.status, code(late)]).toEqual([409, 'budget.stale-revision']);
    expect(late.json).toMatchObject({ conflict: { revision: revision + 1 } });
  });

  it('keeps what is no number yet, but nothing no page could show', async () => {
    const id = idOf(await begin({ year: '2038' }));
    const { revision, model } = await shown(id);
    const typed = withCell(model, 'T03', 0, 3, '三十');
    expect((await save(id, revision, typed)).status).toBe(200);
    const kept = await keep(id);
    const filed = await acts(OFFICER, id, { act: 'file-first', data: { ...pin(kept), changes: '无' } });
    expect(filed.text).toContain('表中有1格不是数字');
    const torn = { ...model, tables: [...model.tables, ...model.tables.slice(0, 1)] };
    expect(code(await save(id, revision + 1, torn))).toBe('budget.problems');
    const wide = {
      ...model,
      tables: model.tables.map((own, at) => (at === 0 ? { ...own, rows: [['1']] } : own)),
    };
    expect(code(await save(id, revision + 1, wide))).toBe('budget.problems');
  });

  it('of the same content twice is one version', async () => {
    const id = idOf(await begin({ year: '2039' }));
    expect([(await keep(id)).no, (await keep(id)).no]).toEqual([1, 1]);
  });
});
