import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '@zhitongche/access';
import { type Turning, TURNINGS } from '@zhitongche/case';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { beenAtOffice, submitted, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { inbox } from './case-lists.ts';
import { caseTurnings } from './turnings.ts';

let t: TestOffice;
const KINDS = Object.keys(TURNINGS) as readonly Turning[];
const on: string[] = [];
const ids: string[] = [];

beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  // One a day from Monday the 2nd on, three working days each: due from Thursday the 5th to Wednesday the 11th.
  for (const [nth, day] of ['02', '03', '04', '05', '06'].entries()) {
    t.at(`2026-03-${day}T01:00:00Z`);
    ids.push(
      await submitted(
        t,
        'toy',
        { subject: `第${nth}件海南`, copies: 1 },
        { by: nth % 2 === 0 ? 'filer' : 'filer@other' },
      ),
    );
  }
  t.at('2026-03-06T02:00:00Z');
  await beenAtOffice(t, ids);
  for (let day = 2; day <= 13; day += 1) on.push(`2026-03-${String(day).padStart(2, '0')}`);
});
afterAll(() => t.drop());

describe('the board of deadlines', () => {
  it('says on a Monday what turns yellow and what is due until Sunday, each case once in the sum', async () => {
    // By the calendar: three working days after Monday the 2nd are over on Thursday the 5th, after Friday the 6th on Wednesday the 11th.
    t.at('2026-03-09T02:00:00Z');
    const board = await caseTurnings(t.app, await t.actor('window'));
    expect([board.today, board.sunday]).toEqual(['2026-03-09', '2026-03-15']);
    expect(board.all).toMatchObject({ overdue: 2, 'due-today': 1, 'due-week': 2 });
    const names = board.places.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('leads from every figure to exactly its cases, for everybody, on every day of two weeks', async () => {
    let counted = 0;
    // One goes on to a second place, with a clock of its own.
    t.at('2026-03-09T03:00:00Z');
    await takes(t, 'signer', ids[0] ?? '', { act: 'agree' });
    for (const day of on.slice(7)) {
      t.at(`${day}T02:00:00Z`);
      for (const role of Object.keys(ROLES) as Role[]) {
        const actor = await t.actor(role);
        const board = await caseTurnings(t.app, actor);
        for (const clock of KINDS) {
          const all = await inbox(t.app, actor, { tab: 'all', clock, limit: 200 });
          expect([day, role, clock, board.all[clock]]).toEqual([day, role, clock, all.items.length]);
          for (const { at, n } of board.places) {
            const there = await inbox(t.app, actor, { tab: 'all', clock, at, limit: 200 });
            expect([day, role, clock, at, n[clock]]).toEqual([day, role, clock, at, there.items.length]);
            counted += n[clock];
          }
        }
      }
    }
    expect(counted).toBeGreaterThan(20);
  });

  it('shows the administrator nothing', async () => {
    expect((await caseTurnings(t.app, await t.actor('system-admin'))).places).toEqual([]);
  });
});
