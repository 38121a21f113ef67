import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { demoOffice } from '@zhitongche/offices';
import type { Visitor } from './harness/browser.ts';
import { said } from './harness/desk.ts';
import { inputAt } from './harness/fill-form.ts';
import { officeFixture } from './harness/fixture.ts';
import { begins, ends, fills, picks } from './harness/kept.ts';
import { lookAt, settled } from './harness/page-invariants.ts';

const { visit, leave } = officeFixture();
const ROSTER = '/desk/kept/duty-roster';
// The demo office opens on Tuesday 10 March 2026 at nine: the day's first turn has begun.
const TODAY = '2026-03-10';

interface Turn {
  readonly id: string;
  readonly day: string;
  readonly shift: string;
  readonly post: string;
  readonly person: string;
  readonly from: string;
  readonly to: string;
}

async function turns(page: Page): Promise<readonly Turn[]> {
  const reply = await page.request.get(`/api/kept/duty-roster/roster?from=${TODAY}&until=2026-03-23`);
  const { turns: found }: { turns: readonly Turn[] } = await reply.json();
  return found;
}

const holderOf = async (page: Page, id: string): Promise<string | undefined> =>
  (await turns(page)).find((turn) => turn.id === id)?.person;

/** The account of somebody of the office. */
const accountOf = (name: string): string =>
  demoOffice.people.find((one) => one.name === name)?.username ?? '';

const SHIFTS: Readonly<Record<string, string>> = { day: '白班', night: '夜班', whole: '休息日全天' };
const POSTS: Readonly<Record<string, string>> = { main: '主班', second: '副班' };
const titleOf = ({ day, shift, post, person }: Turn): string =>
  `${day} ${SHIFTS[shift]} ${POSTS[post]} ${person}`;

/** Opens a turn from one's own roster. */
async function opensTurn(page: Page, turn: Turn): Promise<void> {
  await page.goto(`${ROSTER}/${turn.id}`);
  await page.getByRole('heading', { level: 1, name: titleOf(turn) }).waitFor();
}

/** Reads the message and goes where it leads. */
async function follows({ page }: Visitor, words: RegExp): Promise<void> {
  await page.goto('/desk/notices');
  await settled(page);
  await page.getByText(words).first().click();
}

test('a swap is asked for by one and agreed by the other: both turns change, and whoever keeps the roster is told', {
  timeout: 240_000,
}, async () => {
  const keeper = await visit('general-head');
  const all = (await turns(keeper.page)).filter(({ day }) => day > TODAY);
  const [mine] = all;
  if (!mine) throw new Error('Nobody is on duty');
  const theirs = all.find(
    ({ person, from, to }) => person !== mine.person && (from >= mine.to || to <= mine.from),
  );
  if (!theirs) throw new Error('There is nobody to swap with');
  const [asking, asked] = [await visit(accountOf(mine.person)), await visit(accountOf(theirs.person))];
  asking.expect(/status of 422/);
  const { page } = asking;
  await opensTurn(page, mine);
  expect(await lookAt(page, 'duty-turn')).toEqual([]);
  // One's own turn is no other turn.
  await begins(page, '提出换班');
  await picks(page, ['other'], titleOf(mine));
  await fills(page, { why: '出差' });
  await ends(page, '提出换班');
  await page.getByText('这一班本来就是您的').first().waitFor();
  await picks(page, ['other'], titleOf(theirs));
  await ends(page, '提出换班');
  await said(page, '已提出换班');
  await page.getByText(/^换班待同意，今天起/).waitFor();
  // Whoever asked cannot agree to it himself.
  expect(await page.getByRole('button', { name: '同意换班' }).count()).toBe(0);

  await follows(asked, /提出换班/);
  await asked.page.getByRole('heading', { level: 1, name: titleOf(mine) }).waitFor();
  expect(await lookAt(asked.page, 'duty-swap-asked')).toEqual([]);
  await begins(asked.page, '同意换班');
  await ends(asked.page, '同意换班');
  await said(asked.page, '已同意换班');
  expect(await holderOf(keeper.page, mine.id)).toBe(theirs.person);
  expect(await holderOf(keeper.page, theirs.id)).toBe(mine.person);
  // The one who asked and whoever keeps the roster learn of it.
  await follows(asking, /同意换班/);
  await follows(keeper, /同意换班/);
  await leave(asked);
  await leave(asking);
  await leave(keeper);
});

test('who goes writes down what happened and what is open, who comes signs for it; nobody signs before', {
  timeout: 240_000,
}, async () => {
  const keeper = await visit('general-head');
  const today = (await turns(keeper.page)).filter(({ day }) => day === TODAY);
  const now = today.find(({ shift, post }) => shift === 'day' && post === 'main');
  const next = today.find(({ shift, post }) => shift === 'night' && post === 'main');
  if (!now || !next) throw new Error('Nobody is on duty today');
  const [going, coming] = [
    await visit(accountOf(now.person)),
    await visit(accountOf(next.person), { device: 'phone' }),
  ];
  going.expect(/status of 422/);
  const { page } = going;
  await coming.open(`${ROSTER}/${next.id}`);
  await coming.page.getByRole('region', { name: '还没有到班，不能交班' }).waitFor();

  await opensTurn(page, now);
  await begins(page, '交班');
  await picks(page, ['next'], titleOf(now));
  await fills(page, { note: '接外交部领事司来电一次，已转领事处' });
  await ends(page, '交班');
  await page.getByText('这不是紧接着的下一班').first().waitFor();
  await picks(page, ['next'], titleOf(next));
  await page.getByRole('button', { name: '添加一项' }).click();
  await inputAt(page, ['open', 0, 'matter']).fill('领事处18:00前回复来电处理情况');
  await inputAt(page, ['open', 0, 'who']).fill('领事处值班室');
  await page.getByRole('button', { name: '填好了' }).click();
  await ends(page, '交班');
  await said(page, '已交班');
  await page.getByText(/^已交班，今天起/).waitFor();
  await page.getByText('领事处18:00前回复来电处理情况').first().waitFor();
  expect(await page.getByRole('button', { name: '接班', exact: true }).count()).toBe(0);
  expect(await lookAt(page, 'duty-handed')).toEqual([]);

  await follows(coming, /交班/);
  await coming.page.getByText('接外交部领事司来电一次，已转领事处').first().waitFor();
  await begins(coming.page, '接班');
  await ends(coming.page, '接班');
  await said(coming.page, '已接班');
  await coming.page.getByText(/^已接班，今天起/).waitFor();
  expect(await lookAt(coming.page, 'duty-taken')).toEqual([]);
  await leave(coming);
  await leave(going);
  await leave(keeper);
});
