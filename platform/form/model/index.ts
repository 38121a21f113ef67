export { type NamedColumn, columnsByHead, fromCellText, plainHead, toCellText } from './cell-text.ts';
export {
  type FieldPath,
  fieldAt,
  printedAnswers,
  prune,
  readForm,
  showAnswer,
  shownFields,
  soundAnswers,
} from './check-form.ts';
export { type FieldOf, isMissing } from './codecs/codec.ts';
export { instantOf } from './codecs/date-time.ts';
export { bytesInWords } from './codecs/files.ts';
export { blankFields, codecOf } from './codecs/index.ts';
export { codePoints } from './codecs/text.ts';
export type { Facts, PickResolver } from './facts.ts';
export {
  type Answers,
  type Ask,
  type ChoiceField,
  type ChoicesField,
  type CountryField,
  type DateField,
  type DateTimeField,
  type DecimalField,
  type Field,
  type FieldKind,
  type Fields,
  type FileRef,
  type FilesField,
  type IdentifierField,
  type NumberField,
  type OnRecord,
  type Option,
  type PickField,
  type Proposal,
  type RowOf,
  type TableField,
  type TextField,
  type YesNoField,
  choice,
  choices,
  country,
  date,
  dateTime,
  decimal,
  files,
  identifier,
  integer,
  options,
  pick,
  table,
  text,
  yesNo,
  yuan,
} from './field.ts';
export { type AnswersOf, type Form, type Section, conditional, form, onePage, page } from './form.ts';
export { cellWords, headlineOf, inRow, leadColumns } from './in-row.ts';
export { mask, maskName } from './mask.ts';
export type { PhotoRule } from './photo.ts';
export { pickedFrom, proposedIn } from './picked-from.ts';
export { readAnswers, shownColumns } from './read-answers.ts';
export type { ReadTools } from './read-record.ts';
export { same } from './same.ts';
export { undrawable } from './undrawable.ts';
export { type View, clears, maskedPaths, visibleAnswers, withoutMasked } from './visible-answers.ts';
export { maskerOf, visibleProblems } from './visible-problems.ts';
