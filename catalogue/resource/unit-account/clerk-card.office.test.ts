import { checkSeal } from '@zhitongche/base';
import type { OfficeActor } from '@zhitongche/core/server';
import { trustList } from '@zhitongche/document/server';
import { newId } from '@zhitongche/host';
import { keepRow } from '@zhitongche/register/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { measurePages, withTool } from '../../../packages/typeset/test/measure.ts';
import { squareCodes } from '../../../packages/typeset/test/read-square-codes.ts';
import { rowPaper } from '../../../platform/register/server/kept/row-paper.ts';
import { unitClerks } from './clerk.ts';

let t: TestOffice;
let officer: OfficeActor;
beforeAll(async () => {
  t = await testOffice({ services: [toyService], registers: [unitClerks] });
  officer = await t.actor('window');
  t.at('2026-03-10');
}, 60_000);
afterAll(() => t.drop());

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
  const { body } = await card(
    await clerk('欧阳观澜', { trainedOn: '2026-02-01', trainedUntil: '2029-02-01' }),
  );
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
  const { body } = await card(
    await clerk(long, { trainedOn: '2026-02-01', trainedUntil: '2029-02-01' }, t.orgs.other),
  );
  const [front] = measurePages(body);
  expect(
    (front?.lines ?? [])
      .map((line) => line.text)
      .join('')
      .replace(/\s/g, ''),
  ).toContain(long);
});
