import { blocking } from '@zhitongche/base';
import { expect, test } from 'vitest';
import { toyKeys } from '../testing/toy-register.ts';
import { doorTo } from './stage-door.ts';

const move = { key: 'destroy', label: '销毁', to: 'gone', form: false, second: true, needs: [] };
const row = { stage: 'in', title: 'A-01', moves: [move], asked: null, keeps: true };

test('a stage a move leads to lets the row in', () => {
  expect(doorTo(toyKeys, row, 'gone')).toEqual({ is: 'open', move });
  expect(doorTo(toyKeys, row, 'in')).toEqual({ is: 'here' });
});

test('a stage says what is missing before the row may come', () => {
  const needs = [blocking('toy.safe', [], '保险柜钥匙不得销毁', 'no')];
  expect(doorTo(toyKeys, { ...row, moves: [{ ...move, needs }] }, 'gone')).toEqual({
    is: 'shut',
    why: '保险柜钥匙不得销毁',
  });
});

test('a stage no move leads to from here says from where one comes', () => {
  expect(doorTo(toyKeys, { ...row, stage: 'out', moves: [] }, 'gone')).toEqual({
    is: 'shut',
    why: '只能由“在库”到这里',
  });
  expect(doorTo(toyKeys, { ...row, moves: [] }, 'out')).toEqual({
    is: 'shut',
    why: '由另外的人办理，您可以查看',
  });
});
