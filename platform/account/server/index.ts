export { actorOf } from './actor-of.ts';
export { attemptsOf, countAttempt, forgive, sweepAttempts } from './attempts.ts';
export {
  type CodedDelegation,
  DELEGATION_JSON,
  delegationMac,
  delegationSoundness,
} from './delegation-mac.ts';
export { endPosts } from './end-posts.ts';
export { fault, repositoryAsSource } from './fault.ts';
export { type GrantRow, grantHolds, grantMac } from './grant-mac.ts';
export { GRANT_JSON, type StoredGrant, bringsCode, countingGrants } from './grant-rows.ts';
export { accountHandlers } from './handlers.ts';
export { LOGIN_POLICIES, loginPolicy } from './login-policies.ts';
export { lockedUntil, totpPlace, usernameOf } from './login.ts';
export {
  type CodedOfficeRole,
  OFFICE_ROLE_JSON,
  officeRole,
  officeRoleHolds,
  officeRoleMac,
} from './office-role-row.ts';
export { isOwnPassword, passwordWrong } from './own-password.ts';
export {
  NOBODYS_PASSWORD,
  hashPassword,
  oneTimePassword,
  passwordMatches,
  passwordProblems,
} from './passwords.ts';
export { type CodedPerson, changingPerson, codePerson, personMac, personSoundness } from './person-mac.ts';
export { openPhone, phonePlace } from './phone.ts';
export { type CodedRequest, REQUEST_JSON, requestMac } from './request-mac.ts';
export { rightsVersion } from './rights.ts';
export { makeSessions } from './sessions.ts';
export { makeAccountSweeper } from './sweep.ts';
export { newTotpSecret, totpStep, totpUri } from './totp.ts';
export {
  type Reset,
  type RoleWish,
  type TwoPersonRequest,
  moveRequest,
  openRequest,
  openRequests,
  requestsSince,
  seconderOf,
} from './two-persons.ts';
