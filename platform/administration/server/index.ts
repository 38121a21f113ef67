export { adminHandlers } from './handlers.ts';
export { renameOrg } from './orgs.ts';
export { rescueAccount } from './rescue-account.ts';
export { STAFFING_POLICIES } from './staffing-policies.ts';
