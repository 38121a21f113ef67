export { PersonsPicker } from './act/PersonsPicker.tsx';
export { arrangeActs } from './act/act-needs.ts';
export { CaseFrame, type CaseParts } from './case/CaseFrame.tsx';
export { extendCases } from './case/case-extensions.ts';
export { useCaseActs } from './case/use-case-acts.tsx';
export { SaveState } from './hall/edit/SaveState.tsx';
export { readEditSearch } from './hall/edit/search.ts';
export { readCaseListSearch } from './hall/list/case-list-search.ts';
export { type InboxSearch, readInboxSearch } from './inbox/inbox-search.ts';
