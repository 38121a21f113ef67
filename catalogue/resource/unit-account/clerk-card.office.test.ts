import { checkSeal } from '@zhitongche/base';
import type { OfficeActor, ProblemError } from '@zhitongche/core/server';
import { trustList } from '@zhitongche/document/server';
import { newId } from '@zhitongche/host';
import { keepRow, uploadToRegister } from '@zhitongche/register/server';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { measurePages, scanGray, withTool } from '../../../packages/typeset/test/measure.ts';
import { squareCodes } from '../../../packages/typeset/test/read-square-codes.ts';
import { rowPaper } from '../../../platform/register/server/kept/row-paper.ts';
import { picture, seal } from '../../shared/demo/picture.ts';
import { unitClerks } from './clerk.ts';

let t: TestOffice;
let officer: OfficeActor;
beforeAll(async () => {
  t = await testOffice({ services: [toyService], registers: [unitClerks] });
  officer = await t.actor('window');
  t.at('2026-03-10');
}, 60_000);
afterAll(() => t.drop());

/** A portrait of 413 by 531 pixels. */
const PORTRAIT = new Uint8Array(
  readFileSync(new URL('../../../packages/chip/specimen/portrait.jpg', import.meta.url)),
);
/** The same as a telephone stores it: with where and by what it was taken, and how it is to be turned. */
const taken = (turn: number): Uint8Array => {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(turn, 18);
  const said = Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from('SecretCamera 39.9N 116.4E')]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(said.length + 2, 2);
  return Buffer.concat([PORTRAIT.subarray(0, 2), head, said, PORTRAIT.subarray(2)]);
};
const upload = (bytes: Uint8Array, name = '一寸照.jpg', photo = true) =>
  uploadToRegister(t.app, officer, unitClerks.code, {
    name,
    stream: Readable.from([bytes]),
    limit: 1_000_000,
    photo,
  });
const pictured = async () => ({
  trainedOn: '2026-02-01',
  trainedUntil: '2029-02-01',
  photo: [await upload(taken(1))],
});
const told = (work: Promise<unknown>): Promise<readonly string[]> =>
  work.then(
    () => [],
    (error: ProblemError) =>
      error.more.problems
        ?.filter(({ level }) => level === 'block')
        .map(({ code, at }) => [code, ...at].join(' ')) ?? [error.code],
  );
/** Box of everything that is not paper white in a part of a page, in millimetres. */
const inkIn = (pdf: Uint8Array, left: number, top: number, right: number, bottom: number) => {
  const [page] = scanGray(pdf, 300);
  const dots = 300 / 25.4;
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = Math.ceil(top * dots); y < bottom * dots; y += 1)
    for (let x = Math.ceil(left * dots); x < right * dots; x += 1)
      if ((page?.data[y * page.width + x] ?? 255) < 250) {
        xs.push(x);
        ys.push(y);
      }
  const ends = (all: readonly number[]) => [Math.min(...all) / dots, (Math.max(...all) + 1) / dots];
  return [...ends(xs), ...ends(ys)];
};

const clerk = async (name: string, more: object = {}, unit = t.orgs.unit): Promise<string> => {
  const { id } = await keepRow(t.app, officer, {
    register: unitClerks.code,
    key: newId(),
    command: {
      act: 'enter',
      answers: {
        name,
        unit: { id: unit, title: '' },
        belongs: { id: t.orgs.root, title: '' },
        login: `clerk-${name.length}`,
        since: '2026-01-04',
        ...more,
      },
    },
  });
  return id;
};
const card = (row: string) =>
  rowPaper(t.app, officer, { register: unitClerks.code, paper: 'card', row, list: {} });

it('a clerk whose training holds has a card of 85.6 by 53.98 mm, front and back', async () => {
  const { body } = await card(await clerk('欧阳观澜', await pictured()));
  const sizes = [
    ...withTool(body, 'pdfinfo', ['-l', '9', '%'])
      .toString()
      .matchAll(/size:\s+([\d.]+) x ([\d.]+) pts/g),
  ];
  // ID-1 of ISO/IEC 7810.
  expect(sizes.map(([, wide, high]) => [wide, high].map((points) => (Number(points) * 25.4) / 72))).toEqual(
    Array(2).fill([expect.closeTo(85.6, 1), expect.closeTo(53.98, 1)]),
  );
  const [front] = measurePages(body);
  const words = (front?.lines ?? [])
    .map((line) => line.text)
    .join('')
    .replace(/\s/g, '');
  for (const said of ['专办员证', '欧阳观澜', '2029-02-01']) expect(words).toContain(said);
  const [, [code = ''] = []] = squareCodes(body, 'qr', 150);
  expect(squareCodes(body, 'qr', 300)).toEqual([[], [code]]);
  const list = await trustList(t.app);
  const on = async (day: string) => (await checkSeal(code, list, day)).found;
  expect([await on('2026-01-03'), await on('2026-03-11'), await on('2029-02-02')]).toEqual([
    'early',
    'current',
    'expired',
  ]);
  const changed = code.slice(0, 120) + (code[120] === 'A' ? 'B' : 'A') + code.slice(121);
  expect(['changed', 'strange', 'unknown-signer']).toContain(
    (await checkSeal(changed, list, '2026-03-11')).found,
  );
});

it('who was never trained has none; the longest name there may be stands on it whole', async () => {
  await expect(card(await clerk('林㛃', { login: 'untrained' }))).rejects.toMatchObject({
    code: 'row.no-paper',
  });
  const long = '买买提艾力·阿不都热依木'.padEnd(30, '古丽');
  const { body } = await card(await clerk(long, await pictured(), t.orgs.other));
  const [front] = measurePages(body);
  expect(
    (front?.lines ?? [])
      .map((line) => line.text)
      .join('')
      .replace(/\s/g, ''),
  ).toContain(long);
});

it('the photograph stands in its place, cut at both sides to fill it, and says nothing of where it was taken', async () => {
  const { body } = await card(
    await clerk('照一', { ...(await pictured()), login: 'pictured' }, t.orgs.other),
  );
  const [line = ''] = withTool(body, 'pdfimages', ['-list', '%']).toString().trim().split('\n').slice(2);
  const [page, , kind, width, height, , , , encoded, , , , across, down] = line.trim().split(/\s+/);
  expect([page, kind, width, height, encoded]).toEqual(['1', 'image', '413', '531', 'jpeg']);
  // 28 mm high by the rule of the card, as wide as it is taken: what is wider than 20 mm is cut.
  expect((Number(height) / Number(down)) * 25.4).toBeCloseTo(28, 0);
  expect((Number(width) / Number(across)) * 25.4).toBeCloseTo((28 * 413) / 531, 0);
  const box = inkIn(body, 59.5, 10.6, 83, 40.5);
  for (const [n, edge] of [60.6, 80.6, 11.5, 39.5].entries())
    expect(Math.abs((box[n] ?? 0) - edge)).toBeLessThan(0.2);
  for (const said of ['Exif', 'SecretCamera']) expect(Buffer.from(body).includes(said)).toBe(false);
});

it('a photograph that cannot be printed is refused as it is uploaded, or at its field; without one there is no card', async () => {
  expect(await told(upload(taken(6)))).toEqual(['photo.turned']);
  expect(await told(upload(PORTRAIT.subarray(0, 5000)))).toEqual(['photo.no-jpeg']);
  const png = await upload(picture(80, [0, 0, 0], seal), '照片.png').catch(
    (error: ProblemError) => error.code,
  );
  expect(png).toBe('photo.no-jpeg');
  const at = { login: 'unpictured', trainedOn: '2026-02-01', trainedUntil: '2029-02-01' };
  const plain = await upload(PORTRAIT, '一寸照.jpg', false);
  expect(await told(clerk('照二', { ...at, photo: [plain] }))).toEqual(['field.photo-unread photo']);
  // What somebody says of its size is held against what was found in it.
  expect(await told(clerk('照二', { ...at, photo: [{ ...plain, pixels: '413x531' }] }))).toEqual([
    'file.foreign photo 0',
  ]);
  const none = await clerk('照二', at, t.orgs.cityUnit);
  expect(await told(card(none))).toEqual(['row.no-photo photo']);
});
