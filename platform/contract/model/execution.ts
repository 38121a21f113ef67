import { BUDGET_READERS } from '@zhitongche/access';
import Type from 'typebox';
import { endpoints } from './endpoint.ts';
import { Day, Id, Key } from './shapes.ts';

const readers = BUDGET_READERS;
const Yuan = Type.String();
const OrNull = Type.Union([Type.String(), Type.Null()]);
const Year = Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 }));
const When = Type.Object({ year: Year, day: Type.Optional(Day) });
const Sum = Type.Object({ count: Type.Integer(), amount: Yuan });
const Behind = Type.Array(
  Type.Object({ id: Id, register: Key, title: Type.String(), day: Day, amount: Yuan }),
);
const PublicExpense = Type.Union([
  Type.Literal('abroad'),
  Type.Literal('vehicle-purchase'),
  Type.Literal('vehicle-running'),
  Type.Literal('reception'),
]);

/** How a year's budget is carried out: ceilings against what is paid, kept back and planned. */
export const executionEndpoints = endpoints({
  execution: {
    method: 'GET',
    path: '/api/budget/execution',
    tag: '预算',
    summary: '支出进度：每项额度已支出、预留、剩余、计划和预计，三公经费按月，待归类的另列',
    caller: readers,
    query: When,
    reply: Type.Object({
      year: Type.Integer(),
      day: Day,
      office: Type.String(),
      /** Register the lines stand in; null = nobody keeps one. */
      linesIn: Type.Union([Key, Type.Null()]),
      /** The four dates of payment plans. */
      dates: Type.Array(Day),
      spent: Yuan,
      /** Lines nobody has placed yet, and those no ceiling covers. */
      waiting: Sum,
      uncovered: Sum,
      ceilings: Type.Array(
        Type.Object({
          id: Id,
          register: Key,
          name: Type.String(),
          amount: Yuan,
          project: Type.String(),
          purpose: Type.String(),
          publicExpense: Type.Union([PublicExpense, Type.Null()]),
          /** At the dates of its plan; null = the date is still to come. */
          dates: Type.Array(
            Type.Object({
              day: Day,
              percent: OrNull,
              spent: OrNull,
              paid: OrNull,
              points: OrNull,
              gap: OrNull,
            }),
          ),
          spent: Yuan,
          reserved: Yuan,
          left: Yuan,
          used: OrNull,
          paid: OrNull,
          planned: OrNull,
          /** Paid less planned: in points, and in yuan. */
          points: OrNull,
          gap: OrNull,
          forecast: OrNull,
          forecastBy: Type.String(),
          reached: Type.Union([Type.Integer(), Type.Null()]),
          light: Type.Union([Type.Literal('green'), Type.Literal('yellow'), Type.Literal('red')]),
        }),
      ),
      publicExpenses: Type.Array(
        Type.Object({ key: PublicExpense, name: Type.String(), months: Type.Array(Yuan), spent: Yuan }),
      ),
    }),
    problems: ['export.too-many', 'register.unknown'],
  },
  executionLines: {
    method: 'GET',
    path: '/api/budget/execution/:id',
    tag: '预算',
    summary: '一项额度的数由哪些支出、哪些预留合成',
    caller: readers,
    params: Type.Object({ id: Id }),
    query: When,
    reply: Type.Object({ name: Type.String(), lines: Behind, holds: Behind }),
    problems: ['budget.no-ceiling', 'export.too-many', 'register.unknown'],
  },
  executionPaper: {
    method: 'GET',
    path: '/api/budget/execution/papers/:paper',
    tag: '预算',
    summary: '支出进度表、三公经费月报（PDF）',
    caller: readers,
    params: Type.Object({ paper: Type.Union([Type.Literal('progress'), Type.Literal('public-expenses')]) }),
    query: When,
    file: ['application/pdf'],
    problems: ['export.too-many', 'register.unknown'],
  },
});
