import { Readable } from 'node:stream';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '@zhitongche/base';
import { notices } from '@zhitongche/case/server';
import type { OfficeActor } from '@zhitongche/core/server';
import { type Cast, testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { submitted } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { listWorkbook } from '@zhitongche/file/server';
import { importKept } from '../../../platform/register/server/kept/import-kept.ts';
import { countPieces } from '../../../platform/register/server/kept/count-pieces.ts';
import { listRows } from '../../../platform/register/server/kept/list-rows.ts';
import { rowPaper } from '../../../platform/register/server/kept/row-paper.ts';
import { keepRow, remindOfRows, verifyKept } from '@zhitongche/register/server';
import { newId } from '@zhitongche/host';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { custody, custodyCounts, ownCustody } from './index.ts';

let t: TestOffice;
let officer: OfficeActor;
let clerk: OfficeActor;
beforeAll(async () => {
  t = await testOffice({ services: [toyService], registers: [custody, ownCustody, custodyCounts] });
  officer = await t.actor('passport-officer');
  clerk = await t.actor('filer');
  for (const who of ['signer', 'window', 'filer@other'] as const) await t.actor(who);
}, 60_000);
afterAll(() => t.drop());
beforeEach(() => {
  t.at('2026-03-02');
});

const PIECE = { kind: 'ordinary', holder: '沈观澜', issued: '2024-01-02', until: '2029-01-01' };
const enters = async (
  number: string,
  place: string,
  more: object = {},
  register = 'custody',
  by = officer,
) => {
  const unit = { id: t.orgs.unit, title: '' };
  const answers = { ...PIECE, number, place, unit, ...more };
  const command = { act: 'enter', answers, despite: '另一本' } as never;
  return (await keepRow(t.app, by, { register, key: newId(), command })).id;
};
const acts = async (id: string, revision: number, command: object, by = officer, register = 'custody') =>
  await keepRow(t.app, by, { register, id, revision, key: newId(), command: command as never });
const stageOf = async (id: string) =>
  (await t.app.db.query<{ stage: string }>('select stage from kept_row where id = $1', [id]))[0]?.stage;
const refusal = async (doing: Promise<unknown>): Promise<readonly string[]> => {
  try {
    await doing;
    return [];
  } catch (error) {
    const { code, more } = error as { code: string; more?: { problems?: readonly { code: string }[] } };
    return more?.problems?.map((one) => one.code) ?? [code];
  }
};

describe('the approval a document is lent against', () => {
  it('is found by its number, and says for whom, from which day and how long', async () => {
    const id = await enters('PE1000001', '甲柜1层');
    const caseId = await submitted(t, 'toy', { subject: '海南考察', copies: 1 });
    const [{ number } = { number: '' }] = await t.app.db.query<{ number: string }>(
      'select number from case_file where id = $1',
      [caseId],
    );
    const trip = { borrower: '沈观澜', caseNumber: number, exitOn: '2026-03-10', days: 5 };
    const lend = (more: object = {}) =>
      acts(id, 1, { act: 'move', move: 'lend', data: { ...trip, ...more } });
    expect(await refusal(lend())).toEqual(['custody.not-approved']);
    expect(await refusal(lend({ caseNumber: '没有这个编号' }))).toEqual(['custody.not-approved']);
    await t.base.owner.query(
      `insert into register_row (office, register, id, case_id, unit, day, keys, data)
       values ($1, 'trips', $2, $3, $4, '2026-03-10', '{}', $5)`,
      [
        t.office,
        newId(),
        caseId,
        t.orgs.unit,
        JSON.stringify({ name: '沈观澜', plannedExit: '2026-03-10', approvedDays: 5, status: 'approved' }),
      ],
    );
    expect(await refusal(lend({ days: 9 }))).toEqual(['custody.other-days']);
    await lend();
    expect(await stageOf(id)).toBe('lent');
    const back = { returnedOn: '2026-03-02', stamps: true, daysAbroad: 0 };
    await acts(id, 2, { act: 'move', move: 'return', data: back });
    await acts(id, 3, { act: 'retire', reason: '测试完毕' });
  });
});

describe('a document that is not handed in', () => {
  it('is told ten days before, on its day, seven and thirty after, to the desk and the clerk of the unit; late by itself, first in the list', async () => {
    const id = await enters('PE1000002', '甲柜1层');
    await enters('PE1000003', '甲柜1层', { until: '2026-11-01' });
    const data = { borrower: '沈观澜', outside: '国外办〔2026〕7号', exitOn: '2026-03-10', days: 5 };
    await acts(id, 1, { act: 'move', move: 'lend', data });
    const told: string[] = [];
    for (let day = '2026-03-03'; day <= '2026-04-22'; day = addDays(day, 1)) {
      t.at(day);
      await remindOfRows(t.app);
      for (const who of [officer, clerk]) {
        const { items } = await notices(t.app, who, undefined);
        const mine = items.filter(({ at }) => dayOf(at) === day);
        told.push(
          ...mine.map(({ text }) => `${day} ${who === officer ? '证照' : '单位'} ${text.split('”')[1]}`),
        );
      }
    }
    const each = (day: string, text: string) => [`${day} 证照 ${text}`, `${day} 单位 ${text}`];
    expect(told).toEqual([
      ...each('2026-03-12', '10天后（2026-03-22）应交回'),
      ...each('2026-03-22', '今天应交回'),
      ...each('2026-03-29', '已于2026-03-22应交回，过了7天'),
      ...each('2026-04-21', '已于2026-03-22应交回，过了30天'),
    ]);
    expect(await stageOf(id)).toBe('overdue');
    const { items } = await listRows(t.app, officer, 'custody', {});
    expect(items.map((row) => row.id)[0]).toBe(id);
    expect(items[0]?.figures['late']).toBe('31天');
  });
});

/** The Chinese day of an instant. */
const dayOf = (at: string): string => addDays(at.slice(0, 10), Number(at.slice(11, 13)) >= 16 ? 1 : 0);

describe('counting a cabinet by scanning', () => {
  it('names what is missing and what is too many by the numbers on them, and two sign what they found', async () => {
    for (const [n, place] of [
      [1, '丙柜1层01格'],
      [2, '丙柜1层02格'],
      [3, '丙柜2层01格'],
      [4, '丁柜1层01格'],
    ] as const)
      await enters(`PE200000${n}`, place);
    const out = await enters('PE2000005', '丙柜3层');
    const data = { borrower: '甲', outside: '外1号', exitOn: '2026-03-10', days: 5 };
    await acts(out, 1, { act: 'move', move: 'lend', data });
    const found = await countPieces(t.app, officer, 'custody', {
      place: '丙柜',
      names: ['pe2000001', 'PE 2000003', 'PE2000004', 'PE2000005', 'PE9999999', 'PE2000001'],
    });
    expect(found).toMatchObject({ expected: 3, scanned: 5, repeated: 1, missingCount: 1, unknownCount: 1 });
    expect(found.missing.map(({ name }) => name)).toEqual(['PE2000002']);
    expect(new Map(found.elsewhere.map(({ name, stage }) => [name, stage]))).toEqual(
      new Map([
        ['PE2000004', '在库'],
        ['PE2000005', '借出'],
      ]),
    );
    expect(found.unknown).toEqual(['PE9999999']);

    const extra = ['PE2000004', 'PE2000005', 'PE9999999'].map((serial) => ({ serial }));
    const answers = {
      day: '2026-03-02',
      place: '丙柜',
      expected: 3,
      scanned: 5,
      missing: [{ serial: 'PE2000002' }],
      extra,
    };
    const { id } = await keepRow(t.app, officer, {
      register: 'custody-count',
      key: newId(),
      command: { act: 'enter', answers },
    });
    await acts(id, 1, { act: 'move', move: 'sign' }, officer, 'custody-count');
    expect(await refusal(acts(id, 2, { act: 'agree' }, officer, 'custody-count'))).toEqual(['row.not-open']);
    const other = await t.actor('passport-officer@general');
    await acts(id, 2, { act: 'agree' }, other, 'custody-count');
    const changed = { act: 'edit', answers: { ...answers, missing: [], scanned: 6 } };
    expect(await refusal(acts(id, 3, changed, officer, 'custody-count'))).toEqual(['row.signed-by-two']);
    // Who looks on reads that one was missing, not which.
    const [seen] = (await listRows(t.app, await t.actor('window'), 'custody-count', {})).items;
    expect(JSON.stringify(seen)).not.toContain('PE2000002');
  });
});

describe('papers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'custody-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const textOf = ({ body }: { body: Uint8Array }): string => {
    const file = join(folder, `${newId()}.pdf`);
    writeFileSync(file, body);
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');
  };
  const paper = (key: string, row?: string, list = {}) =>
    rowPaper(t.app, officer, { register: 'custody', paper: key, row, list });

  it('say what is lent until when, what is asked for, what came back and what leaves the books', async () => {
    const id = await enters('PE3000001', '戊柜1层');
    expect(await refusal(paper('slip', id))).toEqual(['row.no-paper']);
    const data = { borrower: '沈观澜', outside: '国外办〔2026〕8号', exitOn: '2026-03-03', days: 2 };
    await acts(id, 1, { act: 'move', move: 'lend', data });
    const slip = textOf(await paper('slip', id));
    for (const said of ['借用单', 'PE3000001', '国外办〔2026〕8号', '2026年3月12日', '2天'])
      expect(slip).toContain(said);
    t.at('2026-03-20');
    await remindOfRows(t.app);
    const notice = textOf(await paper('notice', id));
    for (const said of ['催还通知', '某某省商务厅', 'PE3000001', '2026年3月12日', '已逾期8天'])
      expect(notice).toContain(said);
    const back = { returnedOn: '2026-03-20', stamps: true, daysAbroad: 2 };
    await acts(id, 4, { act: 'move', move: 'return', data: back });
    expect(await refusal(paper('notice', id))).toEqual(['row.no-paper']);
    const returned = textOf(await paper('returned', undefined, { q: 'PE3000001' }));
    for (const said of ['收缴登记表', 'PE3000001', '已核对', '8天']) expect(returned).toContain(said);
    await acts(id, 5, { act: 'move', move: 'cancel', data: { cancelled: 'left' } });
    await acts(id, 6, { act: 'agree' }, await t.actor('passport-officer@general'));
    const cancelled = textOf(await paper('cancelled', undefined, { stage: 'cancelled' }));
    for (const said of ['注销清册', 'PE3000001', '离任、退休、调离', '共1本'])
      expect(cancelled).toContain(said);
    const [line] = await t.app.db.query<{ n: number }>(
      `select count(*)::int as n from audit where action = 'register.paper'`,
    );
    expect(line?.n).toBe(4);
  });

  it('are made by whoever keeps the documents alone', async () => {
    const asked = { register: 'custody', paper: 'cancelled', list: {} };
    expect(await refusal(rowPaper(t.app, clerk, asked))).toEqual(['access.denied']);
    expect(await refusal(rowPaper(t.app, officer, { ...asked, paper: 'none' }))).toEqual(['row.no-paper']);
  });
});

describe('units that keep their own passports', () => {
  it('see and keep theirs only; the office reads all', async () => {
    await enters('PE4000001', '机要柜', {}, 'custody-own', clerk);
    const seen = async (who: Cast) =>
      (await listRows(t.app, await t.actor(who), 'custody-own', {})).items.map(
        ({ answers }) => answers.number,
      );
    expect(await seen('filer')).toEqual(['PE4000001']);
    expect(await seen('filer@other')).toEqual([]);
    expect(await seen('passport-officer')).toEqual(['PE4000001']);
    expect(
      await refusal(enters('PE4000002', '机要柜', {}, 'custody-own', await t.actor('filer@other'))),
    ).toEqual(['row.not-open']);
  });
});

describe('five thousand old records', () => {
  const HEADS = ['证照种类', '护照号', '柜号', '姓名', '单位', '签发日期', '有效期', '身份证号', '状态'];
  const line = (n: number): string[] => [
    '公务普通护照',
    `PE${5_000_000 + n}`,
    `己柜${Math.floor(n / 100)}层`,
    `持照人${n}`,
    '某某省商务厅',
    '2024-01-02',
    '2029-01-01',
    '',
    n % 10 === 0 ? '借出' : '在库',
  ];
  const workbook = (rows: readonly string[][]) =>
    listWorkbook({ title: '旧台账', heads: HEADS, rows, watermark: '旧系统导出' });
  const read = async (book: Uint8Array, confirm?: string) => {
    const file = { name: '旧台账.xlsx', stream: Readable.from([Buffer.from(book)]), limit: 20_000_000 };
    return await importKept(t.app, officer, { register: 'custody', key: newId(), file, confirm });
  };

  it('come in once with every fault told at its cell, and a second time change nothing', async () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => line(n));
    const faulty = rows.map((cells, n) => {
      const at = (column: number, value: string) => cells.map((cell, c) => (c === column ? value : cell));
      if (n === 17) return at(0, '因私护照');
      if (n === 1_234) return at(6, '2020-01-01');
      if (n === 2_500) return at(4, '没有这个单位');
      if (n === 3_999) return at(1, 'PE5000001');
      return n === 4_999 ? at(0, '因公往来港澳通行证').with(1, 'C12345678') : cells;
    });
    const looked = await read(await workbook(faulty));
    expect(looked).toMatchObject({ written: false, fresh: 4_995, faulty: 5 });
    expect(looked.problems.map(({ cell, problem }) => [cell, problem.code])).toEqual([
      ['A20', 'field.not-an-option'],
      ['G1237', 'Z-01'],
      ['E2503', 'field.unknown-pick'],
      ['B4002', 'import.twice'],
      ['H5002', 'Z-02'],
    ]);
    const book = await workbook(rows);
    const { digest } = await read(book);
    expect(await read(book, digest)).toMatchObject({ written: true, fresh: 5_000, faulty: 0 });
    const again = await read(book);
    expect(await read(book, again.digest)).toMatchObject({
      written: true,
      fresh: 0,
      changed: 0,
      same: 5_000,
    });
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  }, 120_000);
});
