import { expect, test } from 'vitest';
import { findServices, grouped, type ServiceCard } from './find-services.ts';

const service = (name: string, initials: string, category: string, occasion: string): ServiceCard => ({
  code: initials,
  name,
  en: '',
  category,
  occasion,
  initials,
  version: 1,
  what: `${name}的办理`,
  mayFile: true,
  why: '',
  whyEn: '',
});
const all = [
  service('因公临时出国任务', 'yglscgrw', '因公出国', '派人出国、赴港澳'),
  service('单位开户备案', 'dwkhba', '单位备案', '单位开户、换专办员'),
];
const found = (wanted: string) => findServices(all, wanted).map(({ name }) => name);

test('a matter is found by words, by the initials of its sounds, and by both together', () => {
  expect(found('出国')).toEqual(['因公临时出国任务']);
  expect(found('cg')).toEqual(['因公临时出国任务']);
  expect(found('KHBA')).toEqual(['单位开户备案']);
  expect(found('单位 ba')).toEqual(['单位开户备案']);
  expect(found('护照')).toEqual([]);
  expect(found('')).toHaveLength(2);
});

test('it stands under its occasion, or under its family', () => {
  expect(grouped(all, 'occasion').map(([head]) => head)).toEqual(['派人出国、赴港澳', '单位开户、换专办员']);
  expect(grouped(all, 'category').map(([head]) => head)).toEqual(['因公出国', '单位备案']);
});
