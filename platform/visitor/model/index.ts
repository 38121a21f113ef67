export { type Address, mailboxOf, noAddress, readTarget } from './address.ts';
export { pauseLeft } from './delays.ts';
export { CODE_MESSAGE, type CodePurpose, KNOWN_MESSAGE, codeText, knownText } from './messages.ts';
export { VISITOR_POLICIES, type VisitorPolicy, visitorPolicy } from './policies.ts';
export { CONSENT_RULES, CONSENT_VERSION, PURPOSES } from './purposes.ts';
export { type DocumentKind, type Named, samePerson } from './same-person.ts';
