import { type FontBook, type FontConfig, loadFontBook, signPdf, toDocx, typeset } from '@zhitongche/papers';
import type { Result } from '@zhitongche/kernel';
import type { PaperMaker } from '../ports/paper-maker.ts';

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
