import type { PaperDoc, Result } from '@zhitongche/kernel';
import type { FontConfig } from '@zhitongche/papers';
import type { MadePaper, PaperWish } from '../ports/paper-maker.ts';

/** What the paper thread begins with. */
export interface PaperThreadData {
  readonly fonts: FontConfig | null;
}

/** What the paper thread is asked: whether it can, or to make a paper; of the signer it gets the certificate, never the key. */
export type PaperTask =
  | { readonly do: 'ready' }
  | {
      readonly do: 'make';
      readonly doc: PaperDoc;
      readonly wish: Omit<PaperWish, 'signer'>;
      readonly certificate: Uint8Array | null;
    };

/** What it answers: nothing to speak of, or a paper, or what stands in the way. */
export type PaperDone = Result<MadePaper | null>;
