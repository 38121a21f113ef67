import { expect, test } from 'vitest';
import { form, identifier, table, text } from '@zhitongche/form';
import { compareAnswers } from '../diff/compare-answers.ts';
import { showRevealed, stillMasked, withRevealed } from './revealed.ts';

const trip = form({
  all: {
    title: '全部',
    fields: {
      contact: text('联系人', { max: 20 }),
      members: table(
        '出访人员',
        { name: text('姓名', { max: 20 }), idNumber: identifier('citizen-id', '身份证号') },
        { maxRows: 9, rowName: '人' },
      ),
    },
  },
});
const masked = {
  contact: '王*',
  members: [{ name: '王芳', idNumber: '110105**********2X' }, { name: '李明' }],
};

test('a revealed column goes back to its rows, everything else stays', () => {
  expect(withRevealed(masked, { 'members.idNumber': ['11010519491231002X', null], contact: '王芳' })).toEqual(
    {
      contact: '王芳',
      members: [
        { name: '王芳', idNumber: '11010519491231002X' },
        { name: '李明', idNumber: null },
      ],
    },
  );
});

test('what is still hidden is named as people name it', () => {
  expect(stillMasked(trip, ['contact', 'members.idNumber'], { contact: '王芳' })).toEqual([
    { path: 'members.idNumber', label: '出访人员 › 身份证号' },
  ]);
});

test('showing an identity number does not make everybody look new', () => {
  const before = { members: [{ name: '王芳', idNumber: '110105**********2X' }] };
  const now = { members: [{ name: '王方', idNumber: '110105**********2X' }] };
  const [section] = showRevealed(compareAnswers(trip, before, now), now, {
    'members.idNumber': ['11010519491231002X'],
  });
  const row = section?.fields[0]?.rows?.[0];
  expect(row?.change).toBe('changed');
  expect(row?.cells).toEqual({ name: 'changed', idNumber: 'same' });
  expect(row?.after).toEqual({ name: '王方', idNumber: '11010519491231002X' });
});
