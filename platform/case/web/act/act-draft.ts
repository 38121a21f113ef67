import { isJsonObject } from '@zhitongche/base';
import type { OpenActShape } from '@zhitongche/contract';
import { own } from '@zhitongche/contract/web';
import { type ActInput, NO_INPUT } from './act-needs.ts';

/** What somebody filled in for an act of a case and has not sent. */
export interface ActDraft {
  readonly act: string;
  readonly seat: string | null;
  /** Being filled in still; false = put aside. */
  readonly open: boolean;
  readonly input: ActInput;
}

const alike = (one: unknown, like: unknown): boolean =>
  Array.isArray(like) ? Array.isArray(one) : typeof one === typeof like || like === null || one === null;

/** What the device gave back, if it is a draft of today's shape. */
export const readActDraft = (kept: unknown): ActDraft | null => {
  if (!isJsonObject(kept) || typeof kept['act'] !== 'string' || !isJsonObject(kept['input'])) return null;
  const { act, seat, open, input } = kept;
  if (!Object.entries(NO_INPUT).every(([key, like]) => alike(input[key], like))) return null;
  return {
    act,
    seat: typeof seat === 'string' ? seat : null,
    open: open === true,
    input: { ...NO_INPUT, ...(input as Partial<ActInput>) },
  };
};

/** What this person filled in for an act of a case and has not sent; null when nothing. */
export const actDraftOf = (account: string, caseId: string): ActDraft | null =>
  readActDraft(own.read('act', account, caseId));

/** Keeps it on this device, so that no change of the window, reload or press beside it loses a word; null forgets it. */
export const keepActDraft = (account: string, caseId: string, draft: ActDraft | null): void =>
  own.write('act', account, caseId, draft);

/** Puts an act aside that is being filled in: opened again it stands as it was left. */
export const putActAside = (account: string, caseId: string): void => {
  const draft = actDraftOf(account, caseId);
  if (draft?.open === true) keepActDraft(account, caseId, { ...draft, open: false });
};

/** Whether a draft is of this act, from this seat. */
export const isDraftOf = (draft: ActDraft | null, act: OpenActShape): draft is ActDraft =>
  draft?.act === act.act && draft.seat === act.seat;

/** The words written under a case and not sent; null = none but those written ahead. */
export const wordsOf = (account: string, caseId: string): string | null => {
  const kept = own.read('opinion', account, caseId);
  return typeof kept === 'string' ? kept : null;
};

/** Keeps them as {@link keepActDraft} does. */
export const keepWords = (account: string, caseId: string, words: string | null): void =>
  own.write('opinion', account, caseId, words);
