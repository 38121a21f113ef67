import type { ServedService } from '@zhitongche/core/server';
import type { Measures } from '@zhitongche/measure';
import type { Probe } from '@zhitongche/probe';
import type { Duty, RegisterKind } from '@zhitongche/register';
import type { Questionnaire } from '@zhitongche/survey';

/** What a folder of the catalogue may be: a version of a service, a register that people keep, what either is counted for, a duty that recurs, an address that is asked, or what a group of people is asked. */
export type Entry = ServedService | RegisterKind | Measures | Duty | Probe | Questionnaire;

/** Loads a folder: all that its index exports. */
export type Line = () => Promise<Readonly<Record<string, Entry>>>;

/** Whether an export of a folder is a register. */
export const isRegister = (entry: Entry): entry is RegisterKind =>
  'kind' in entry && entry.kind === 'register';

/** Whether an export of a folder says what is counted. */
export const isMeasures = (entry: Entry): entry is Measures =>
  'kind' in entry && (entry.kind === 'row-measures' || entry.kind === 'case-measures');

/** Whether an export of a folder is a duty that recurs. */
export const isDuty = (entry: Entry): entry is Duty => 'kind' in entry && entry.kind === 'duty';

/** Whether an export of a folder is what is asked again and again whether it answers. */
export const isProbe = (entry: Entry): entry is Probe => 'kind' in entry && entry.kind === 'probe';

/** Whether an export of a folder is what a group of people is asked. */
export const isQuestionnaire = (entry: Entry): entry is Questionnaire =>
  'kind' in entry && entry.kind === 'questionnaire';

/** Whether an export of a folder is a version of a service. */
export const isService = (entry: Entry): entry is ServedService =>
  !isRegister(entry) && !isMeasures(entry) && !isDuty(entry) && !isProbe(entry) && !isQuestionnaire(entry);
