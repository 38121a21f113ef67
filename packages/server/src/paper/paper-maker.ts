import {
  type FontBook,
  type FontConfig,
  loadFontBook,
  type PaperSigner,
  signPdf,
  toDocx,
  typeset,
} from '@zhitongche/papers';
import type { PaperDoc, Result } from '@zhitongche/kernel';

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

/** Papers by the product's own typesetter and signature, with the office's fonts before the shipped ones. */
export function makePapers(fonts?: FontConfig): PaperMaker {
  let loading: Promise<Result<FontBook>> | undefined;
  const book = (): Promise<Result<FontBook>> => {
    loading ??= loadFontBook(fonts);
    return loading;
  };
  return {
    async ready() {
      const loaded = await book();
      return loaded.ok ? { ok: true, value: null } : loaded;
    },
    async make(doc, wish) {
      const loaded = await book();
      if (!loaded.ok) return loaded;
      const laid = await typeset(doc, loaded.value);
      if (!laid.ok) return laid;
      const signed = wish.signer
        ? await signPdf(laid.value, wish.signer, { at: wish.at, name: wish.issuer, reason: doc.name })
        : laid;
      if (!signed.ok) return signed;
      if (!wish.docx) return { ok: true, value: { pdf: signed.value, docx: null } };
      const word = await toDocx(doc);
      return word.ok ? { ok: true, value: { pdf: signed.value, docx: word.value } } : word;
    },
  };
}
