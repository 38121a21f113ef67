export { feedHandlers } from './feed/handlers.ts';
export { feedsBefore, renewFeeds } from './feed/renew-feeds.ts';
export { enterAsSystem, keepAsSystem, moveAsSystem } from './kept/as-system.ts';
export { demandAsWritten } from './kept/as-written.ts';
export { type EndedAs, carryOut, releaseHeld, releasesAny } from './kept/case-orders.ts';
export { openDuties } from './kept/duties.ts';
export { eraseKept } from './kept/erase-kept.ts';
export { allRows } from './kept/export-kept.ts';
export { keptHandlers } from './kept/handlers.ts';
export { heldPieces } from './kept/held-pieces.ts';
export { keepIn, keepRow } from './kept/keep-row.ts';
export { noteForKeepers } from './kept/keeper-notes.ts';
export { dropLooseFiles, uploadToRegister } from './kept/kept-files.ts';
export { nameRows } from './kept/name-rows.ts';
export { type HeldHour, heldHours, officeHours } from './kept/office-hours.ts';
export { type OpenAnswers, openAnswersIn } from './kept/open-answers.ts';
export { openRows } from './kept/open-rows.ts';
export { ROW_COLUMNS, type RowData, lockNamed, lockRows, openRowData } from './kept/read-row.ts';
export { registerIn, registerPolicy } from './kept/register-in.ts';
export { remindOfRows } from './kept/remind.ts';
export { renewKept } from './kept/renew-kept.ts';
export { facet, nearKeys, uniqueKey } from './kept/row-columns.ts';
export { keptRowLookup } from './kept/row-lookup.ts';
export { rowsAsOf } from './kept/rows-as-of.ts';
export { rowsDue } from './kept/rows-due.ts';
export { keptRowsLookup } from './kept/rows-lookup.ts';
export { keptPlace, openPart } from './kept/sealed-kept.ts';
export { timerSetting } from './kept/settle-timer.ts';
export { spelledNames } from './kept/spelled-names.ts';
export { standingLookup } from './kept/standing-lookup.ts';
export { tellPeople } from './kept/tell-people.ts';
export { tellTimers } from './kept/timers.ts';
export { verifyKept } from './kept/verify-kept.ts';
export { eachApart, lapseHolds } from './kept/write-kept.ts';
export { RETIRED } from './kept/write-rows.ts';
export { register, registers } from './registers.ts';
export { settleFacts, takeTurn } from './row-facts.ts';
export {
  type RegisterData,
  type SealedRow,
  openRow,
  renewedDigests,
  rowGrams,
  rowPlace,
  sealRow,
} from './sealed-row.ts';
