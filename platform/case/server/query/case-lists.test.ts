import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canSeeCase, emptyState } from '@zhitongche/case';
import { ROLES, type Role } from '@zhitongche/access';
import { newId } from '@zhitongche/host';
import { createCase } from '../usecase/create-case.ts';
import { deleteDraft, saveDraft } from '../usecase/draft.ts';
import { openAnyCase } from '../usecase/open-case.ts';
import { tick } from '../../../../apps/server/src/job/tick.ts';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { beenAtOffice, freshKey, submitted, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { inbox, myCases } from './case-lists.ts';
import type { ListFilter } from './list-sql.ts';
import { inboxCounts } from './counts.ts';
import { stuckPapers } from './stuck-papers.ts';

let t: TestOffice;
const ids: string[] = [];
beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  for (let i = 0; i < 7; i += 1) {
    const by: Cast = i < 4 ? 'filer' : i < 6 ? 'filer@other' : 'filer@cityUnit';
    t.at(`2026-03-0${2 + i}T01:00:00Z`);
    ids.push(await submitted(t, 'toy', { subject: `第${i}件海南`, copies: 1 }, { by }));
  }
  t.at('2026-03-09');
  // All but 3 have been before the window once, which has seen them since.
  await beenAtOffice(
    t,
    ids.filter((_id, nth) => nth !== 3),
  );
  // 0 and 1 go on to the handler, 0 is copied to the director, 1 is finished but for its paper.
  await takes(t, 'signer', ids[0] ?? '', { act: 'agree' });
  await takes(t, 'signer', ids[1] ?? '', { act: 'agree' });
  await takes(t, 'handler', ids[1] ?? '', { act: 'agree' });
  await takes(t, 'signer', ids[2] ?? '', { act: 'copy', persons: [(await t.actor('director')).id] });
  // Three working days of 2 (filed Wednesday the 4th) and 3 (Thursday the 5th) are over by Wednesday the 11th.
  t.at('2026-03-11');
});
afterAll(() => t.drop());

const titles = async (cast: Cast, filter: ListFilter): Promise<string[]> =>
  (await inbox(t.app, await t.actor(cast), filter)).items.map((row) => row.title.slice(1, 2));

describe('the inbox', () => {
  it('shows each person the seats that are theirs and nobody else’s', async () => {
    expect((await titles('signer', { tab: 'todo' })).sort()).toEqual(['2', '3']);
    expect((await titles('signer@other', { tab: 'todo' })).sort()).toEqual(['4', '5']);
    expect(await titles('handler', { tab: 'todo' })).toEqual(['0']);
    expect(await titles('filer', { tab: 'todo' })).toEqual([]);
    expect(await titles('system-admin', { tab: 'todo' })).toEqual([]);
  });
  it('keeps what one has done and what one was copied', async () => {
    expect((await titles('signer', { tab: 'done' })).sort()).toEqual(['0', '1']);
    expect(await titles('director', { tab: 'copied' })).toEqual(['2']);
  });
  it('sorts by deadline, newest and oldest', async () => {
    const all = (sort: NonNullable<ListFilter['sort']>) => titles('window', { tab: 'all', sort });
    expect(await all('newest')).toEqual(['6', '5', '4', '2', '1', '0']);
    expect(await all('oldest')).toEqual(['0', '1', '2', '4', '5', '6']);
    // 1 is being issued, its clock has stopped: last.
    expect((await all('due')).at(-1)).toBe('1');
  });
  it('turns pages without losing or doubling a row, for everybody, in every order, however narrowed', async () => {
    const narrowed: readonly (readonly [ListFilter, (nth: number) => boolean])[] = [
      [{}, () => true],
      [{ q: '海南' }, () => true],
      [{ from: '2026-03-04', until: '2026-03-06' }, (nth) => nth >= 2 && nth <= 4],
      [{ unit: t.orgs.other }, (nth) => nth === 4 || nth === 5],
      [{ service: 'toy', light: 'grey' }, (nth) => nth === 1],
    ];
    for (const role of Object.keys(ROLES) as Role[]) {
      const actor = await t.actor(role);
      const seen = (await inbox(t.app, actor, { tab: 'all', limit: 200 })).items.map(({ id }) => id);
      for (const [filter, within] of narrowed)
        for (const sort of ['newest', 'oldest', 'due'] as const) {
          const asked = { tab: 'all', sort, ...filter } as const;
          const whole = (await inbox(t.app, actor, { ...asked, limit: 200 })).items.map(({ id }) => id);
          expect([...whole].sort()).toEqual(ids.filter((id, nth) => seen.includes(id) && within(nth)).sort());
          const turned: string[] = [];
          let cursor: string | undefined;
          do {
            const page = await inbox(t.app, actor, { ...asked, limit: 1, cursor });
            if (cursor === undefined && whole.length > 0)
              expect(page.total).toEqual({ n: whole.length, more: false });
            turned.push(...page.items.map((row) => row.id));
            cursor = page.next ?? undefined;
          } while (cursor);
          expect(turned).toEqual(whole);
        }
    }
  });
  it('narrows by light, status, step, unit, service and words together', async () => {
    expect(await titles('window', { tab: 'all', light: 'grey' })).toEqual(['1']);
    expect(await titles('window', { tab: 'all', light: 'red' })).toEqual(['2']);
    expect((await titles('signer', { tab: 'all', light: 'red' })).sort()).toEqual(['2', '3']);
    expect(await titles('window', { tab: 'all', status: 'issuing' })).toEqual(['1']);
    expect(await titles('window', { tab: 'all', step: 'review' })).toEqual(['0']);
    expect((await titles('window', { tab: 'all', unit: t.orgs.other, q: '海南' })).sort()).toEqual([
      '4',
      '5',
    ]);
    expect(await titles('window', { tab: 'all', service: 'other' })).toEqual([]);
    expect(await titles('signer', { tab: 'all', q: '第3件' })).toEqual(['3']);
    expect(await titles('window', { tab: 'all', q: '第3件' })).toEqual([]);
  });
  it('says with the first page how many there are under the same filter, and only there', async () => {
    const window = await t.actor('window');
    const first = await inbox(t.app, window, { tab: 'all', unit: t.orgs.other, limit: 1 });
    expect([first.items.length, first.total]).toEqual([1, { n: 2, more: false }]);
    const second = await inbox(t.app, window, {
      tab: 'all',
      unit: t.orgs.other,
      limit: 1,
      cursor: first.next ?? '',
    });
    expect(second.items.map((row) => row.unitId)).toEqual([t.orgs.other]);
    expect(second).not.toHaveProperty('total');
    expect((await inbox(t.app, window, { tab: 'all', service: 'other' })).total?.n).toBe(0);
    expect((await inbox(t.app, await t.actor('signer'), { tab: 'todo', light: 'red' })).total?.n).toBe(2);
  });
  it('counts what its tabs show', async () => {
    expect(await inboxCounts(t.app, await t.actor('signer'))).toMatchObject({ todo: 2, red: 2, amber: 0 });
    expect(await inboxCounts(t.app, await t.actor('director'))).toMatchObject({
      copied: 1,
      unread: 1,
      stuck: 1,
    });
    expect(await stuckPapers(t.app, await t.actor('handler'))).toMatchObject([
      { paper: 'certificate', title: '测试证明', status: 'asked', case: { id: ids[1] } },
    ]);
    expect(await stuckPapers(t.app, await t.actor('city-reviewer'))).toEqual([]);
  });
  it('reaches as far as the kernel lets each role see, case by case', async () => {
    const book = await t.app.offices.get(t.office);
    for (const role of Object.keys(ROLES) as Role[]) {
      const actor = await t.actor(role);
      const listed = new Set(
        (await inbox(t.app, actor, { tab: 'all', limit: 200 })).items.map((row) => row.id),
      );
      for (const id of ids) {
        const opened = await openAnyCase(t.app, t.office, id, { person: newId(), key: '' });
        const { state } = opened ?? { state: emptyState };
        const satAt = opened?.loaded.sat_at ?? [];
        const seen =
          state.orgs !== null && canSeeCase(actor, state.orgs, { ...state, satAt }, book.tree, toyService);
        expect([role, id, listed.has(id)]).toEqual([role, id, seen]);
      }
    }
  });
});

describe('my cases', () => {
  it('are the unit’s own, also those a colleague filed', async () => {
    const mine = async (cast: Cast) => (await myCases(t.app, await t.actor(cast), {})).items.length;
    const first = await myCases(t.app, await t.actor('filer'), { limit: 3 });
    const second = await myCases(t.app, await t.actor('filer'), { limit: 3, cursor: first.next ?? '' });
    expect(first.total).toEqual({ n: 4, more: false });
    expect([...first.items, ...second.items].map((row) => row.id)).toEqual(ids.slice(0, 4).reverse());
    expect([
      await mine('filer'),
      await mine('signer'),
      await mine('filer@other'),
      await mine('applicant'),
    ]).toEqual([4, 4, 2, 0]);
  });
});

describe('a draft', () => {
  it('is listed by what it is about as soon as that is typed, for the unit and nobody else', async () => {
    const clerk = await t.actor('filer@other');
    const { id } = await createCase(t.app, clerk, { key: freshKey(), service: 'toy' });
    const titleFor = async (cast: Cast) =>
      (await myCases(t.app, await t.actor(cast), {})).items.find((row) => row.id === id)?.title;
    // A form that was opened and left is nobody's matter yet; a copy is about something from the first.
    expect(await titleFor('filer@other')).toBeUndefined();
    const { revision } = await saveDraft(t.app, clerk, {
      caseId: id,
      answers: { subject: '访韩团' },
      revision: 0,
    });
    expect(await titleFor('filer@other')).toBe('访韩团证明');
    const filer = await t.actor('filer');
    const copy = await createCase(t.app, filer, { key: freshKey(), service: 'toy', copyOf: ids[0] ?? '' });
    expect((await myCases(t.app, filer, {})).items.map((row) => row.id)).toContain(copy.id);
    await deleteDraft(t.app, filer, copy.id);
    await saveDraft(t.app, clerk, { caseId: id, answers: {}, revision });
    expect(await titleFor('filer@other')).toMatch(/（草稿）$/);
    expect(await titleFor('filer')).toBeUndefined();
    const found = await inbox(t.app, await t.actor('handler'), { tab: 'all', q: '访韩团' });
    expect(found.items).toEqual([]);
    await deleteDraft(t.app, clerk, id);
  });
});

describe('a seat that was passed on', () => {
  it('leaves the case in the lists of whoever had it, and is in the inbox of whoever has it', async () => {
    t.at('2026-03-12');
    const id = await submitted(t, 'toy', { subject: '转办', copies: 1 });
    await takes(t, 'signer', id, { act: 'agree' });
    const elsewhere = 'signer@other';
    const lists = async () => {
      const holds = async (tab: 'todo' | 'all' | 'watch') =>
        (await inbox(t.app, await t.actor(elsewhere), { tab })).items.some((row) => row.id === id);
      return { todo: await holds('todo'), all: await holds('all'), watch: await holds('watch') };
    };
    const to = async (cast: Cast) => ({
      act: 'transfer' as const,
      persons: [(await t.actor(cast)).id],
      opinion: '请办理',
    });
    expect(await lists()).toEqual({ todo: false, all: false, watch: false });
    await takes(t, 'handler', id, await to(elsewhere));
    expect(await lists()).toEqual({ todo: true, all: true, watch: true });
    await takes(t, elsewhere, id, await to('handler'));
    expect(await lists()).toEqual({ todo: false, all: true, watch: true });
    await takes(t, 'handler', id, { act: 'agree' });
    expect(await lists()).toEqual({ todo: false, all: true, watch: true });
  });
});

describe('clocks', () => {
  it('speak once when a reminder day and once when a deadline has passed, and again nothing', async () => {
    t.at('2026-03-16');
    const id = await submitted(t, 'toy', { subject: '时限', copies: 1 });
    const spoken = async () =>
      (
        await t.base.owner.query<{ type: string }>(
          "select body->>'type' as type from case_event where case_id = $1 and body->>'type' in ('reminded', 'overdue') order by seq",
          [id],
        )
      ).map((row) => row.type);
    const run = async (day: string) => {
      t.at(day);
      for (let i = 0; i < 3; i += 1) await tick(t.app);
    };
    await run('2026-03-17');
    expect(await spoken()).toEqual([]);
    // Three working days from Monday the 16th end on Thursday the 19th; 80 % of three are used on the third day.
    await run('2026-03-19');
    expect(await spoken()).toEqual(['reminded']);
    await run('2026-03-20');
    await run('2026-03-23');
    expect(await spoken()).toEqual(['reminded', 'overdue']);
    const [row] = (await inbox(t.app, await t.actor('signer'), { q: '时限' })).items;
    expect(row).toMatchObject({ light: 'red', daysLeft: -2, due: '2026-03-19' });
  });
});
