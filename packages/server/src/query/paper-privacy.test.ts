import { text as readAll } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date, form, type PaperFacts, type Service, text } from '@zhitongche/kernel';
import type { PaperMaker } from '../ports/paper-maker.ts';
import { workOff } from '../testing/jobs.ts';
import { type Cast, testOffice, type TestOffice } from '../testing/office.ts';
import { submitted, takes } from '../testing/story.ts';
import { toyService } from '../testing/toy-service.ts';
import { paperFile } from './paper-file.ts';
import { verifyPapers } from './verify-papers.ts';
import { verifyRows } from './verify-rows.ts';
import { verifyByCode, verifyByFile } from './verify-paper.ts';

const BORN = '1949-12-31';
const { fields } = toyService.form.basics ?? { fields: {} };
const [certificate] = toyService.papers;
if (!certificate) throw new Error('The toy service has no paper');

const said = ({ state }: PaperFacts, key: string): string => {
  const value = state.answers[key];
  return typeof value === 'string' ? value : '';
};

/** A certificate that names a traveller with the day of birth, as lists of names do. */
const service: Service = {
  ...toyService,
  form: form({
    basics: {
      title: '基本情况',
      fields: {
        ...fields,
        traveller: text('姓名', { max: 30 }),
        born: date('出生日期', { sensitivity: 'personal' }),
      },
    },
  }),
  papers: [
    {
      ...certificate,
      build: (facts) => ({
        ...certificate.build(facts),
        blocks: [
          {
            kind: 'paragraph',
            text: `${said(facts, 'traveller')}，${said(facts, 'born')}出生`,
          },
        ],
      }),
    },
  ],
};

/** Papers one can read: the files are the text they were made of. */
const readable: PaperMaker = {
  ready: () => Promise.resolve({ ok: true, value: null }),
  make: (doc) => {
    const file = Buffer.from(JSON.stringify(doc));
    return Promise.resolve({ ok: true, value: { pdf: file, docx: file } });
  },
};

let t: TestOffice;
let id = '';
beforeAll(async () => {
  t = await testOffice({ services: [service], papers: readable });
  id = await submitted(t, 'toy', { subject: '海南考察', copies: 1, traveller: '欧阳修', born: BORN });
  await takes(t, 'signer', id, { act: 'agree' });
  await takes(t, 'handler', id, { act: 'agree' });
  await workOff(t.app);
}, 120_000);
afterAll(() => t.drop());

const fetched = async (who: Cast, format: 'pdf' | 'docx' = 'pdf'): Promise<string> => {
  const { body } = await paperFile(t.app, await t.actor(who), id, 'certificate', format);
  return body instanceof Readable ? await readAll(body) : Buffer.from(body).toString();
};

const sent = (file: string) => ({ bytes: () => Promise.resolve(Buffer.from(file)) });

describe('a paper', () => {
  it('gives the day of birth to those who may see it, and to every other reader the year', async () => {
    for (const format of ['pdf', 'docx'] as const) {
      for (const who of ['filer', 'passport-officer'] as const)
        expect([who, await fetched(who, format)]).toEqual([
          who,
          expect.stringContaining(`欧阳修，${BORN}出生`),
        ]);
      for (const who of ['signer', 'window', 'handler', 'division-head', 'director'] as const)
        expect([who, await fetched(who, format)]).toEqual([
          who,
          expect.stringContaining('欧阳修，1949-**-**出生'),
        ]);
    }
  });

  it('verifies as genuine in either edition, and by the one code printed on both', async () => {
    const texts = [await fetched('filer'), await fetched('director')];
    expect(texts[0]).not.toBe(texts[1]);
    for (const one of texts) expect(await verifyByFile(t.app, sent(one))).toMatchObject({ result: 'valid' });
    const [row] = await t.base.owner.query<{ code: string }>('select code from paper where case_id = $1', [
      id,
    ]);
    expect(await verifyByCode(t.app, row?.code ?? '')).toMatchObject({ result: 'valid' });
    expect(await verifyByFile(t.app, sent('{}'))).toMatchObject({ result: 'not-found' });
  });

  it('leaves a line for every download: who, which paper, which edition', async () => {
    const lines = () =>
      t.base.owner.query<{ name: string; object: string; detail: object }>(
        `select actor->>'name' as name, object, detail from audit where office = $1 and action = 'paper.open' order by xid, id`,
        [t.office],
      );
    const before = (await lines()).length;
    await fetched('director');
    await fetched('filer', 'docx');
    expect((await lines()).slice(before)).toMatchObject([
      { object: `case:${id}`, detail: { paper: 'certificate', format: 'pdf', edition: 'open' } },
      { object: `case:${id}`, detail: { paper: 'certificate', format: 'docx', edition: 'whole' } },
    ]);
  });

  it('whose whole edition somebody exchanged past the program is found by verify', async () => {
    expect((await verifyRows(t.app, t.office)).broken).toEqual([]);
    const { query } = t.base.owner;
    for (const change of [
      "pdf_digest = repeat('0', 64)",
      "docx_digest = repeat('0', 64)",
      'clearance = \'personal\', record = \'{"signer": "x"}\'',
      "clearance = 'sensitive'",
    ]) {
      await query('create table kept_edition as table paper_edition');
      await query(`update paper_edition set ${change} where case_id = $1`, [id]);
      const { broken } = await verifyRows(t.app, t.office);
      await query('delete from paper_edition; insert into paper_edition select * from kept_edition');
      await query('drop table kept_edition');
      expect([change, broken]).toEqual([change, [expect.stringContaining('全本')]]);
    }
  });

  it('taken off the record, or its whole edition, is named by verify', async () => {
    const { query } = t.base.owner;
    const walked = async () => (await verifyPapers(t.app, t.office)).broken;
    expect(await walked()).toEqual([]);
    for (const [table, change, named] of [
      ['paper_edition', 'delete from paper_edition', '全本'],
      ['paper', 'delete from paper', '不在登记中'],
      ['paper', "update paper set code = '0000'", '不在登记中'],
    ] as const) {
      await query(`create table kept_rows as table ${table}`);
      await query(change);
      const broken = await walked();
      await query(`delete from ${table}; insert into ${table} select * from kept_rows; drop table kept_rows`);
      expect([change, broken]).toEqual([change, expect.arrayContaining([expect.stringContaining(named)])]);
    }
  });

  it('of an earlier program, which knew one edition only, is kept from those who may not see what it says', async () => {
    await t.base.owner.query('delete from paper_edition where case_id = $1', [id]);
    await expect(fetched('director')).rejects.toMatchObject({ status: 403, code: 'paper.personal' });
    expect(await fetched('filer')).toContain('欧阳修');
  });
});
