export { CaseFrame, type CaseParts } from './desk/CaseFrame.tsx';
export { arrangeActs } from './desk/act-needs.ts';
export { PersonsPicker } from './desk/act/PersonsPicker.tsx';
export { extendCases } from './desk/case-extensions.ts';
export { useCaseActs } from './desk/use-case-acts.tsx';
export { SaveState } from './hall/edit/SaveState.tsx';
export { readEditSearch } from './hall/edit/search.ts';
export { type InboxSearch, readInboxSearch } from './inbox/inbox-search.ts';
export { isOver, statusLook } from './status.ts';
