import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '@zhitongche/base';
import { readForm, shownFields, soundAnswers } from './check-form.ts';
import { choices, country, decimal, identifier, table, text, yesNo } from './field.ts';
import { form } from './form.ts';
import { sampleContext } from '../../case/model/testing.ts';

const trip = form({
  basics: {
    title: '基本情况',
    fields: {
      abroad: yesNo('是否出国', { required: true }),
      where: country('国家', { shown: (a) => a['abroad'] === true }),
    },
  },
  members: {
    title: '人员',
    shown: (a) => a['abroad'] === true,
    fields: {
      members: table(
        '人员',
        {
          name: text('姓名', { max: 4, required: true }),
          leader: yesNo('是否团长'),
          speech: text('讲话题目', { max: 4, shown: (row) => row['leader'] === true }),
          passport: identifier('passport', '护照号', {
            required: (_row, whole) => whole['where'] !== '德国',
          }),
          fees: table(
            '费用',
            { what: text('项目', { max: 4 }), sum: decimal('金额', { scale: 2 }) },
            { maxRows: 2, rowName: '项', shown: (row) => row['leader'] === true },
          ),
        },
        { maxRows: 3, rowName: '人' },
      ),
      langs: choices('语种', [
        { value: 'en', label: '英语' },
        { value: 'de', label: '德语' },
      ]),
    },
  },
});

const day = { today: '2026-03-02' };
const tables = { countries: [{ name: '法国', aliases: ['法兰西'] }, { name: '德国' }] };
/** The ways a form is read in one act: on the server, where nothing is known, on a day without tables. */
const WAYS = [
  sampleContext([], { ...day, tables }),
  sampleContext([], day),
  sampleContext([], { ...day, tables: { countries: [{ name: '法兰西' }] } }),
] as const;

const rarely = <T extends Json>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });
const row = fc.record(
  {
    name: rarely(fc.constantFrom('李', ' 王某 ', '名字太长了的人')),
    leader: rarely(fc.constantFrom<Json>(true, false, '是')),
    speech: rarely(fc.constantFrom('题目', '')),
    passport: rarely(fc.constantFrom('PE1234567', 'pe1234567', '？')),
    fees: rarely(
      fc.array(fc.record({ what: fc.constant('机票'), sum: fc.constantFrom('1.00', '1', 'x') }), {
        maxLength: 3,
      }),
    ),
  },
  { requiredKeys: [] },
);
const answers = fc.record(
  {
    langs: rarely(fc.subarray(['de', 'en'])),
    members: rarely(fc.array(row, { maxLength: 4 })),
    where: rarely(fc.constantFrom('法国', '法兰西', '德国', '无')),
    abroad: rarely(fc.constantFrom<Json>(true, true, true, false)),
    more: rarely(fc.constant('多余')),
  },
  { requiredKeys: [] },
);

/** A way to ask: sound answers with or without tables, everything wrong, what is asked. */
const ask = (kind: number, given: unknown): unknown => {
  const context = WAYS[kind % WAYS.length] ?? WAYS[0];
  if (kind < WAYS.length) return readForm(trip, given, context);
  if (kind < 2 * WAYS.length) return soundAnswers(trip, given, context.facts);
  return kind === 2 * WAYS.length ? soundAnswers(trip, given) : shownFields(trip, given);
};
const KINDS = 2 * WAYS.length + 2;

describe('a reading that is remembered', () => {
  it('says what a reading of the same answers by a process that remembers nothing says, whatever was asked before', () => {
    fc.assert(
      fc.property(
        answers,
        fc.array(fc.nat({ max: KINDS - 1 }), { minLength: 1, maxLength: 8 }),
        (given, kinds) => {
          // Twice: as typed, and as stored and read back sound.
          for (const one of [given, structuredClone(soundAnswers(trip, given))])
            for (const kind of kinds) expect(ask(kind, one)).toEqual(ask(kind, structuredClone(one)));
        },
      ),
      { numRuns: 150 },
    );
  });
});
