import { expect, test } from 'vitest';
import { toy } from '../../model/testing/toy-service.ts';
import { offer, viewWith } from '../testing/sample-case.ts';
import { foreseen, foreseenHead } from './batch-foresight.ts';

const agree = offer('agree', { label: '同意', primary: true });
const deciding = (problems: ReturnType<typeof viewWith>['problems'] = []) => {
  const view = viewWith([agree]);
  return { ...view, state: { ...view.state, step: 'review' }, problems };
};
const silent = { code: 'T-02', level: 'warn' as const, at: [], message: '预算偏高', en: 'Costly' };

test('before many are decided each says its exceptions, and whether it can be taken back', () => {
  expect(foreseen(deciding(), toy, 'agree')).toEqual({ words: '办后可以撤回', stops: false, careful: false });
  expect(foreseen(deciding([silent]), toy, 'agree')).toEqual({
    words: '1 处需留意，办后可以撤回',
    stops: false,
    careful: true,
  });
  const forGood = viewWith([{ ...agree, final: true }]);
  expect(foreseen(forGood, toy, 'agree').words).toBe('办后不能撤回');
});

test('a case on which the act is not open any more is not decided with the others', () => {
  expect(foreseen(viewWith([]), toy, 'agree')).toMatchObject({ stops: true });
});

test('above the list stands how many stay out and how many are for good', () => {
  const all = [
    foreseen(deciding([silent]), toy, 'agree'),
    foreseen(viewWith([{ ...agree, final: true }]), toy, 'agree'),
    foreseen(deciding(), toy, 'agree'),
  ];
  expect(foreseenHead(all)).toBe('1 件有例外，没有勾选，看过后再勾；1 件办后不能撤回');
  expect(foreseenHead(all.slice(2))).toBe('');
});
