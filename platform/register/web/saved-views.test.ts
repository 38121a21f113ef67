import { expect, test } from 'vitest';
import { parseViews, withView } from './saved-views.ts';

test('a view keeps filters and order, not the words searched for nor the row that was open', () => {
  const views = withView([], '日本', {
    q: '林若谷',
    f: ['country=日本'],
    order: 'due',
    open: '01890a5d-ac96-774b-bcce-b302099a8057',
  });
  expect(views).toEqual([{ name: '日本', search: { f: ['country=日本'], order: 'due' } }]);
  expect(parseViews(JSON.parse(JSON.stringify(views)))).toEqual(views);
});

test('what cannot be read counts as no view', () => {
  expect(parseViews(null)).toEqual([]);
  expect(parseViews([{ name: 1 }, null])).toEqual([]);
});
