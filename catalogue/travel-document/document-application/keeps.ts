import { isJsonObject } from '@zhitongche/base';
import type { CaseState, KeepDef, RowOrder } from '@zhitongche/case';
import { daysAbroad } from '../../shared/days-abroad.ts';
import { textIn } from '../../shared/lookup-rows.ts';
import { readApplication } from './form.ts';

const latest = (state: CaseState, form: string) => state.records[form]?.at(-1)?.data;

/** The document that was made is a piece of the register of documents, on the shelf. */
const piece: KeepDef = {
  register: 'custody',
  whereKept: true,
  orders(state): readonly RowOrder[] {
    const { kind, name = '', citizenId, unit = '' } = readApplication(state.answers);
    const book = latest(state, 'book');
    if (!book || kind === undefined) return [];
    return [
      {
        row: 'enter',
        answers: {
          kind,
          number: textIn(book['number']),
          place: textIn(book['place']),
          holder: name,
          unit: { id: state.orgs?.unit ?? '', title: unit },
          ...(citizenId === undefined ? {} : { citizenId }),
          issued: textIn(book['issued']),
          until: textIn(book['until']),
        },
      },
    ];
  },
};

/** Handed out it is lent for its trip, with the day to hand it in. */
const lend: KeepDef = {
  register: 'custody',
  whereKept: true,
  orders(state): readonly RowOrder[] {
    const { tripNumber, approval, exitDate, entryDate } = readApplication(state.answers);
    const [book, hand] = [latest(state, 'book'), latest(state, 'hand')];
    const days = daysAbroad(exitDate, entryDate);
    if (!book || !hand || !exitDate || !days) return [];
    return [
      {
        row: 'move',
        find: { number: textIn(book['number']) },
        move: 'lend',
        data: {
          borrower: textIn(hand['collector']),
          ...(tripNumber ? { caseNumber: tripNumber } : {}),
          ...(approval ? { outside: approval } : {}),
          exitOn: exitDate,
          days,
        },
      },
    ];
  },
};

/** A time in the booth. */
const slot: KeepDef = {
  register: 'booking',
  whereKept: true,
  orders(state): readonly RowOrder[] {
    const asked = latest(state, 'slot');
    const room = isJsonObject(state.derived) ? textIn(state.derived['room']) : '';
    const { name = '' } = readApplication(state.answers);
    return asked
      ? [
          {
            row: 'enter',
            answers: {
              what: { id: '', title: room },
              subject: `${name.slice(0, 1)}某护照采集`,
              day: textIn(asked['day']),
              from: textIn(asked['from']),
              to: textIn(asked['to']),
              people: 1,
            },
          },
        ]
      : [];
  },
};

/** What the case writes to registers that people keep. */
export const keeps: Readonly<Record<string, KeepDef>> = { piece, lend, slot };
