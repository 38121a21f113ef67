import type { PersonRef } from '../command.ts';
import { write } from '../decision-builder.ts';
import { personProblems } from '../payload.ts';
import { newSeatIds } from '../transitions.ts';
import { currentSeats } from '../seats.ts';
import { type Act, type Asked, DONE, words } from './act.ts';

const named = (asked: Asked): readonly PersonRef[] =>
  (asked.command.persons ?? []).map(({ id, name, org }) => ({ id, name, org }));

/** 转办 and 委托: the seat goes to another person; the names before stay on its trail. */
export const passOn: Act = (journal, asked) => {
  const persons = named(asked);
  const problems = personProblems(journal, asked.opening, persons);
  const [to] = persons;
  if (problems.length > 0 || !to) return problems;
  const type = asked.opening.kind === 'entrust' ? 'entrusted' : 'transferred';
  write(journal, { type, seat: asked.opening.seat ?? '', to, ...words(asked) });
  return DONE;
};

/** 前加签 and 后加签: further signers before the seat decides, or after it. */
export const addSigners: Act = (journal, asked) => {
  const persons = named(asked);
  const problems = personProblems(journal, asked.opening, persons);
  if (problems.length > 0) return problems;
  const where = asked.opening.kind === 'add-before' ? 'before' : 'after';
  const ids = newSeatIds(journal.state, persons.length);
  write(journal, {
    type: 'seats-added',
    by: asked.opening.seat ?? '',
    where,
    seats: persons.map((person, index) => ({ id: ids[index] ?? '', person, ready: where === 'before' })),
    ...words(asked),
  });
  return DONE;
};

/** 催办: a nudge to whoever's turn it is. */
export const urge: Act = (journal, asked) => {
  const { opinion } = words(asked);
  const seats = currentSeats(journal.state)
    .filter((seat) => seat.status === 'open' && seat.ready)
    .map((seat) => seat.id);
  write(journal, {
    type: 'urged',
    on: journal.setting.today,
    seats,
    ...(opinion === undefined ? {} : { message: opinion }),
  });
  return DONE;
};

/** 抄送: for information; never holds the case. */
export const copy: Act = (journal, asked) => {
  const to = named(asked);
  const problems = personProblems(journal, asked.opening, to);
  if (problems.length > 0) return problems;
  const { opinion } = words(asked);
  write(journal, { type: 'copied', to, ...(opinion === undefined ? {} : { message: opinion }) });
  return DONE;
};
