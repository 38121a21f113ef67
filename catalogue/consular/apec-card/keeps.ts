import type { CaseState, KeepDef, RowOrder } from '@zhitongche/case';
import { strandsOf } from '@zhitongche/case';
import { textIn, textsIn } from '../../shared/lookup-rows.ts';
import { CARDS } from './basis.ts';
import { asksEconomies, KINDS, keptHere, readCard } from './form.ts';

/** Answers of the newest of an act's forms. */
export const recordOf = (state: Pick<CaseState, 'records'>, form: string) =>
  state.records[form]?.at(-1)?.data ?? {};
/** Economies that stand in a state, by their codes. */
export const economiesIn = (state: CaseState, stands: string): readonly string[] =>
  strandsOf(state, 'economy').flatMap((one) => (one.state === stands ? [one.id] : []));

const piece: KeepDef = {
  register: CARDS,
  orders(state, { caseNumber }): readonly RowOrder[] {
    const card = readCard(state.answers);
    const made = recordOf(state, 'card');
    const { unit, office } = state.orgs ?? {};
    const economies = asksEconomies(card) ? economiesIn(state, 'approved') : textsIn(made['economies']);
    return [
      {
        row: 'enter',
        answers: {
          number: textIn(made['number']),
          issued: textIn(made['issued']),
          until: textIn(made['until']),
          economies: [...economies],
          place: textIn(made['place']),
          caseNumber,
          holder: card.name ?? '',
          citizenId: card.citizenId,
          passport: card.passport,
          company: card.unit ?? '',
          uscc: card.uscc,
          ownership: card.ownership,
          // What the public files stands at the office itself, which is nobody's unit.
          ...(unit && unit !== office ? { unit: { id: unit, title: '' } } : {}),
        },
      },
    ];
  },
};

/** The card that is cancelled, or that a new one replaces. */
const old: KeepDef = {
  register: CARDS,
  orders(state): readonly RowOrder[] {
    const { oldCard, kind = 'cancel', reason } = readCard(state.answers);
    return oldCard === undefined
      ? []
      : [
          {
            row: 'follow',
            find: { number: oldCard },
            where: {},
            moves: [{ move: 'cancel', data: { ended: reason ?? KINDS[kind] } }],
          },
        ];
  },
};

const handOut: KeepDef = {
  register: CARDS,
  orders: (state): readonly RowOrder[] => [
    {
      row: 'move',
      find: { number: textIn(recordOf(state, 'card')['number']) },
      move: 'hand-out',
      data: { borrower: textIn(recordOf(state, 'hand')['to']) },
    },
  ],
};

/** 企业备案: the enterprise as it told itself, for the register of enterprises. */
const enterprise: KeepDef = {
  register: 'enterprise',
  whereKept: true,
  orders(state): readonly RowOrder[] {
    const card = readCard(state.answers);
    if (!asksEconomies(card) || card.ownership === 'organ' || !card.unit || !card.uscc) return [];
    const kind = card.ownership === 'private' || card.ownership === 'foreign' ? card.ownership : 'state';
    const { unit: name, uscc, latinUnit: nameEn, headcount: people } = card;
    const told = { name, uscc, kind, ...(nameEn ? { nameEn } : {}), ...(people ? { people } : {}) };
    return [{ row: 'propose', answers: told }];
  },
};

/** What a case writes to registers, each in the commit of its act. */
export const keeps: Readonly<Record<string, KeepDef>> = { piece, old, 'hand-out': handOut, enterprise };

/** Whether the card goes to the enterprise. */
export const goesOut = ({ answers }: Pick<CaseState, 'answers'>): boolean => !keptHere(readCard(answers));
