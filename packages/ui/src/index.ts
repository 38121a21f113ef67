export { ActionMenu } from './ActionMenu.tsx';
export { Async } from './Async.tsx';
export { Badge, type Tone } from './Badge.tsx';
export { Basis, RuleLink, RuleName } from './Basis.tsx';
export { Button, IconButton, buttonClass } from './Button.tsx';
export { Check } from './Check.tsx';
export { CommandPalette } from './CommandPalette.tsx';
export { ConfirmSheet } from './ConfirmSheet.tsx';
export { Conflict } from './Conflict.tsx';
export { DataTable } from './DataTable.tsx';
export { Dialog } from './Dialog.tsx';
export { Disclosure } from './Disclosure.tsx';
export { Empty } from './Empty.tsx';
export { Endless } from './Endless.tsx';
export { ErrorState } from './ErrorState.tsx';
export { Field, type FieldAria, FieldProblems } from './Field.tsx';
export { Figures } from './Figures.tsx';
export { FileDrop } from './FileDrop.tsx';
export { Hint } from './Hint.tsx';
export { Icon, type IconName } from './Icon.tsx';
export { DateField, SelectField, TextField } from './InputFields.tsx';
export { KeyValues } from './KeyValues.tsx';
export { Light } from './Light.tsx';
export { DownloadButton, LinkButton } from './LinkButton.tsx';
export { Notice } from './Notice.tsx';
export { PageHeader } from './PageHeader.tsx';
export { Pager } from './Pager.tsx';
export { PopoverButton } from './PopoverButton.tsx';
export { type ProblemLine, ProblemSummary } from './ProblemSummary.tsx';
export { Radio } from './Radio.tsx';
export { Refusal } from './Refusal.tsx';
export { SearchBox } from './SearchBox.tsx';
export { Skeleton } from './Skeleton.tsx';
export { Splitter } from './Splitter.tsx';
export { type Station, StationLine } from './StationLine.tsx';
export { type TabItem, Tabs } from './Tabs.tsx';
export { Timeline, type TimelineItem } from './Timeline.tsx';
export { Toasts, toast } from './Toast.tsx';
export { VirtualRows } from './VirtualRows.tsx';
export { again, lazily } from './again.ts';
export { clockText } from './clock-text.ts';
export { cx } from './cx.ts';
export { fetchBlob } from './fetch-blob.ts';
export {
  amountText,
  dayOf,
  dayShort,
  dayText,
  daysSaid,
  instantShort,
  instantText,
  sizeText,
  timeText,
  weekdayOf,
} from './format.ts';
export { useKeys } from './keys.ts';
export { later } from './later.tsx';
export {
  ApiProblem,
  type ProblemDocument,
  Unreachable,
  codeOf,
  englishSentence,
  messageOf,
  otherPerson,
  problemFrom,
  problemsOfError,
  sentenceOf,
  statusOf,
} from './problem.ts';
export { useToday } from './today.ts';
export { totalText } from './total-text.ts';
export { useBoxWidth } from './use-box-width.ts';
export { isPhone, usePhone, useWide } from './use-phone.ts';
export { type Language, type Words, dayIn, setLanguage, speakBoth, useShared, useWords } from './words.ts';
