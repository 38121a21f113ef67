import type { Logger } from 'pino';
import type { CaseState, Doer } from '@zhitongche/case';
import type { Channel } from '@zhitongche/channel';
import type { FileRef } from '@zhitongche/form';
import type { Sessions } from './ports/sessions.ts';
import type { Admission } from './ports/admission.ts';
import type { Anchors } from './ports/anchors.ts';
import type { BlobStore } from './blobs.ts';
import type { ContentCache } from './ports/content-cache.ts';
import type { PolicyDef } from '@zhitongche/office';
import type { Config } from './config.ts';
import type { Db, Query } from '@zhitongche/host';
import type { LiveHub } from './live-hub.ts';
import type { KeyRing } from './keys/key-ring.ts';
import type { Watch } from './observe/watch.ts';
import type { Glyphs } from './ports/glyphs.ts';
import type { PaperMaker } from './ports/paper-maker.ts';
import type { LookupProvider } from './ports/lookup-provider.ts';
import type { Reader } from './ports/reader.ts';
import type { Measures } from '@zhitongche/measure';
import type { Probe } from '@zhitongche/probe';
import type { Duty, RegisterKind } from '@zhitongche/register';
import type { Questionnaire } from '@zhitongche/survey';
import type { Offices } from './ports/offices.ts';
import type { Payments } from './ports/payments.ts';
import type { Post } from './ports/carrier.ts';
import type { Scanner } from './scan/scanner.ts';
import type { ServiceRegistry } from './service-registry.ts';

/** Everything a use case, query or job may reach, put together by hand once at start. */
export interface App {
  readonly config: Config;
  readonly db: Db;
  /** Organisations, policies, calendar, tables and letterheads by office, cached and refreshed on NOTIFY. */
  readonly offices: Offices;
  readonly services: ServiceRegistry;
  /** Registers that people keep. */
  readonly registers: readonly RegisterKind[];
  /** What the cases and rows of the office are counted for. */
  readonly measures: readonly Measures[];
  /** What recurs and opens by itself. */
  readonly duties: readonly Duty[];
  /** What it asks again and again whether it answers. */
  readonly probes: readonly Probe[];
  /** What groups of people are asked of the office. */
  readonly questionnaires: readonly Questionnaire[];
  /** Figures that belong to no service. */
  readonly figures: readonly PolicyDef[];
  /** Who answers what services ask of the registers, by the name services ask for. */
  readonly lookups: Readonly<Record<string, LookupProvider>>;
  /** What acts settle beyond their case, by service and by key. */
  readonly settling: Readonly<Record<string, Readonly<Record<string, Settle>>>>;
  /** Who knows what a signed scan is held against. */
  readonly specimens: readonly SpecimenBook[];
  /** Where people are reached who are no staff. */
  readonly outsiders: Outsiders;
  /** Who takes what leaves by mail, SMS or WeChat. */
  readonly post: Post;
  /** Where people pay online. */
  readonly payments: Payments;
  readonly papers: PaperMaker;
  /** Scans what is uploaded for viruses; null where none is set. */
  readonly scanner: Scanner | null;
  /** The only way into a file somebody sent. */
  readonly reader: Reader;
  /** What papers can draw, so that nothing else is accepted while it is typed. */
  readonly glyphs: Glyphs;
  readonly keys: KeyRing;
  /** Whether rows without a code still count as those of an older program. */
  readonly admission: Admission;
  /** Where the seals of the audit are told outside of the database. */
  readonly anchors: Anchors;
  readonly blobs: BlobStore;
  /** Newest answers of recently touched cases. */
  readonly contents: ContentCache;
  /** Tokens to people; `makeSessions` builds it. */
  readonly sessions: Sessions;
  /** Passes news of cases on to open screens. */
  readonly live: LiveHub;
  /** The only clock; tests and the demo seeding hand in their own. */
  readonly clock: () => Date;
  readonly log: Logger;
  /** Tells the worker of this process that work may be waiting. */
  readonly wake: () => void;
  /** Whether the jobs of this process come round; true where another process runs them. */
  readonly jobsHealthy: () => boolean;
  /** Whether this process is on its way out and should be given nothing new. */
  readonly leaving: () => boolean;
  /** What the program tells about itself while it works. */
  readonly watch: Watch;
}

/** A proven address of somebody who is no staff. */
export interface Reached {
  /** Whom a message is for: whoever filed. */
  readonly person: string;
  /** Whose address it is: of an enterprise each of its handlers is told. */
  readonly account: string;
  readonly channel: Channel;
  readonly to: string;
  readonly language: 'zh' | 'en';
}

/** Proven addresses of these people, as far as they are no staff. */
export type Outsiders = (
  app: App,
  query: Query,
  office: string,
  people: readonly string[],
) => Promise<readonly Reached[]>;

/** An act that settles something beyond its case, as it stands once the act counts. */
export interface Settling {
  readonly app: App;
  /** The transaction of the act's commit. */
  readonly query: Query;
  readonly office: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly at: Date;
  readonly doer: Doer;
  /** Address the request came from. */
  readonly source: string;
  readonly state: CaseState;
}

/** Settles it, all or nothing: what it throws refuses the whole act. */
export type Settle = (settling: Settling) => Promise<void>;

/** A seal or signature on file, which a signed scan is held against. */
export interface Specimen {
  /** 公章, 签批人签字 … */
  readonly label: string;
  /** Whose it is. */
  readonly holder: string;
  /** Day since when it is on file. */
  readonly since: string;
  readonly file: FileRef;
}

/** Specimens as they were on file at an instant: of the unit that filed, or of whoever issued what the case is about. */
export type SpecimenBook = (asked: {
  readonly app: App;
  readonly office: string;
  readonly unit: string;
  readonly at: Date;
  /** Code of the service, and the case as it stands. */
  readonly service: string;
  readonly state: CaseState;
}) => Promise<readonly Specimen[]>;
