import { describe, expect, test } from 'vitest';
import { files, form, identifier, table, text, type FileRef } from '@zhitongche/form';
import type { CaseState } from '@zhitongche/case';
import { addFault, faultPlaces, readFaults } from './faults.ts';
import { shownAs, viewablesOf } from '../desk/viewables.ts';

const trip = form({
  task: {
    title: '任务',
    fields: {
      purpose: text('出访目的', { max: 200 }),
      letter: files('邀请函', { accept: ['pdf'], maxBytes: 9, maxFiles: 3 }),
    },
  },
  people: {
    title: '人员',
    fields: {
      members: table(
        '出访人员',
        {
          name: text('姓名', { max: 20 }),
          idNumber: identifier('citizen-id', '身份证号'),
          scan: files('护照页', { accept: ['jpg'], maxBytes: 9, maxFiles: 1 }),
        },
        { maxRows: 20, rowName: '人' },
      ),
    },
  },
});
const file = (id: string, type: string): FileRef => ({ id, name: `${id}.x`, size: 10, type, digest: 'd' });
const answers = {
  letter: [{ ...file('f1', 'application/pdf') }],
  members: [{ name: '王芳', scan: [{ ...file('f2', 'image/jpeg') }] }],
};

describe('pointing at faults', () => {
  test('offers every answer, row and cell under the name people use', () => {
    expect(faultPlaces(trip, answers).map((p) => [p.at, p.label])).toEqual([
      ['', '整个申报'],
      ['purpose', '出访目的'],
      ['letter', '邀请函'],
      ['members', '出访人员'],
      ['members.0', '出访人员 第 1 人'],
      ['members.0.name', '出访人员 第 1 人 · 姓名'],
      ['members.0.idNumber', '出访人员 第 1 人 · 身份证号'],
      ['members.0.scan', '出访人员 第 1 人 · 护照页'],
    ]);
  });

  test('the same fault is not noted twice, and a broken note is forgotten rather than shown', () => {
    const fault = { at: 'purpose', message: '请写明' };
    expect(addFault([fault], fault)).toEqual([fault]);
    expect(readFaults([{ at: 'purpose', message: '请写明' }, { at: 1 }])).toEqual([fault]);
    expect(readFaults('{')).toEqual([]);
    expect(readFaults(null)).toEqual([]);
  });
});

describe('what can be looked at', () => {
  test('papers first, then attachments with the question and the person they belong to', () => {
    const state: Pick<CaseState, 'answers' | 'outside' | 'records' | 'promise'> = {
      promise: null,
      answers,
      outside: [
        {
          result: 'approved',
          number: '1',
          date: '2026-11-20',
          authority: '外交部',
          file: file('f3', 'application/pdf'),
        },
      ],
      records: {},
    };
    const view = {
      state,
      papers: [
        {
          paper: 'approval',
          title: '任务批件',
          status: 'issued',
          number: '冀外出字〔2026〕1号',
          problem: null,
          pdf: '/x',
          docx: null,
          code: null,
          verifyUrl: null,
        },
        {
          paper: 'list',
          title: '名单',
          status: 'asked',
          number: null,
          problem: null,
          pdf: null,
          docx: null,
          code: null,
          verifyUrl: null,
        },
      ],
    };
    expect(viewablesOf(view, trip).map((v) => [v.from, v.label])).toEqual([
      ['paper', '任务批件'],
      ['answer', '邀请函'],
      ['answer', '出访人员 · 王芳 · 护照页'],
      ['reply', '外交部批复'],
    ]);
  });

  test('while the office is deciding, what it decides on stands first and its notices last', () => {
    const promise = {
      startedOn: '2026-11-02',
      days: 3,
      due: '2026-11-05',
      pauses: [],
      provisional: false,
      reminded: false,
      overdue: false,
    };
    const notice = {
      paper: 'acceptance',
      title: '受理通知',
      status: 'issued',
      number: null,
      problem: null,
      pdf: '/x',
      docx: null,
      code: null,
      verifyUrl: null,
    };
    const seen = (clock: CaseState['promise']) =>
      viewablesOf(
        { state: { answers, outside: [], records: {}, promise: clock }, papers: [notice] },
        trip,
      ).map(({ label }) => label);
    expect(seen(promise)[0]).toBe('邀请函');
    expect(seen(promise).at(-1)).toBe('受理通知');
    expect(seen({ ...promise, stoppedOn: '2026-11-04', late: false })[0]).toBe('受理通知');
  });

  test.each([
    ['application/pdf', 'pdf'],
    ['image/jpeg', 'image'],
    ['image/svg+xml', 'none'],
    ['text/html', 'none'],
  ])('%s is shown as %s: nothing that could run is shown in place', (type, as) => {
    expect(shownAs(type)).toBe(as);
  });
});
