import type { CaseState, KeepDef, RowOrder } from '@zhitongche/case';
import { paperFor, strandsOf } from '@zhitongche/case';
import { dayInShanghai } from '@zhitongche/base';
import { BOOK, STICKERS } from './basis.ts';
import { wayOf } from './derive.ts';
import { documentOf, readApplication } from './form.ts';

/** Kind of paper a case gives. */
export const certificateKey = (state: CaseState): 'certificate' | 'legalisation' =>
  wayOf(state) === 'apostille' ? 'certificate' : 'legalisation';

const certificateOf = (state: CaseState, id: string) =>
  state.papers.findLast(
    ({ paper, status, revoked }) =>
      paper === paperFor(certificateKey(state), id) && status === 'issued' && !revoked,
  );

/** Whether a certificate of this paper is printed on a sticker: an apostille on paper is. */
const onSticker = (state: CaseState, id: string): boolean =>
  wayOf(state) === 'apostille' && documentOf(state, id).original === 'paper';

const draws = (state: CaseState, ids: readonly string[]): readonly RowOrder[] =>
  ids.flatMap((id): readonly RowOrder[] => {
    const { number } = certificateOf(state, id) ?? {};
    return number === undefined || !onSticker(state, id)
      ? []
      : [{ row: 'draw', move: 'use', data: { certificate: number }, count: 1 }];
  });

/** What the case does to the register of certificates and to the stickers, each in the commit of its act. */
export const keeps: Readonly<Record<string, KeepDef>> = {
  /** Every certificate that was just given is a row of the register. */
  book: {
    register: BOOK,
    orders: (state, { caseNumber }) =>
      strandsOf(state, 'document').flatMap(({ id, state: stands }): readonly RowOrder[] => {
        const { number, issuedAt } = certificateOf(state, id) ?? {};
        if (stands !== 'sound' || number === undefined || issuedAt === undefined) return [];
        const { kind, issuer, number: papers, signer, capacity, seal, original } = documentOf(state, id);
        return [
          {
            row: 'enter',
            answers: {
              number,
              issuedOn: dayInShanghai(issuedAt),
              way: wayOf(state) === 'apostille' ? 'apostille' : 'legalisation',
              country: readApplication(state.answers).country,
              kind,
              issuer,
              document: papers,
              signer,
              capacity,
              seal,
              original,
              caseNumber,
            },
          },
        ];
      }),
  },
  /** The next sticker for each certificate that is printed. */
  draw: { register: STICKERS, orders: (state, { moved = [] }) => draws(state, moved) },
  /** A misprint: the sticker is void, and the next one takes its certificate. */
  redraw: {
    register: STICKERS,
    orders: (state, { moved = [] }) =>
      moved.flatMap((id): readonly RowOrder[] => {
        const { number } = certificateOf(state, id) ?? {};
        if (number === undefined || !onSticker(state, id)) return [];
        const reason = state.records['spoiled']?.at(-1)?.data['reason'];
        return [
          { row: 'move-held', where: { certificate: number }, move: 'spoil', data: { reason } },
          ...draws(state, [id]),
        ];
      }),
  },
};
