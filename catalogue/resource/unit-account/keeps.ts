import { addDays } from '@zhitongche/base';
import type { CaseState, KeepDef, RowOrder, Service } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import { BOOK, CLERKS } from './basis.ts';
import { type AccountFigures, figuresIn, monthsOn } from './derive.ts';
import { readAccount } from './form.ts';

type Context = Parameters<KeepDef['orders']>[1];

const unitOf = ({ orgs }: CaseState): Answers => ({ unit: { id: orgs?.unit ?? '', title: '' } });

/** The office whose list the unit stands on. */
const belongsTo = ({ orgs }: CaseState) => ({ id: orgs?.city ?? orgs?.office ?? '', title: '' });

/** What of the answers a row takes over; what was not asked stays as it is. */
const given = (answers: Answers, keys: readonly string[]): Answers =>
  Object.fromEntries(keys.flatMap((key) => (answers[key] === undefined ? [] : [[key, answers[key]]])));

const bookOrders = (state: CaseState, { today }: Context): readonly RowOrder[] => {
  const { answers } = state;
  const { matter, unit, newName, signers = [], reason } = readAccount(answers);
  const { termMonths, reopens } = figuresIn(state);
  const find = unitOf(state);
  const until = addDays(monthsOn(today, termMonths), -1);
  const persons = signers.map(({ name, post, specimen }) => ({
    name: name ?? '',
    post: post ?? '',
    specimen: (specimen ?? []).map((file) => ({ ...file })),
  }));
  const own = given(answers, ['uscc', 'certificate', 'certificateUntil', 'seal', 'commitment']);
  const { superior } = state.orgs ?? {};
  const above = superior === undefined ? {} : { superior: { id: superior, title: '' } };
  switch (matter) {
    case 'open': {
      const whole = {
        ...find,
        name: unit ?? '',
        belongs: belongsTo(state),
        ...above,
        ...own,
        signers: persons,
        since: today,
        until,
      };
      return reopens
        ? [
            { row: 'move', find, move: 'reopen', data: { until } },
            { row: 'edit', find, answers: whole },
          ]
        : [{ row: 'enter', answers: whole }];
    }
    case 'renew':
      return [
        { row: 'move', find, move: 'renew', data: { until } },
        ...(own.commitment === undefined ? [] : [{ row: 'edit' as const, find, answers: own }]),
      ];
    case 'change': {
      const changed = {
        ...own,
        ...(newName === undefined ? {} : { name: newName }),
        ...(persons.length === 0 ? {} : { signers: persons }),
      };
      return Object.keys(changed).length === 0 ? [] : [{ row: 'edit', find, answers: changed }];
    }
    case 'close':
      return [{ row: 'move', find, move: 'close', data: { day: today, reason: reason ?? '' } }];
    default:
      return [];
  }
};

const leaving = (state: CaseState, login: string, day: string, to: string): RowOrder => ({
  row: 'move',
  find: { ...unitOf(state), login },
  move: 'leave',
  data: { day, ...(to === '' ? {} : { to }) },
});

const clerkOrders = (state: CaseState, { today }: Context): readonly RowOrder[] => {
  const { matter, clerks = [] } = readAccount(state.answers);
  const figures: AccountFigures = figuresIn(state);
  if (matter === 'handover')
    return figures.handover
      ? [leaving(state, figures.handover.from.login, today, figures.handover.to.name)]
      : [];
  if (matter === 'close') return figures.inPost.map((login) => leaving(state, login, today, ''));
  return clerks.flatMap(({ name = '', login = '', phone, photo = [] }): readonly RowOrder[] => {
    const find = { ...unitOf(state), login };
    const known = figures.clerks.find((one) => one.login === login);
    const pictured = photo.length === 0 ? {} : { photo: photo.map((file) => ({ ...file })) };
    if (known?.returns)
      return [
        { row: 'move', find, move: 'return', data: { day: today } },
        ...(photo.length === 0 ? [] : [{ row: 'edit' as const, find, answers: pictured }]),
      ];
    const on = known?.trainedOn ?? '';
    const answers = {
      ...find,
      name,
      belongs: belongsTo(state),
      since: today,
      // Due from the first day, unless a course is on record.
      trainedUntil: addDays(today, -1),
      ...(phone ? { phone } : {}),
      ...pictured,
    };
    return [
      { row: 'enter', answers },
      ...(on === '' ? [] : [{ row: 'move' as const, find, move: 'train', data: { day: on } }]),
    ];
  });
};

/** What a confirmed filing writes to the two registers, in the commit of the confirmation. */
export const keeps: NonNullable<Service['keeps']> = {
  book: { register: BOOK, orders: bookOrders },
  clerks: { register: CLERKS, orders: clerkOrders },
};
