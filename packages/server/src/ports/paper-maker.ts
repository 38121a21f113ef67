import type { PaperDoc, Result } from '@zhitongche/kernel';
import type { PaperSigner } from '@zhitongche/papers';

/** What a finished paper is to be. */
export interface PaperWish {
  readonly docx: boolean;
  /** Null = the paper carries no signature. */
  readonly signer: PaperSigner | null;
  readonly at: Date;
  /** Signing organisation, as viewers show it. */
  readonly issuer: string;
}

/** The files of one paper. */
export interface MadePaper {
  readonly pdf: Uint8Array;
  readonly docx: Uint8Array | null;
}

/** Port of paper making; tests hand in one that fails. */
export interface PaperMaker {
  /** Loads what is needed once; problems say what is missing, at start and not at the first approval. */
  ready(): Promise<Result<null>>;
  make(doc: PaperDoc, wish: PaperWish): Promise<Result<MadePaper>>;
}
