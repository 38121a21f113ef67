export { BlobDamaged } from './blob-damaged.ts';
export { extensionOf, safeFileName } from './file-name.ts';
export { FILE_POLICIES, type FilePolicy, filePolicy } from './file-policies.ts';
export { dropFiles, holdFile, sweepFiles } from './held-files.ts';
export { type ImportedRows, type SheetLine, importRows, linesInParts, lostDigits } from './import-rows.ts';
export { servedInline } from './inspect.ts';
export { localBlobs } from './local-blobs.ts';
export { notAsSent } from './not-as-sent.ts';
export { threadReader } from './reader/thread-reader.ts';
export {
  SCAN_TEXTS,
  type ScanState,
  demandOpenable,
  noteScan,
  scanArrived,
  scanWaiting,
} from './scan-files.ts';
export { type Spooled, spool } from './spool.ts';
export { type StoredAs, storedAs } from './stored-as.ts';
export { type Ask, FILE_COLUMNS, type StoredFile, eachStoredFile } from './stored-files.ts';
export { type Arriving, takeIn, tooLarge } from './take-in.ts';
export { uploadedFile } from './uploaded.ts';
export { type ListCell, XLSX, listWorkbook, plainCell, templateOf } from './workbook.ts';
