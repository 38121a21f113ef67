export { type CodedPlace, codedPage } from './coded-page.ts';
export { type CodedTable, eachCodedTable } from './coded-tables.ts';
export { eachKnownRow } from './known-rows.ts';
export { type AllVerified, verifyAll } from './verify-all.ts';
export { makeRowWatch, rowAlarm } from './watch-rows.ts';
