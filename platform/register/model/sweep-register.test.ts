import { sampleContext } from '@zhitongche/case/testing';
import { expect, test } from 'vitest';
import { toyKeys } from '../testing/toy-register.ts';
import type { RegisterKind } from './kind.ts';
import { sweepRegister } from './sweep-register.ts';

const swept = (change: Partial<RegisterKind>) => {
  const kind = { ...toyKeys, ...change };
  return sweepRegister(kind, [kind], sampleContext(kind.policies, { today: '2026-03-02' }));
};

test('a sound register has no faults', () => expect(swept({})).toEqual([]));

test.each<readonly [string, Partial<RegisterKind>]>([
  ['没有字段 tga', { unique: ['tga'] }],
  [
    '“督办”没有到 toy-keys 的关联 of',
    { begins: [{ from: 'toy-keys', label: '督办', ties: 'of', answers: () => ({}) }] },
  ],
  [
    '“督办”带入没有的字段 tga',
    { begins: [{ from: 'case', label: '督办', answers: () => ({ tga: 'D-1' }) }] },
  ],
  ['room 不是日期', { day: 'room' }],
  ['tag 不能筛选', { columns: [{ key: 'tag', filter: true }] }],
  ['holder 不是公开字段，却对外、用于筛选或提醒', { public: { by: ['tag'], shows: ['holder'] } }],
  ['没有提醒天数 toy-keys.other', { dates: [{ field: 'until', label: '到期', warn: 'toy-keys.other' }] }],
  ['left 不能筛选', { columns: [{ key: 'left', label: '余', on: () => '', filter: true }] }],
  [
    '没有字段 payments',
    { dates: [{ field: 'payments', label: '付款', warn: 'toy-keys.warn', of: () => '' }] },
  ],
  [
    '到日流转 lend 不存在，或者要人填写、确认',
    { dates: [{ field: 'until', label: '到期', warn: 'toy-keys.warn', after: 'lend' }] },
  ],
  [
    '没有数值 toy-keys.late',
    {
      checkIn: {
        door: 'room',
        who: 'entered',
        move: 'in',
        done: 'tag',
        late: 'toy-keys.late',
        when: () => undefined,
      },
    },
  ],
  [
    '签到 lend 不存在，或者可以由人代办',
    {
      checkIn: {
        door: 'room',
        who: 'entered',
        move: 'lend',
        done: 'tag',
        late: 'toy-keys.warn',
        when: () => undefined,
      },
    },
  ],
  [
    '签到要按 room 找到唯一的一条',
    {
      checkIn: {
        door: 'room',
        who: { name: 'holder', org: 'kind' },
        move: 'in',
        done: 'tag',
        late: 'toy-keys.warn',
        when: () => undefined,
      },
    },
  ],
  ['没有人维护', { keepers: [] }],
  ['没有样例', { samples: () => [] }],
  [
    '样例第1条：没有办法 lose',
    {
      samples: () => [{ answers: { tag: 'A', room: '甲', kind: 'door' }, moves: [{ move: 'lose', ago: 1 }] }],
    },
  ],
  [
    '样例第1条 lend：field.required to',
    {
      samples: () => [{ answers: { tag: 'A', room: '甲', kind: 'door' }, moves: [{ move: 'lend', ago: 1 }] }],
    },
  ],
  ['样例第1条：field.required tag', { samples: () => [{ answers: { room: '甲', kind: 'door' } }] }],
  [
    '关联 ring 指向没有的台账 gone',
    { relations: [{ key: 'ring', label: '挂在', back: '挂着', to: 'gone' }] },
  ],
  [
    '走不到阶段 b',
    {
      stages: {
        first: 'a',
        list: { a: { label: '甲', ends: true }, b: { label: '乙', ends: true } },
        moves: [],
      },
    },
  ],
  ['阶段 a 没有出路，也没有写明是终点', { stages: { first: 'a', list: { a: { label: '甲' } }, moves: [] } }],
])('a register is refused: %s', (fault, change) => expect(swept(change)).toContain(fault));
