import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { checkSeal } from '@zhitongche/base';
import { caseView } from '@zhitongche/case/server';
import { trustList } from '@zhitongche/document/server';
import { verifyKept } from '@zhitongche/register/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measurePages, withTool } from '../../../packages/typeset/test/measure.ts';
import { squareCodes } from '../../../packages/typeset/test/read-square-codes.ts';
import { caseSpecimens, openSpecimen } from '../../../platform/case/server/files/specimens.ts';
import { paperFile } from '@zhitongche/case/server';
import { verifyByFile, verifyByNumber } from '@zhitongche/document/server';
import { listRows } from '../../../platform/register/server/kept/list-rows.ts';
import { askPublic } from '../../../platform/register/server/kept/public-row.ts';
import { sampleAnswers } from './sample.ts';
import {
  type ApostilleOffice,
  apostilleOffice,
  filed,
  filesSpecimen,
  passedCourse,
  signed,
  takesAs,
} from './testing/world.ts';

let office: ApostilleOffice;
const ORIGINAL = '%PDF-1.4 original';
const sent = (bytes: Uint8Array) => ({ bytes: () => Promise.resolve(bytes) });
const SHELF = ['YZ000001', 'YZ000002', 'YZ000003'];
/** Of the rows a case leads to, the pieces it drew: its line in the book of certificates is among them too. */
const isSticker = ({ title }: { readonly title: string }): boolean => SHELF.includes(title);
beforeAll(async () => {
  office = await apostilleOffice(SHELF);
  await passedCourse(office, office.head, '2026-03-02');
}, 60_000);
afterAll(() => office.t.drop());

const view = async (id: string) => await caseView(office.t.app, await office.t.actor('window'), id);
const rows = async (register: string) =>
  (await listRows(office.t.app, office.reviewer, register, {})).items
    .map(({ title, stage, answers }) => ({ title, stage, ...answers }))
    .toSorted((a, b) => a.title.localeCompare(b.title));

const pdfOf = async (id: string, paper: string): Promise<Uint8Array> => {
  const { body } = await paperFile(office.t.app, office.reviewer, id, paper, 'pdf');
  return body instanceof Uint8Array ? body : new Uint8Array(await buffer(body));
};

describe('two papers for Japan', () => {
  let id: string;
  let number: string;

  it('are told whose seal is not on file, and shown beside what is', async () => {
    await filesSpecimen(office, 'seal', '某某市公证处', '某某市公证处');
    await filesSpecimen(office, 'signature', '某某市公证处', '张正明');
    id = await filed(office);
    const shown = await view(id);
    expect(shown.problems.filter(({ code }) => code === 'Z-08').map(({ at }) => at)).toEqual([
      ['documents', 1, 'seal'],
    ]);
    const window = await office.t.actor('window');
    const specimens = await caseSpecimens(office.t.app, window, id);
    expect(specimens.map(({ label, holder }) => `${label} ${holder}`)).toEqual([
      '签名 某某市公证处 张正明',
      '印鉴 某某市公证处 某某市公证处',
    ]);
    const file = await openSpecimen(office.t.app, window, id, specimens[0]?.id ?? '');
    expect(file.type).toBe('image/png');
  });

  it('are certified one by one once a trained head has signed, each a row of the register', async () => {
    await signed(office, id);
    const { papers, row } = await view(id);
    expect(papers.flatMap(({ problem }) => problem ?? [])).toEqual([]);
    expect(row.step).toBe('making');
    expect(papers.filter(({ paper }) => paper.startsWith('certificate')).map((one) => one.number)).toEqual([
      'A2026-1',
      'A2026-2',
    ]);
    number = 'A2026-1';
    expect(await rows('apostille-book')).toMatchObject([
      { title: 'A2026-1', stage: 'valid', document: '（2026）某证字第12号', issuedOn: '2026-03-02' },
      { title: 'A2026-2', stage: 'valid', document: '26C1300A0001', original: 'electronic' },
    ]);
  });

  it('the certificate is a square with the French title, ten items and a code that proves itself', async () => {
    const body = await pdfOf(id, 'certificate:d1');
    // 110 mm are 311.81 points; the Convention asks for 9 cm at least.
    expect(withTool(body, 'pdfinfo', ['%']).toString()).toMatch(/Page size:\s+311\.8\d* x 311\.8\d* pts/);
    const words = (measurePages(body)[0]?.lines ?? []).map(({ text }) => text).join(' ');
    for (const said of [
      'APOSTILLE',
      '(Convention de La Haye du 5 octobre 1961)',
      '1. 国家 Country',
      '2. 签署人 has been signed by',
      '张正明 ZHANG Zhengming',
      '3. 签署人身份 acting in the capacity of',
      '4. 印鉴名称 bears the seal/stamp of',
      '5. 签发地 at',
      '6. 日期 the',
      '7. 签发机关 by',
      '8. 编号 No',
      '9. 印鉴 Seal/stamp',
      '10. 签名 Signature',
      'A2026-1',
      '2026年3月2日',
      '领事处处长',
    ])
      expect(words.replace(/\s/g, '')).toContain(said.replace(/\s/g, ''));
    const [[code = ''] = []] = squareCodes(body, 'qr', 150);
    const finding = await checkSeal(code, await trustList(office.t.app), '2026-03-03');
    expect(finding).toMatchObject({ found: 'current', seal: { title: '附加证明书', number: 'A2026-1' } });
  });

  it('the electronic certificate carries the original, is signed, and is verified by the file itself', async () => {
    const body = await pdfOf(id, 'certificate:d2');
    expect(withTool(body, 'pdfdetach', ['-list', '%']).toString()).toContain('电子原件.pdf');
    const folder = await mkdtemp(join(tmpdir(), 'apostille-'));
    try {
      withTool(body, 'pdfdetach', ['-save', '1', '-o', join(folder, 'original'), '%']);
      expect(await readFile(join(folder, 'original'), 'utf8')).toBe(ORIGINAL);
    } finally {
      await rm(folder, { recursive: true });
    }
    expect(withTool(body, 'pdfsig', ['-nocert', '%']).toString()).toContain('Signature is Valid');
    const verdict = await verifyByFile(office.t.app, sent(body));
    expect(verdict).toMatchObject({ result: 'valid', number: 'A2026-2' });
    const changed = Uint8Array.from(body);
    changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
    expect((await verifyByFile(office.t.app, sent(changed))).result).not.toBe('valid');
  });

  it('printing draws the next sticker for the one on paper; sticker, number and case are one row', async () => {
    await takesAs(office.t, await office.t.actor('window'), id, { act: 'make', strands: ['d1', 'd2'] });
    const { held, row } = await view(id);
    expect(row.step).toBe('handing');
    expect(held.filter(isSticker)).toMatchObject([
      { title: 'YZ000001', stage: '已用', facts: [{ label: '用于证书', value: number }] },
    ]);
    const [first] = await rows('apostille-book');
    expect(first).toMatchObject({ title: number, sticker: 'YZ000001', caseNumber: row.number });
  });

  it('a misprint voids the sticker and draws the next', async () => {
    const spoils = { act: 'misprint', strands: ['d1'], data: { reason: '走纸歪斜' } };
    await takesAs(office.t, await office.t.actor('window'), id, spoils);
    const stickers = await rows('sticker');
    expect(stickers.find(({ title }) => title === 'YZ000001')).toMatchObject({
      stage: 'void',
      certificate: number,
      reason: '走纸歪斜',
    });
    expect((await view(id)).held.filter(isSticker)).toMatchObject([{ title: 'YZ000002' }]);
    expect((await rows('apostille-book'))[0]).toMatchObject({ sticker: 'YZ000002', spoiled: 'YZ000001' });
  });

  it('a stranger learns the minimum by number and day, and nothing by any other pair', async () => {
    const ask = (given: Record<string, string>) =>
      askPublic(office.t.app, office.t.office, 'apostille-book', given);
    expect(await ask({ number, issuedOn: '2026-03-02' })).toEqual({
      found: true,
      name: '附加证明书登记簿',
      stage: '有效',
      stageEn: 'Valid',
      facts: [
        { label: '编号', en: 'Number', value: 'A2026-1' },
        { label: '签发日期', en: 'Date of issue', value: '2026年3月2日' },
        { label: '签署人', en: 'Signed by', value: '张正明 ZHANG Zhengming' },
        { label: '签署人身份', en: 'Capacity', value: '公证员 Notary' },
        { label: '印鉴名称', en: 'Seal or stamp', value: '某某市公证处' },
      ],
    });
    const wrong = await ask({ number, issuedOn: '2026-03-03' });
    expect(wrong).toEqual(await ask({ number: 'A2026-999', issuedOn: '2026-03-02' }));
    expect(wrong.found).toBe(false);
    expect((await verifyByNumber(office.t.app, { number, issuedOn: '2026-03-02' })).result).toBe('valid');
  });

  it('it is handed over by post with its number, and the registers are as they were written', async () => {
    await takesAs(office.t, await office.t.actor('window'), id, {
      act: 'hand',
      strands: ['d1', 'd2'],
      data: { by: 'post', to: '王五', tracking: 'SF1234567890' },
    });
    expect((await view(id)).row.status).toBe('completed');
    expect((await verifyKept(office.t.app, office.t.office)).broken).toEqual([]);
  });
});

it('a paper certified already is refused, by its issuer and number', async () => {
  const wrong = await filed(office).catch(
    (error: { more: { problems: { code: string; level: string }[] } }) =>
      error.more.problems.filter(({ level }) => level === 'block'),
  );
  expect(wrong).toMatchObject([{ code: 'Z-06' }, { code: 'Z-06' }]);
});

it('a paper filed twice before either was certified gets one certificate: the second is not signed', async () => {
  const [told] = sampleAnswers('2026-03-02').documents as object[];
  const documents = [1, 2].map((at) => ({ ...told, number: `并行第${at}号` }));
  const [one, two] = [await filed(office, { documents }), await filed(office, { documents })];
  await signed(office, one);
  await expect(signed(office, two)).rejects.toMatchObject({
    more: { problems: [{ code: 'Z-22' }, { code: 'Z-22' }] },
  });
  expect((await view(two)).row.step).toBe('sign');
});

it('an empty shelf stops the printing, and nothing is written', async () => {
  const documents = (sampleAnswers('2026-03-02').documents as object[]).map((told, at) => ({
    ...told,
    original: 'paper',
    number: `第2${at}号`,
  }));
  const id = await filed(office, { documents });
  await signed(office, id);
  const before = await view(id);
  await expect(
    takesAs(office.t, await office.t.actor('window'), id, { act: 'make', strands: ['d1', 'd2'] }),
  ).rejects.toMatchObject({ more: { problems: [{ code: 'stock.empty' }] } });
  const after = await view(id);
  expect([after.row.step, after.held.filter(isSticker)]).toEqual([before.row.step, []]);
  await takesAs(office.t, await office.t.actor('window'), id, { act: 'make', strands: ['d1'] });
  expect((await view(id)).held.filter(isSticker).map(({ title }) => title)).toEqual(['YZ000003']);
});
