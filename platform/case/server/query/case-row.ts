import { type CaseStatus, type Fact, isClosed, standingWords } from '@zhitongche/case';
import { workingDaysBetween } from '@zhitongche/base';
import type { CaseRow } from '@zhitongche/contract';
import type { OfficeConfig, ServiceRegistry } from '@zhitongche/core/server';

/** Columns every list reads of a case; `seat` is the reader's own open seat. */
export interface StoredRow {
  readonly id: string;
  readonly number: string | null;
  readonly service: string;
  readonly version: number;
  readonly title: string;
  readonly unit: string;
  readonly applicant_name: string;
  readonly status: CaseStatus;
  readonly step: string | null;
  readonly turn: readonly string[];
  readonly facts: readonly Fact[];
  readonly round: number;
  readonly due: string | null;
  readonly remind_on: string | null;
  readonly paused: string;
  readonly submitted_at: Date | null;
  readonly updated_at: Date;
  readonly revision: number;
  readonly flags: readonly string[];
  /** With its applicant although nobody asked for a correction. */
  readonly withdrawn: boolean;
  readonly seat: string | null;
}

/** The columns of {@link StoredRow}, for a table alias `f`. */
export const ROW_COLUMNS = `f.id, f.number, f.service, f.version, f.title, f.unit, f.applicant_name, f.status, f.step, f.turn,
  f.facts, f.round, f.due, f.remind_on, f.paused, f.submitted_at, f.updated_at, f.revision, f.flags,
  case when f.status = 'correcting' then f.state->'faults' = '[]'::jsonb else false end as withdrawn`;

/** What rows are told against. */
export interface RowContext {
  readonly book: OfficeConfig;
  readonly services: ServiceRegistry;
  /** Calendar day in Asia/Shanghai. */
  readonly today: string;
}

/** One line of a list as the contract promises it. */
export function caseRow(row: StoredRow, { book, services, today }: RowContext): CaseRow {
  const service = services.card(row.service, row.version);
  const name = service?.name ?? row.service;
  const step = row.step === null ? undefined : service?.flow.steps[row.step];
  return {
    id: row.id,
    number: row.number,
    service: row.service,
    serviceName: name,
    title: row.title || `${name}（草稿）`,
    unit: book.orgName(row.unit),
    unitId: row.unit,
    applicant: row.applicant_name,
    status: row.status,
    step: row.step,
    stepTitle: step && !isClosed(row.status) ? step.title : standingWords(row.status, row.withdrawn).zh,
    turn: [...row.turn],
    facts: [...row.facts],
    round: row.round,
    due: row.due,
    daysLeft: row.due === null ? null : daysLeft(today, row.due, book),
    light: light(row, today),
    paused: row.paused,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    updatedAt: row.updated_at.toISOString(),
    revision: row.revision,
    seat: row.seat,
    flags: [...row.flags],
  };
}

/** 红 past the deadline, 黄 from the reminder day on, 绿 before, 灰 without a running clock. */
export function light(row: Pick<StoredRow, 'due' | 'remind_on'>, today: string): CaseRow['light'] {
  if (row.due === null) return 'grey';
  if (today > row.due) return 'red';
  return row.remind_on !== null && today >= row.remind_on ? 'amber' : 'green';
}

const daysLeft = (today: string, due: string, { calendar }: OfficeConfig): number =>
  due >= today ? workingDaysBetween(calendar, today, due) : -workingDaysBetween(calendar, due, today);
