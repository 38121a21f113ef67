import { type DepartmentGoal, departmentGoals } from '../model/department-goals.ts';
import type { Disclosure } from '../model/disclosure.ts';
import { type Reconciliation, reconcile } from '../reconcile/reconcile.ts';
import { type Finding, type FindingKind, Findings } from './finding.ts';
import type { ReadOptions } from './opened.ts';
import { type ReadDisclosure, readDisclosure, type UnreadableFile } from './read.ts';

/** What reading one file gives, ready to be printed as one JSON object; model and reconciliation are null when the file did not open. */
export interface ReadReport {
  readonly file: string;
  readonly kind: string;
  readonly encoding: string | null;
  /** Why nothing was read, in a sentence; null when tables or goal forms were. */
  readonly problem: string | null;
  readonly model: Disclosure | null;
  /** Goals of the whole department that are worded in the narrative instead of a form. */
  readonly goals: readonly DepartmentGoal[];
  /** Every spot to look at: unread, doubtful, cleaned, ignored, missing. */
  readonly unread: readonly Finding[];
  /** How many spots of each kind there are. */
  readonly counts: Readonly<Record<FindingKind, number>>;
  readonly reconciliation: Reconciliation | null;
}

/** Reads a disclosure, proves its arithmetic, and reports both with everything a person should look at. */
export async function readCommand(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<ReadReport> {
  const reading = await readDisclosure({ name, bytes }, options).catch((error: unknown) => error);
  if (!isReading(reading)) {
    const detail = reading instanceof Error ? reading.message : String(reading);
    return unopened(
      name,
      '读取时出了意外，没有读成。请另存为另一种格式后再试。',
      `Reading failed: ${detail}`,
    );
  }
  if (!reading.ok) return report(name, reading.kind, reading.findings);
  const { kind, encoding, model, findings } = reading;
  const empty = model.tables.length === 0 && model.projects.length === 0 && model.departmentForm === null;
  return {
    ...report(name, kind, findings),
    encoding,
    problem: empty ? '文中没有认得的预算表，也没有绩效目标表，请确认文件是部门预算公开文本。' : null,
    model,
    goals: departmentGoals(model),
    reconciliation: reconcile(model, findings),
  };
}

const isReading = (value: unknown): value is ReadDisclosure | UnreadableFile =>
  typeof value === 'object' && value !== null && 'ok' in value;

/** The report on a file whose bytes could not even be had. */
export function unopened(name: string, message: string, en: string): ReadReport {
  const findings = new Findings();
  findings.add('unread', {}, { subject: '整个文件', message, en, advice: '请检查路径和权限后再试。' });
  return report(name, 'unknown', findings.list);
}

function report(file: string, kind: string, unread: readonly Finding[]): ReadReport {
  const counts: Record<FindingKind, number> = { unread: 0, doubtful: 0, cleaned: 0, ignored: 0, missing: 0 };
  for (const finding of unread) counts[finding.kind] += 1;
  return {
    file,
    kind,
    encoding: null,
    problem: unread[0]?.message ?? null,
    model: null,
    goals: [],
    unread,
    counts,
    reconciliation: null,
  };
}
