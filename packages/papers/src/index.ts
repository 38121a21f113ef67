export { toDocx } from './docx/to-docx.ts';
export { OFFICE_WORD_FONTS, type WordFonts } from './docx/word-fonts.ts';
export {
  type FontBook,
  type FontConfig,
  loadFontBook,
  missingGlyphs,
  paperCoverage,
} from './font/font-book.ts';
export * from './pinyin/passport-spelling.ts';
export {
  newOfficeKey,
  type OfficeCertificateRequest,
  type OfficeKey,
  type PaperSigner,
  softwareSigner,
} from './sign/office-key.ts';
export { type SignatureFacts, signPdf } from './sign/sign-pdf.ts';
export * from './sign/sm2-record.ts';
export * from './sign/verify-pdf.ts';
export * from './sm/field.ts';
export * from './sm/sm2.ts';
export { signatureFromDer, signatureToDer } from './sm/sm2-der.ts';
export * from './sm/sm3.ts';
export { typeset } from './typeset/typeset.ts';
export * from './verify-code/verify-code.ts';
