export { CHINA_COVERS, CHINA_EXCEPTIONS } from './calendar-cn.ts';
export {
  type CalendarException,
  type Deadline,
  type WorkCalendar,
  addCalendarDays,
  addWorkingDays,
  countWorkingDays,
  isCovered,
  makeCalendar,
  workingDaysBetween,
} from './calendar.ts';
export { yuanInCapitals } from './capitals.ts';
export { csvCells, csvText, parseCsv } from './csv.ts';
export {
  type Day,
  addDays,
  addMonths,
  dayEndInShanghai,
  dayInShanghai,
  dayNumber,
  dayOfNumber,
  daysBetween,
  daysInclusive,
  isDay,
  weekEnd,
  weekday,
} from './day.ts';
export {
  type Decimal,
  ZERO,
  compare,
  decimalOf,
  decimalText,
  moneyText,
  percent,
  plus,
  rounded,
  times,
  total,
  whole,
} from './decimal.ts';
export { compareDecimals, isDecimal, placesOf, roundDecimal } from './decimals.ts';
export { fitText, fits, lineOf } from './fit-text.ts';
export {
  type Draws,
  type MissingGlyph,
  composed,
  drawnBy,
  glyphName,
  inRanges,
  isPlain,
  missingFrom,
  packRanges,
  readRanges,
} from './glyph-ranges.ts';
export { NUMBERED, gramsOf, gramsWanted, numbersIn, plainText, searchedBy } from './grams.ts';
export { citizenIdCheck, parseCitizenId } from './id/citizen-id.ts';
export { parseEmail, parsePhone } from './id/contact.ts';
export { halfWidth } from './id/normalise.ts';
export { parsePassportNumber } from './id/passport.ts';
export {
  SHORT_ALPHABET,
  SHORT_BODY,
  readShortCode,
  shortCode,
  shortCodeOf,
  versionIn,
  versionMark,
} from './id/short-code.ts';
export { organisationCheck, parseUscc, usccCheck } from './id/uscc.ts';
export { type Json, type JsonObject, type Text, isJsonObject } from './json.ts';
export { atOffice, beijing, plusOfficeHours } from './office-hours.ts';
export {
  type Block,
  type Cell,
  type Inline,
  type IsoDay,
  type PaperDoc,
  type Picture,
  type Table,
  type Verification,
  type Version,
  dayInChinese,
  documentNumberText,
} from './paper.ts';
export {
  type At,
  type Basis,
  type Level,
  type Problem,
  type Result,
  blocking,
  blocks,
  ok,
  refuse,
  stop,
} from './problem.ts';
export { type Occurrence, RECURS_WORDS, occurrences, readRecurs } from './recurs.ts';
export { toBase32 } from './seal/base32.ts';
export {
  type SealFinding,
  type TrustList,
  type TrustedSigner,
  checkSeal,
  sealName,
} from './seal/check-seal.ts';
export {
  type PaperSeal,
  type SealedFact,
  paperSealBody,
  sealAddress,
  sealInText,
} from './seal/paper-seal.ts';
export { sealWith } from './seal/visible-seal.ts';
export {
  type BoxCode,
  type BoxMrz,
  type BoxPlace,
  type BoxText,
  type Face,
  ID1_CARD,
  type SheetBox,
  type SheetSize,
  type TextRoom,
  labelled,
  roomOf,
  standingOn,
} from './sheet.ts';
export {
  ROUND_THE_CLOCK,
  type TimerHours,
  type TimerPause,
  elapsed,
  minutesInWords,
  officeHours,
  readOpenSpans,
  timerDue,
} from './timer.ts';
export type { Typeface } from './typeface.ts';
