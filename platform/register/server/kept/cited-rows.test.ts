import { afterAll, beforeAll, expect, it } from 'vitest';
import { laws } from '../../../../catalogue/office/law/index.ts';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { newId } from '@zhitongche/host';
import { citedRows } from './cited-rows.ts';
import { keepRow } from './keep-row.ts';
import { nameRows } from './name-rows.ts';
import { listRows } from './list-rows.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ registers: [laws] });
});
afterAll(() => t.drop());

const enter = async (title: string, names: readonly string[], more: object = {}): Promise<string> =>
  (
    await keepRow(t.app, await t.actor('handler'), {
      register: 'law',
      key: newId(),
      command: {
        act: 'enter',
        answers: {
          title,
          sort: 'notice',
          read: 'unread',
          names: names.map((name) => ({ name })),
          ...more,
        },
      },
    })
  ).id;
const cited = async (cast: Cast, ...titles: readonly string[]) =>
  (await citedRows(t.app, await t.actor(cast), titles)).map(({ cited: name, mark }) => `${name}：${mark}`);

it('a rule leads to its row by any name it is cited by, and says that nobody read it or that it ends', async () => {
  await enter('经费办法', ['财行〔2013〕516号《经费办法》', '经费办法']);
  await enter('核过的', ['《核过的规定》'], { read: 'whole', source: '公报', until: '2026-04-01' });
  const told = await cited(
    'handler',
    '经费办法',
    '财行〔2013〕516号 《经费办法》',
    '《核过的规定》',
    '没有的',
  );
  expect(told.toSorted()).toEqual([
    '《核过的规定》：2026-04-01失效',
    '经费办法：原文未核',
    '财行〔2013〕516号 《经费办法》：原文未核',
  ]);
});

it('whoever may not read the library reads the name alone', async () => {
  expect(await cited('filer', '经费办法')).toEqual(['经费办法：原文未核']);
  expect(await cited('system-admin', '经费办法')).toEqual([]);
});

it('rows of an earlier program find their names and their place once the program looked at them', async () => {
  await t.app.db.query("update kept_row set name_key = '', facets = '{}'", []);
  expect(await cited('handler', '经费办法')).toEqual([]);
  expect(await nameRows(t.app)).toBe(2);
  expect(await nameRows(t.app)).toBe(0);
  expect(await cited('handler', '经费办法')).toEqual(['经费办法：原文未核']);
});

it('a list without a day of its own stands by its names as they are spoken, page by page', async () => {
  for (const title of ['张', '安', '李', '赵']) await enter(title, [title]);
  const read = async (cursor?: string): Promise<readonly string[]> => {
    const { items, next } = await listRows(t.app, await t.actor('handler'), 'law', { limit: 2, cursor });
    return [...items.map(({ title }) => title), ...(next ? await read(next) : [])];
  };
  expect(await read()).toEqual(['安', '核过的', '经费办法', '李', '张', '赵']);
});
