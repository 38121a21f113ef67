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
export { type CodedSeal, recordSeal, sealMac } from './paper-seals.ts';
export { paperSignature } from './paper-signature.ts';
export { signerOf, signingKeyPlace } from './signing-keys.ts';
export { threadPapers } from './thread-papers.ts';
export { trustList } from './trust-list.ts';
export { verifyByCode, verifyByFile, verifyByNumber } from './verify-paper.ts';
