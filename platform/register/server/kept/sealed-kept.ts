import { isJsonObject } from '@zhitongche/base';
import type { Answers, Form } from '@zhitongche/form';
import { openAnswers, type SealContext, sealAnswers, type SealingKeys } from '@zhitongche/core/server';
import type { KeptRow, RegisterKind, RowEvent } from '@zhitongche/register';

/** Where the sealed values of a kept row belong. */
export const keptPlace = (office: string, id: string): SealContext => ['kept', office, id];

/** How answers are sealed or opened: by the form they answer. */
type Turn = (form: Form, answers: Answers) => Answers;

const formOf = (kind: RegisterKind, move: string): Form =>
  kind.stages?.moves.find(({ key }) => key === move)?.form ?? {};

/** Every set of answers in an event, turned. */
const eventWith = (kind: RegisterKind, event: RowEvent, turn: Turn): RowEvent => {
  switch (event.type) {
    case 'entered':
    case 'edited':
    case 'proposed':
      return { ...event, answers: turn(kind.whole, event.answers) };
    case 'move-asked':
      return { ...event, data: turn(formOf(kind, event.move), event.data) };
    case 'moved':
      return {
        ...event,
        data: turn(formOf(kind, event.move), event.data),
        set: turn(kind.whole, event.set),
      };
    default:
      return event;
  }
};

const rowWith = (kind: RegisterKind, row: KeptRow, turn: Turn): KeptRow => ({
  ...row,
  answers: turn(kind.whole, row.answers),
  asked: row.asked && { ...row.asked, data: turn(formOf(kind, row.asked.move), row.asked.data) },
  ...(row.proposed && { proposed: { ...row.proposed, answers: turn(kind.whole, row.proposed.answers) } }),
  records: row.records.map((record) => ({ ...record, data: turn(formOf(kind, record.move), record.data) })),
});

const sealing =
  (keys: SealingKeys, place: SealContext): Turn =>
  (form, answers) =>
    sealAnswers(form, answers, keys, place);
const opening =
  (keys: SealingKeys, place: SealContext): Turn =>
  (_form, answers) =>
    openAnswers(answers, keys, place);

/** The event as it may be stored: answers above `open` sealed. */
export const sealRowEvent = (
  kind: RegisterKind,
  event: RowEvent,
  keys: SealingKeys,
  place: SealContext,
): RowEvent => eventWith(kind, event, sealing(keys, place));

/** The event as it happened. */
export const openRowEvent = (
  kind: RegisterKind,
  event: RowEvent,
  keys: SealingKeys,
  place: SealContext,
): RowEvent => eventWith(kind, event, opening(keys, place));

/** The row as it may be stored. */
export const sealKept = (kind: RegisterKind, row: KeptRow, keys: SealingKeys, place: SealContext): KeptRow =>
  rowWith(kind, row, sealing(keys, place));

/** The row as its events made it. */
export const openKept = (kind: RegisterKind, row: KeptRow, keys: SealingKeys, place: SealContext): KeptRow =>
  rowWith(kind, row, opening(keys, place));

/** The answers of a sealed row that anybody may see. */
export const openPart = (answers: Answers): Answers =>
  isJsonObject(answers)
    ? Object.fromEntries(Object.entries(answers).filter(([key]) => key !== '$sealed'))
    : {};
