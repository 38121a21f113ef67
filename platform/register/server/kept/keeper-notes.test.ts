import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { laws } from '../../../../catalogue/office/law/index.ts';
import { stickers } from '../../../../catalogue/stock/sticker/index.ts';
import { notices } from '@zhitongche/case/server';
import { newId } from '@zhitongche/host';
import { stageCounts } from './count-rows.ts';
import { keepRow } from './keep-row.ts';
import { noteForKeepers } from './keeper-notes.ts';

const LAW = '《因公出国管理测试规定》（测发〔2026〕1号）';
const citing = {
  ...toyService,
  checks: [
    ...toyService.checks,
    {
      code: 'T-99',
      title: '测试',
      level: 'warn' as const,
      basis: { title: LAW, article: '第一条' },
      reads: [],
      run: () => [],
    },
  ],
};

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [citing], registers: [stickers, laws] });
  for (const who of ['handler', 'passport-officer', 'window', 'filer'] as const) await t.actor(who);
});
afterAll(() => t.drop());

const said = async (who: Cast, about: string): Promise<readonly string[]> => {
  const { items } = await notices(t.app, await t.actor(who), undefined);
  return items.flatMap(({ text }) => (text.includes(about) ? [text] : []));
};
const enters = async (register: string, answers: object) =>
  (
    await keepRow(t.app, await t.actor('handler'), {
      register,
      key: newId(),
      command: { act: 'enter', answers, despite: '另一件' } as never,
    })
  ).id;

describe('a stock below its least', () => {
  it('is told to those who keep it once a fall, and stands in the list while it lasts', async () => {
    for (const n of [1, 2, 3]) await enters('sticker', { serial: `S${n}`, batch: '一', place: 'store' });
    const notes = async (who: Cast) => (await stageCounts(t.app, await t.actor(who), 'sticker')).notes;
    // As the product comes, five hundred are the least.
    await noteForKeepers(t.app, t.office);
    await noteForKeepers(t.app, t.office);
    const text = '附加证明书贴纸现有3张可用，低于最低库存500张，请及时补充';
    for (const who of ['handler', 'passport-officer'] as const)
      expect(await said(who, '最低库存')).toEqual([text]);
    for (const who of ['window', 'filer'] as const) expect(await said(who, '最低库存')).toEqual([]);
    expect(await notes('handler')).toEqual(['现有3张可用，低于最低库存500张，请及时补充']);
    expect(await notes('window')).toEqual([]);
  });

  it('is told anew once it was filled and falls again, and not before', async () => {
    const told = async () => (await said('handler', '最低库存')).length;
    const before = await told();
    await t.base.owner.query(`update kept_count set n = n + 600 where register = 'sticker' and stage = 'in' and ctid in
      (select ctid from kept_count where register = 'sticker' and stage = 'in' limit 1)`);
    await noteForKeepers(t.app, t.office);
    expect(await told()).toBe(before);
    expect((await stageCounts(t.app, await t.actor('handler'), 'sticker')).notes).toEqual([]);
    await t.base.owner.query(
      `update kept_count set n = n - 600 where register = 'sticker' and stage = 'in' and n > 600`,
    );
    await noteForKeepers(t.app, t.office);
    await noteForKeepers(t.app, t.office);
    expect(await told()).toBe(before + 1);
  });
});

describe('an instrument that is cited and not in the library', () => {
  it('is told to its keeper once, and no more once it stands there', async () => {
    await noteForKeepers(t.app, t.office);
    const [text = ''] = await said('handler', '里没有登记');
    expect(text).toContain('没有登记');
    const notes = async () => (await stageCounts(t.app, await t.actor('handler'), 'law')).notes;
    const [before = ''] = await notes();
    const count = (said_: string) => Number(/有(\d+)件/.exec(said_)?.[1] ?? 0);
    await enters('law', { title: LAW, sort: 'notice', read: 'unread', names: [{ name: LAW }] });
    await noteForKeepers(t.app, t.office);
    const [after = ''] = await notes();
    expect(count(after)).toBe(count(before) - 1);
    expect(await said('handler', '里没有登记')).toHaveLength(1);
  });
});
