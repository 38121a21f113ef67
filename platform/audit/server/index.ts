export { makeAdmission } from './admission.ts';
export { ADOPTION_HOURS, markAdoption, markTold, toldAdoption } from './adoption.ts';
export { makeAnchors } from './anchors.ts';
export { caseHead } from './case-head.ts';
export { readAuditLog } from './log.ts';
export { PLAIN, plainRows, tellPlain } from './plain-rows.ts';
export { probed } from './probed.ts';
export { record } from './record.ts';
export { refused } from './refused.ts';
export { sealAudit } from './seal.ts';
export {
  SETTINGS,
  type Settings,
  nameSettings,
  nameTheRest,
  settingsDigest,
  settingsNamed,
} from './settings.ts';
export {
  NOTHING_TOLD,
  type ToldRow,
  type ToldUpTo,
  tellRow,
  tellRows,
  toldObject,
  toldRows,
} from './told-rows.ts';
export { endOfRecord, verifyAnchors } from './verify-anchors.ts';
export { UNTOLD } from './verify-heads.ts';
export { verifyChains } from './verify.ts';
export { writeAudit } from './write.ts';
