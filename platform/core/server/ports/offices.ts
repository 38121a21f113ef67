import type { CalendarException, Draws, Json, WorkCalendar } from '@zhitongche/base';
import type { Letterhead, Service } from '@zhitongche/case';
import type { Org, OrgTree } from '@zhitongche/access';
import type { PickResolver } from '@zhitongche/form';
import type { PolicyReader, PolicyRow } from '@zhitongche/office';

/** One row of a reference table. */
export type TableRow = Readonly<Record<string, Json | undefined>>;

/** A reference table as loaded on one day. */
export interface TableVersion {
  readonly name: string;
  readonly title: string;
  readonly validFrom: string;
  readonly source: string;
  readonly rows: readonly TableRow[];
}

/** Everything slow-changing of one office, held in memory and read anew when an administrator changes it. */
export interface OfficeConfig {
  readonly office: string;
  readonly name: string;
  readonly demo: boolean;
  /** Instant the record was last taken back to an earlier moment: since then nobody knows what was drawn in between. */
  readonly restoredAt?: string;
  readonly orgs: readonly Org[];
  readonly tree: OrgTree;
  /** The organisation at the root of the tree. */
  readonly root: Org;
  orgName(id: string): string;
  /** An organisation a pick names, by id or by a name only one has. */
  readonly pick: PickResolver;
  readonly calendar: WorkCalendar;
  readonly exceptions: readonly CalendarException[];
  readonly policyRows: readonly PolicyRow[];
  /** Figures in force for a filing unit on a day. */
  policy(of: Pick<Service, 'code' | 'version' | 'policies'>, unit: string, day: string): PolicyReader;
  /** Rows in force on a day; empty when no version is. */
  table(name: string, day: string): readonly TableRow[];
  readonly tables: readonly TableVersion[];
  /** What the faces of its papers can draw. */
  readonly draws: Draws;
  /** Letterhead of the organisation, else one made from its name. */
  letterhead(org: string): Letterhead;
}

/** The offices this process has in memory. */
export interface Offices {
  get(office: string): Promise<OfficeConfig>;
  /** Drops what is cached, so that the next call reads the rows again. */
  forget(office?: string): void;
}

/** Channel on which processes tell each other that rows of an office's book have changed; payload = office. */
export const OFFICE_CHANGED = 'zhitongche_office';
