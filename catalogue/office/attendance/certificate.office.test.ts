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
import { courses } from '../course/index.ts';
import { attendances } from './index.ts';

let t: TestOffice;
let handler: OfficeActor;
beforeAll(async () => {
  t = await testOffice({ services: [toyService], registers: [courses, attendances] });
  handler = await t.actor('handler');
  t.at('2026-03-10');
}, 60_000);
afterAll(() => t.drop());

const acts = async (register: string, command: object, id?: string, revision?: number) =>
  await keepRow(t.app, handler, {
    register,
    key: newId(),
    command: command as never,
    ...(id === undefined ? {} : { id, revision }),
  } as never);

/** Somebody on the list of a course, who came and passed. */
async function passed(name: string): Promise<string> {
  const day = { kind: 'filer', day: '2026-03-10', hours: '6.0', mark: 80 };
  const course = await acts('course', {
    act: 'enter',
    answers: { ...day, title: `专办员业务培训${name.length}` },
  });
  const unit = { id: t.orgs.unit, title: '' };
  const answers = { ...day, course: { id: course.id, title: '' }, name, unit };
  const { id } = await acts('attendance', { act: 'enter', answers });
  await acts('attendance', { act: 'move', move: 'sign-in', data: { why: '手机没电' } }, id, 1);
  await acts('attendance', { act: 'move', move: 'sign-out', data: {} }, id, 2);
  await acts('attendance', { act: 'move', move: 'pass', data: { score: 92 } }, id, 3);
  return id;
}
const certificate = (row: string) =>
  rowPaper(t.app, handler, { register: 'attendance', paper: 'certificate', row, list: {} });

it('whoever passed has a square certificate whose code says so on a telephone without a network', async () => {
  const { body } = await certificate(await passed('欧阳观澜'));
  expect(withTool(body, 'pdfinfo', ['%']).toString()).toMatch(/Page size:\s+311\.8\d* x 311\.8\d* pts/);
  const words =
    measurePages(body)[0]
      ?.lines.map((line) => line.text)
      .join(' ') ?? '';
  for (const said of ['培训合格证', '欧阳观澜', '6.0（92分）', '2026年3月10日'])
    expect(words.replace(/\s/g, '')).toContain(said.replace(/\s/g, ''));
  const [[code = ''] = []] = squareCodes(body, 'qr', 150);
  expect(squareCodes(body, 'qr', 300)).toEqual([[code]]);
  const finding = await checkSeal(code, await trustList(t.app), '2026-03-11');
  expect(finding).toMatchObject({ found: 'current', seal: { title: '培训合格证', code: null } });
  expect(JSON.stringify(finding)).toContain('欧阳观澜');
  const changed = code.slice(0, 120) + (code[120] === 'A' ? 'B' : 'A') + code.slice(121);
  expect(['changed', 'strange', 'unknown-signer']).toContain(
    (await checkSeal(changed, await trustList(t.app), '2026-03-11')).found,
  );
});

it('a name that does not stand on it is refused at its field, not when it is printed', async () => {
  await expect(passed('沈'.repeat(40))).rejects.toMatchObject({
    more: { problems: [{ code: 'field.room', at: ['name'] }] },
  });
});
