import { type Disclosure, disclosureDocument } from '@zhitongche/budget';
import { loadFontBook } from '@zhitongche/typeset';

/** Formats a disclosure is typeset in. */
export type TypesetFormat = 'xlsx' | 'docx' | 'pdf';

/** The file, or why it could not be made. */
export type Typeset =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly message: string; readonly en: string };

/** Typesets a disclosure in its office's layout; each writer is loaded when it is asked for. */
export async function typeset(format: TypesetFormat, model: Disclosure): Promise<Typeset> {
  const document = disclosureDocument(model);
  if (format === 'xlsx')
    return { ok: true, bytes: (await import('@zhitongche/budget/model/write/xlsx.ts')).writeXlsx(document) };
  if (format === 'docx')
    return {
      ok: true,
      bytes: await (await import('@zhitongche/budget/model/write/docx.ts')).writeDocx(document),
    };
  const book = await loadFontBook();
  if (!book.ok)
    return { ok: false, message: book.problems[0]?.message ?? '', en: book.problems[0]?.en ?? '' };
  const { writePdf } = await import('@zhitongche/budget/model/write/pdf.ts');
  return writePdf(document, {
    files: book.value.files,
    families: book.value.faces.song.chain.flatMap((font) => font.families),
  });
}
