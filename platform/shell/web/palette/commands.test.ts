import { pinyinInitials } from '@zhitongche/form/web';
import { expect, test } from 'vitest';
import { type Command, found } from './commands.ts';

const command = (label: string, words: readonly string[] = []): Command => ({
  key: label,
  label,
  words,
  icon: 'file',
  to: `/${label}`,
});
const GROUPS = [
  {
    title: '办件',
    commands: [
      command('赴日本、韩国、新加坡经贸合作代表团', ['云泽省商务厅', '林若谷']),
      command('赴法国职业教育交流团', ['云泽省教育厅']),
    ],
  },
  { title: '去', commands: [command('收件箱'), command('统计'), command('证照保管')] },
];
const labels = (typed: string): readonly string[] =>
  found(GROUPS, typed, pinyinInitials).flatMap(({ commands }) => commands.map(({ label }) => label));

test('words and the initials of their sounds are found, each word somewhere', () => {
  expect(labels('swt rb')).toEqual(['赴日本、韩国、新加坡经贸合作代表团']);
  expect(labels('林若谷')).toEqual(['赴日本、韩国、新加坡经贸合作代表团']);
  expect(labels('zzbg')).toEqual(['证照保管']);
  expect(labels('swt fg')).toEqual([]);
});

test('the group of what answers best stands first, so that Enter takes it', () => {
  const acts = { title: '做', commands: [command('退回'), { ...command('同意'), run: () => undefined }] };
  const titles = found([GROUPS[0] ?? acts, acts], 'ty', pinyinInitials).map(({ title }) => title);
  expect(titles).toEqual(['做']);
  const matter = { title: '办件', commands: [command('赴法国职业教育交流团', ['谈友'])] };
  expect(found([matter, acts], 'ty', pinyinInitials).map(({ title }) => title)).toEqual(['做', '办件']);
  expect(found([matter, acts], '', pinyinInitials).map(({ title }) => title)).toEqual(['办件', '做']);
});

test('what begins with the word stands first, and nothing typed shows everything', () => {
  expect(labels('统')).toEqual(['统计']);
  expect(labels('')).toHaveLength(5);
});
