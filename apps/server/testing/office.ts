import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { CHINA_COVERS, CHINA_EXCEPTIONS } from '@zhitongche/base';
import { type Org, type Role, ROLES, roleLabel } from '@zhitongche/access';
import type { Service } from '@zhitongche/case';
import type { Measures } from '@zhitongche/measure';
import type { Probe } from '@zhitongche/probe';
import type { Duty, RegisterKind } from '@zhitongche/register';
import type { Questionnaire } from '@zhitongche/survey';
import { catalogue, registers } from '@zhitongche/catalogue/find-service.ts';
import { TABLES } from '../../../catalogue/shared/testing/tables.ts';
import { grantMac, codePerson } from '@zhitongche/account/server';
import {
  type OfficeActor,
  type App,
  type Config,
  deriveKeys,
  makeWatch,
  type Watch,
  watchStatements,
  type Glyphs,
  type PaperMaker,
  type Post,
} from '@zhitongche/core/server';
import { serviceRegistry } from '../../../platform/core/server/service-registry.ts';
import { composeApp } from '../src/compose.ts';
import { lookupsWith } from './all-lookups.ts';
import { newId } from '@zhitongche/host';
import { shippedGlyphs } from '../../../platform/document/server/glyphs.ts';
import { makePapers } from '../../../platform/document/server/paper-maker.ts';
import { readerHere } from './reader-here.ts';
import { type TestDb, testDb } from './db.ts';
import { memoryBlobs } from './memory-blobs.ts';

/** Places of the test office. */
export const PLACES = {
  root: '某某省人民政府外事办公室',
  outbound: '出国审批处',
  general: '综合处',
  security: '安全保密处',
  finance: '财务处',
  city: '某某市人民政府外事办公室',
  unit: '某某省商务厅',
  other: '某某省科学技术厅',
  cityUnit: '某某市商务局',
} as const;
export type PlaceName = keyof typeof PLACES;

/** Where each role of the test office sits; `filer@other` names somebody of the same role elsewhere. */
const HOME: Partial<Readonly<Record<Role, PlaceName>>> = {
  filer: 'unit',
  signer: 'unit',
  'unit-affairs': 'unit',
  'unit-finance': 'unit',
  'unit-personnel': 'unit',
  applicant: 'unit',
  'city-reviewer': 'city',
  'city-leader': 'city',
  window: 'root',
  handler: 'outbound',
  countersigner: 'security',
  'division-head': 'outbound',
  'deputy-director': 'root',
  director: 'root',
  'passport-officer': 'outbound',
  'finance-officer': 'finance',
  'system-admin': 'root',
  'security-admin': 'root',
  'audit-admin': 'root',
};

/** A role of the test office, at home or `@` another place. */
export type Cast = Role | `${Role}@${PlaceName}`;

/** A tiny office over a real database: somebody of every role, official calendar, reference rows, a clock to move. */
export interface TestOffice {
  readonly base: TestDb;
  readonly app: App;
  readonly office: string;
  readonly orgs: Readonly<Record<PlaceName, string>>;
  /** The person in a role, made on first use. */
  actor(cast: Cast): Promise<OfficeActor>;
  /** A signed-in session: cookie value and CSRF token. */
  session(cast: Cast): Promise<{ readonly token: string; readonly csrf: string }>;
  /** Sets the clock, Asia/Shanghai morning of a day or an instant. */
  at(when: string): void;
  drop(): Promise<void>;
}

/** What a test may change about the office. */
export interface OfficeOptions {
  readonly services?: readonly Service[];
  readonly registers?: readonly RegisterKind[];
  readonly measures?: readonly Measures[];
  readonly duties?: readonly Duty[];
  readonly probes?: readonly Probe[];
  readonly questionnaires?: readonly Questionnaire[];
  readonly config?: Partial<Config>;
  readonly wake?: () => void;
  readonly papers?: PaperMaker;
  /** What papers can draw; what the shipped faces draw when absent. */
  readonly glyphs?: Glyphs;
  /** Connections of the pool. */
  readonly pool?: number;
  readonly office?: string;
  /** Master secret of 32 bytes, where another process is to open the same database; drawn when absent. */
  readonly master?: Uint8Array;
  /** Takes what is logged; silent when absent. */
  readonly log?: Logger;
  /** What the program tells about itself; absent = nothing is measured. */
  readonly watch?: Watch;
  /** Who takes messages; nobody, or the stand-in of a demo office, when absent. */
  readonly post?: Post;
}

/** Makes the office; the clock starts on Monday 2026-03-02, 9:00 in Shanghai. */
export async function testOffice(options: OfficeOptions = {}): Promise<TestOffice> {
  const office = options.office ?? 'test';
  let now = new Date('2026-03-02T01:00:00.000Z');
  const keys = deriveKeys(options.master ?? randomBytes(32));
  const folder = await mkdtemp(join(tmpdir(), 'zhitongche-office-'));
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    dataDir: folder,
    databaseUrl: null,
    poolSize: 8,
    office,
    publicUrl: 'https://verify.example.test',
    masterKey: null,
    nextMasterKey: null,
    worker: false,
    trustedProxies: [],
    describeApi: false,
    webDir: '/nonexistent',
    metricsAt: null,
    fonts: null,
    scanner: null,
    slowMs: 500,
    drainSeconds: 0,
    anchorTo: null,
    smtp: null,
    pay: null,
    logLevel: 'silent',
    ...options.config,
  };
  const watch = options.watch ?? makeWatch();
  const log = options.log ?? pino({ level: config.logLevel });
  const base = await testDb(options.pool ?? 8, watchStatements(watch, log, config.slowMs));
  const { app } = composeApp({
    config,
    db: base.db,
    keys,
    blobs: memoryBlobs(),
    services: serviceRegistry(options.services ?? catalogue, lookupsWith(options.registers ?? registers)),
    registers: options.registers ?? registers,
    ...(options.measures ? { measures: options.measures } : {}),
    ...(options.duties ? { duties: options.duties } : {}),
    ...(options.probes ? { probes: options.probes } : {}),
    ...(options.questionnaires ? { questionnaires: options.questionnaires } : {}),
    papers: options.papers ?? makePapers(),
    reader: readerHere,
    glyphs: options.glyphs ?? (await shippedGlyphs()),
    clock: () => now,
    log,
    wake: options.wake ?? (() => undefined),
    jobsHealthy: () => true,
    leaving: () => false,
    watch,
    ...(options.post ? { post: options.post } : {}),
  });
  const orgs = await insertOffice(base, office);
  const actors = new Map<string, OfficeActor>();
  const sessions = new Map<string, string>();

  async function actor(cast: Cast): Promise<OfficeActor> {
    const known = actors.get(cast);
    if (known) return known;
    const made = await insertPerson(base, keys, office, cast, orgs);
    actors.set(cast, made);
    return made;
  }
  return {
    base,
    app,
    office,
    orgs,
    actor,
    async session(cast) {
      const { id } = await actor(cast);
      const open = async (token: string) => {
        const signed = await app.sessions.find(office, token, '127.0.0.1');
        return signed && { token, csrf: signed.csrf };
      };
      const known = sessions.get(cast);
      const still = known ? await open(known) : null;
      if (still) return still;
      const token = await app.sessions.open(base.db.query, office, id, {
        source: '127.0.0.1',
        agent: 'test',
      });
      sessions.set(cast, token);
      const fresh = await open(token);
      if (!fresh) throw new Error(`No session for ${cast}`);
      return fresh;
    },
    at(when) {
      now = new Date(when.length === 10 ? `${when}T01:00:00.000Z` : when);
    },
    async drop() {
      await base.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const KINDS: Readonly<
  Record<PlaceName, { readonly kind: Org['kind']; readonly parent: PlaceName | null; readonly code?: string }>
> = {
  root: { kind: 'office', parent: null },
  outbound: { kind: 'division', parent: 'root', code: 'outbound' },
  general: { kind: 'division', parent: 'root', code: 'general' },
  security: { kind: 'division', parent: 'root', code: 'security' },
  finance: { kind: 'division', parent: 'root', code: 'finance' },
  city: { kind: 'city-office', parent: 'root' },
  unit: { kind: 'unit', parent: 'root' },
  other: { kind: 'unit', parent: 'root' },
  cityUnit: { kind: 'unit', parent: 'city' },
};

async function insertOffice(base: TestDb, office: string): Promise<Record<PlaceName, string>> {
  const orgs = Object.fromEntries(Object.keys(PLACES).map((place) => [place, newId()])) as Record<
    PlaceName,
    string
  >;
  const { query } = base.owner;
  await query('insert into office (office, name) values ($1, $2)', [office, PLACES.root]);
  for (const [place, { kind, parent, code }] of Object.entries(KINDS) as [
    PlaceName,
    (typeof KINDS)[PlaceName],
  ][])
    await query('insert into org (office, id, parent, kind, name, code) values ($1, $2, $3, $4, $5, $6)', [
      office,
      orgs[place],
      parent ? orgs[parent] : null,
      kind,
      PLACES[place],
      code ?? null,
    ]);
  await query('insert into calendar_cover (office, from_day, to_day) values ($1, $2, $3)', [
    office,
    CHINA_COVERS.from,
    CHINA_COVERS.to,
  ]);
  for (const row of CHINA_EXCEPTIONS)
    await query('insert into calendar_exception (office, date, kind, notice) values ($1, $2, $3, $4)', [
      office,
      row.date,
      row.kind,
      row.notice,
    ]);
  for (const [name, rows] of Object.entries(TABLES))
    await query(
      `insert into ref_table (office, name, valid_from, title, source, rows, digest) values ($1, $2, '2000-01-01', $2, '测试摘录', $3, '')`,
      [office, name, JSON.stringify(rows)],
    );
  await query('insert into letterhead (office, org, name, signature, mark) values ($1, $2, $3, $3, $4)', [
    office,
    orgs.root,
    PLACES.root,
    '某外',
  ]);
  await query('insert into letterhead (office, org, name, signature, mark) values ($1, $2, $3, $3, $4)', [
    office,
    orgs.city,
    PLACES.city,
    '某市外',
  ]);
  return orgs;
}

async function insertPerson(
  base: TestDb,
  keys: App['keys'],
  office: string,
  cast: Cast,
  orgs: Readonly<Record<PlaceName, string>>,
): Promise<OfficeActor> {
  const [role, place] = splitCast(cast);
  const org = orgs[place];
  const id = newId();
  const name = `${roleLabel(role)}${place === HOME[role] ? '' : `（${PLACES[place]}）`}`;
  await base.owner.query(
    `insert into person (office, id, username, name, org, password, must_change_password, password_changed_at, totp_confirmed)
     values ($1, $2, $3, $4, $5, 'none', false, '2026-03-01', true)`,
    [office, id, cast, name, org],
  );
  await codePerson(keys, base.owner.query, office, id);
  const grant = { office, id: newId(), person: id, role, org, status: 'active' };
  await base.owner.query(
    `insert into role_grant (office, id, person, role, org, status, asked_by, mac) values ($1, $2, $3, $4, $5, 'active', $3, $6)`,
    [office, grant.id, id, role, org, grantMac(keys, grant)],
  );
  return { office, source: '127.0.0.1', id, name, org, grants: [{ role, org }], standsInFor: [] };
}

function splitCast(cast: Cast): readonly [Role, PlaceName] {
  const [role = '', place] = cast.split('@');
  const known = Object.keys(ROLES).find((key): key is Role => key === role);
  const where = Object.keys(PLACES).find((key): key is PlaceName => key === place);
  if (!known) throw new Error(`No role in ${cast}`);
  return [known, where ?? HOME[known] ?? 'root'];
}
