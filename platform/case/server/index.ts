export { casePlace, openEvent, stripState } from './case/sealed.ts';
export { drawnVersions } from './files/drawn-versions.ts';
export { filesIn } from './files/foreign-files.ts';
export { fileHandlers } from './files/handlers.ts';
export { namedFiles } from './files/named-files.ts';
export { lockCases } from './linked/companions.ts';
export { linkCases, unlinkCases } from './linked/link-cases.ts';
export { openFrom } from './linked/open-from.ts';
export { BOOKING } from './money/write-lines.ts';
export { inbox, myCases } from './query/case-lists.ts';
export { caseSeats } from './query/case-seats.ts';
export { caseView, viewOf } from './query/case-view.ts';
export { calendarOf, lookupsFor, policiesFor, servicesFor, tableOn } from './query/catalogue.ts';
export { inboxCounts } from './query/counts.ts';
export { spanSql } from './query/list-sql.ts';
export { notices, readNotices } from './query/notices.ts';
export { paperFile } from './query/paper-file.ts';
export { people, travellers } from './query/people.ts';
export { cameOutSql, mineSql, seenSql } from './query/scope.ts';
export { namedCases } from './query/seen-cases.ts';
export { loadStaff } from './query/staff.ts';
export { stuckPapers } from './query/stuck-papers.ts';
export { caseTurnings } from './query/turnings.ts';
export { contributed, refreshRows } from './registers/refresh-rows.ts';
export type { StoredState } from './store/case-read.ts';
export { actMany } from './usecase/act-many.ts';
export { act, actOnPage } from './usecase/act.ts';
export { commit, decided } from './usecase/commit.ts';
export { beginCase, createCase } from './usecase/create-case.ts';
export { deleteDraft, saveDraft } from './usecase/draft.ts';
export { dropDraft } from './usecase/drop-draft.ts';
export { handOnCases } from './usecase/hand-on-cases.ts';
export {
  type OpenedCase,
  noSuchCase,
  onApplicantSide,
  openAnyCase,
  openCase,
  openLocked,
  settingOf,
} from './usecase/open-case.ts';
export { rate, reveal } from './usecase/reveal.ts';
