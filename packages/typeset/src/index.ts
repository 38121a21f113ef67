export { toDocx } from './docx/to-docx.ts';
export { type FontBook, type FontConfig, loadFontBook, paperCoverage } from './font/font-book.ts';
export { FACE_NAMES } from './font/shipped.ts';
export { typeset } from './typeset/typeset.ts';
