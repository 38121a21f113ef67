import { afterAll, beforeAll, expect, it } from 'vitest';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { attendances } from '../../../../catalogue/office/attendance/index.ts';
import { courses } from '../../../../catalogue/office/course/index.ts';
import { newId } from '@zhitongche/host';
import type { CommandSent } from '@zhitongche/register';
import { keepRow } from './keep-row.ts';
import { listRows } from './list-rows.ts';
import { verifyKept } from './verify-kept.ts';

const byText = (a: readonly unknown[], b: readonly unknown[]): number => a.join().localeCompare(b.join());

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ registers: [courses, attendances] });
});
afterAll(() => t.drop());

it('whoever signed up for a course stands on record with it once it begins, each under his own unit', async () => {
  const keep = async (command: CommandSent, id?: string, revision?: number) =>
    (
      await keepRow(t.app, await t.actor('handler'), {
        register: 'course',
        key: newId(),
        command,
        ...(id === undefined || revision === undefined ? {} : { id, revision }),
      })
    ).id;
  const unit = { id: t.orgs.unit, title: '' };
  const id = await keep({
    act: 'enter',
    answers: {
      title: '专办员培训',
      kind: 'filer',
      day: '2026-03-02',
      hours: '6',
      signups: ['甲', '乙'].map((name) => ({ name, unit })),
    },
  });
  await keep({ act: 'move', move: 'announce' }, id, 1);
  await keep({ act: 'move', move: 'begin' }, id, 2);
  const { items } = await listRows(t.app, await t.actor('handler'), 'attendance', {});
  expect(items.map(({ org, answers }) => [org, answers.name, answers.hours]).toSorted(byText)).toEqual(
    ['甲', '乙'].map((name) => [t.orgs.unit, name, '6.0']).toSorted(byText),
  );
  expect(items[0]?.answers.course).toEqual({ id, title: '专办员培训 2026-03-02' });
  const own = await listRows(t.app, await t.actor('filer'), 'attendance', {});
  expect(own.items).toHaveLength(2);
  expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
});
