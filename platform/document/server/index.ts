export { openGlyphs } from './glyphs.ts';
export {
  type CodedEdition,
  EDITION_JSON,
  type WholeEdition,
  editionMac,
  recordWhole,
  wholeEditionOf,
} from './paper-editions.ts';
export { type CodedPaper, PAPER_COLUMNS, type PaperRow, paperMac, paperSoundness } from './paper-mac.ts';
export { endPapers, recordPaper } from './paper-rows.ts';
export { paperSignature } from './paper-signature.ts';
export { signerOf, signingKeyPlace } from './signing-keys.ts';
export { threadPapers } from './thread-papers.ts';
export { verifyByCode, verifyByFile } from './verify-paper.ts';
