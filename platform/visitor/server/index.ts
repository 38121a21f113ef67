export { confirmedEnterprise, realName } from './counter.ts';
export { counterHandlers, visitHandlers } from './handlers.ts';
export { reachedVisitors } from './reached.ts';
export { insertVisitor } from './register.ts';
export { renewVisitors, visitorsBefore } from './renew-visitors.ts';
export { type CodedLink, type CodedParty, type CodedVisitor, linkMac, partyMac, visitorMac } from './rows.ts';
export { codePlace, partyPlace, visitorPlace } from './sealed.ts';
export { sweepVisitors } from './sweep-visitors.ts';
export { visitorOf } from './visitor-cookie.ts';
