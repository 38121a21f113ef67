import { story } from '@zhitongche/case/testing';
import { describe, expect, it, test } from 'vitest';
import countries from '../../../offices/src/reference/countries.json' with { type: 'json' };
import { apostille } from './index.ts';
import { parties, ways } from './parties.ts';
import { routeOf } from './route.ts';

/**
 * What was read country by country: a survey of 2023 says that the Convention is not in force with India, that it is with
 * Canada from 2024-01-11 and with Rwanda from 2024-06-05. Of the notice of Jiangsu (2023-10-31) the number 125 was read,
 * not the names.
 */
const READ = ['加拿大', '卢旺达', '印度'];
const rows = parties.rows as readonly { country: string; trust: string; source: string }[];

describe('the table of parties', () => {
  it('holds apart what was read country by country and what still wants confirming', () => {
    const sure = rows.filter(({ trust }) => trust !== '待确认').map(({ country }) => country);
    expect(sure.toSorted()).toEqual(READ.toSorted());
    expect(rows.length).toBeGreaterThan(125);
  });

  it('names a list as the source of a country only where the country was read there', () => {
    for (const { country, source, trust } of rows) {
      expect([country, source.includes('未核对')]).toEqual([country, trust === '待确认']);
      if (trust !== '待确认') expect(source).toContain('Bird & Bird');
    }
    expect(parties.source).toContain('逐国名单未核对');
    expect(parties.unconfirmed).toContain('只读到总数125个');
  });
});

const tables = { countries, 'apostille-parties': parties.rows, 'legalisation-ways': ways.rows };
const facts = { table: (name: string) => tables[name as keyof typeof tables] ?? [] };
const said = (country: string) => story(apostille, { tables }).problems({ country });

test('whoever picks a country learns under it that it is not confirmed, and the desk looks it up', () => {
  expect(routeOf('日本', { facts, today: '2026-03-02' })).toMatchObject({ way: 'apostille', doubt: true });
  expect(routeOf('加拿大', { facts, today: '2026-03-02' })).toMatchObject({ way: 'apostille', doubt: false });
  // One that is in no row is no less open: what is not listed may have joined since.
  expect(routeOf('埃及', { facts, today: '2026-03-02' })).toMatchObject({ way: 'open', doubt: false });
  expect(said('日本').map(({ message }) => message)).toContain('日本是否为缔约国、何时起适用待确认');
  expect(said('加拿大').map(({ message }) => message)).not.toContain('加拿大是否为缔约国、何时起适用待确认');
  const text = (country: string) => {
    const shown = apostille.computed?.find(({ key }) => key === 'route')?.show;
    const derived = story(apostille, { tables }).submit({ country }).state.derived;
    const told = shown?.(derived);
    return told?.kind === 'text' ? told.text : '';
  };
  expect(text('日本')).toContain('参考表截至2023-10-31（待确认）');
  expect(text('加拿大')).toMatch(/参考表截至2023-10-31$/);
});
