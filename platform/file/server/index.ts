export { extensionOf, safeFileName } from './file-name.ts';
export { FILE_POLICIES, type FilePolicy, filePolicy } from './file-policies.ts';
export { type ImportedRows, importRows } from './import-rows.ts';
export { servedInline } from './inspect.ts';
export { BlobDamaged, localBlobs } from './local-blobs.ts';
export { threadReader } from './reader/thread-reader.ts';
export { type Spooled, spool } from './spool.ts';
export { uploadedFile } from './uploaded.ts';
export { type ListCell, XLSX, listWorkbook, templateOf } from './workbook.ts';
