import type { ColumnType, Generated } from 'kysely';
import type { Json } from '@zhitongche/kernel';

/** A jsonb column: parsed when read, handed in as text so that lists are not taken for SQL arrays. */
export type JsonColumn<T = Json> = ColumnType<T, string, string>;
/** `date`, as `YYYY-MM-DD`. */
type Day = string;
/** `timestamptz`. */
type At = Date;

export interface OfficeTable {
  office: string;
  name: string;
  demo: Generated<boolean>;
  created_at: Generated<At>;
}
export interface OrgTable {
  office: string;
  id: string;
  parent: string | null;
  kind: 'office' | 'division' | 'city-office' | 'unit' | 'enterprise';
  name: string;
  code: string | null;
  uscc: string | null;
  active: Generated<boolean>;
}
export interface PersonTable {
  office: string;
  id: string;
  username: string;
  name: string;
  org: string;
  phone: string | null;
  password: string;
  password_changed_at: Generated<At>;
  password_history: Generated<string[]>;
  must_change_password: Generated<boolean>;
  totp_secret: string | null;
  totp_confirmed: Generated<boolean>;
  totp_last_step: number | null;
  status: Generated<'active' | 'disabled'>;
  expires: Day | null;
  last_login: At | null;
  phrases: ColumnType<string[], string | undefined, string>;
  created_at: Generated<At>;
}
export interface RoleGrantTable {
  office: string;
  id: string;
  person: string;
  role: string;
  org: string;
  status: 'pending' | 'active' | 'revoked' | 'refused';
  asked_by: string;
  asked_at: Generated<At>;
  settled_by: string | null;
  settled_at: At | null;
  mac: string;
}
export interface SessionTable {
  office: string;
  token_hash: Buffer;
  person: string;
  csrf: string;
  created_at: Generated<At>;
  seen_at: Generated<At>;
  expires_at: At;
  source: Generated<string>;
  agent: Generated<string>;
}
export interface LoginAttemptTable {
  office: string;
  who: string;
  failed: Generated<number>;
  since: At;
  locked_until: At | null;
}
export interface DelegationTable {
  office: string;
  id: string;
  from_person: string;
  to_person: string;
  from_day: Day;
  until_day: Day;
  reason: Generated<string>;
  ended_at: At | null;
  created_at: Generated<At>;
}
export interface CaseFileTable {
  office: string;
  id: string;
  number: string | null;
  service: string;
  version: number;
  status: string;
  step: string | null;
  title: Generated<string>;
  unit: string;
  city: string | null;
  applicant: string;
  applicant_name: string;
  facts: JsonColumn;
  turn: JsonColumn;
  flags: Generated<string[]>;
  grams: Generated<string[]>;
  state: JsonColumn;
  round: Generated<number>;
  content_seqs: Generated<number[]>;
  revision: Generated<number>;
  head: Generated<string>;
  due: Day | null;
  remind_on: Day | null;
  tick_on: Day | null;
  paused: Generated<string>;
  waiting: Generated<boolean>;
  submitted_at: At | null;
  updated_at: Generated<At>;
  updated_by: Generated<string>;
  closed_at: At | null;
  created_at: Generated<At>;
}
export interface DraftTable {
  office: string;
  case_id: string;
  answers: JsonColumn;
  revision: Generated<number>;
  saved_by: string;
  saved_at: Generated<At>;
}
export interface CaseEventTable {
  office: string;
  case_id: string;
  seq: number;
  at: At;
  zone: 'inner' | 'outer';
  doer: JsonColumn;
  body: JsonColumn;
  prev: string;
  digest: string;
}
export interface TaskTable {
  office: string;
  case_id: string;
  seat: string;
  step: string;
  service: string;
  role: string | null;
  org: string | null;
  person: string | null;
  ready: boolean;
  status: 'open' | 'done' | 'released';
  due: Day | null;
  opened_at: At;
  done_at: At | null;
  done_by: string | null;
}
export interface CaseCopyTable {
  office: string;
  person: string;
  case_id: string;
  at: At;
  read_at: At | null;
}
export interface RequestKeyTable {
  office: string;
  person: string;
  key: string;
  case_id: string | null;
  request: string;
  revision: number | null;
  reply: JsonColumn | null;
  at: Generated<At>;
}
export interface CounterTable {
  office: string;
  series: string;
  year: number;
  last: Generated<number>;
}
export interface NumberDrawnTable {
  office: string;
  series: string;
  year: number;
  seq: number;
  case_id: string;
  paper: string;
  event_seq: number;
  at: Generated<At>;
}
export interface OutboxTable {
  office: string;
  id: string;
  kind: string;
  case_id: string | null;
  payload: JsonColumn;
  run_after: Generated<At>;
  attempts: Generated<number>;
  problem: string | null;
  created_at: Generated<At>;
}
export interface PaperEditionTable {
  office: string;
  case_id: string;
  paper: string;
  issue: number;
  clearance: 'personal' | 'sensitive';
  pdf_digest: string;
  docx_digest: string | null;
  record: JsonColumn;
  mac: string;
}
export interface PaperTable {
  office: string;
  case_id: string;
  paper: string;
  issue: number;
  title: string;
  number: string | null;
  issuer: string;
  issued_on: Day;
  status: Generated<'valid' | 'replaced' | 'revoked'>;
  code: string;
  token: string;
  pdf_digest: string;
  docx_digest: string | null;
  facts: JsonColumn;
  signer: string;
  record: JsonColumn;
  issued_at: Generated<At>;
}
export interface SigningKeyTable {
  office: string;
  org: string;
  id: string;
  certificate: Buffer;
  private_key: string;
  valid_from: At;
  valid_to: At;
  created_at: Generated<At>;
}
export interface UploadTable {
  office: string;
  id: string;
  case_id: string;
  name: string;
  type: string;
  size: number;
  digest: string;
  by_person: string;
  at: Generated<At>;
}
export interface NoticeTable {
  office: string;
  person: string;
  id: string;
  at: Generated<At>;
  text: string;
  case_id: string | null;
  read_at: At | null;
}
export interface PolicyRowTable {
  office: string;
  id: string;
  key: string;
  org: string | null;
  value: JsonColumn;
  valid_from: Day;
  valid_to: Day | null;
  source: string;
  by_person: string | null;
  at: Generated<At>;
}
export interface CalendarExceptionTable {
  office: string;
  date: Day;
  kind: 'off' | 'work';
  notice: string;
}
export interface CalendarCoverTable {
  office: string;
  from_day: Day;
  to_day: Day;
}
export interface RefTable {
  office: string;
  name: string;
  valid_from: Day;
  title: string;
  source: string;
  rows: JsonColumn;
  digest: string;
  at: Generated<At>;
}
export interface LetterheadTable {
  office: string;
  org: string;
  name: string;
  signature: string;
  mark: string;
  address: Generated<string>;
  phone: Generated<string>;
}
export interface RegisterRowTable {
  office: string;
  register: string;
  id: string;
  case_id: string;
  unit: string | null;
  day: Day | null;
  keys: Generated<string[]>;
  data: JsonColumn;
  updated_at: Generated<At>;
  grams: Generated<string[]>;
  grams_at: At | null;
}
export interface CountryFactTable {
  office: string;
  day: Day;
  country: string;
  unit: string;
  trips: number;
  persons: number;
}
export interface RegisterSizeTable {
  office: string;
  register: string;
  unit: string;
  n: number;
}
export interface DayFactTable {
  office: string;
  day: Day;
  service: string;
  unit: string;
  what: string;
  n: Generated<number>;
}
export interface MonthFactTable {
  office: string;
  month: Day;
  service: string;
  unit: string;
  what: string;
  n: Generated<number>;
}
export interface AuditTable {
  office: string;
  id: string;
  xid: Generated<string>;
  at: Generated<At>;
  actor: JsonColumn;
  action: string;
  object: string;
  result: string;
  source: Generated<string>;
  detail: ColumnType<Json, string | undefined, string>;
}
export interface AuditSealTable {
  office: string;
  seq: number;
  from_xid: string;
  upto_xid: string;
  rows: number;
  prev: string;
  digest: string;
  signature: string;
  row_marks: Buffer | null;
  at: Generated<At>;
}
export interface FollowerTable {
  office: string;
  name: string;
  upto_xid: string;
}

/** Every table by name, for the query builder. */
export interface Tables {
  office: OfficeTable;
  org: OrgTable;
  person: PersonTable;
  role_grant: RoleGrantTable;
  session: SessionTable;
  login_attempt: LoginAttemptTable;
  delegation: DelegationTable;
  case_file: CaseFileTable;
  draft: DraftTable;
  case_event: CaseEventTable;
  task: TaskTable;
  case_copy: CaseCopyTable;
  request_key: RequestKeyTable;
  counter: CounterTable;
  number_drawn: NumberDrawnTable;
  outbox: OutboxTable;
  paper: PaperTable;
  paper_edition: PaperEditionTable;
  signing_key: SigningKeyTable;
  upload: UploadTable;
  notice: NoticeTable;
  policy_row: PolicyRowTable;
  calendar_exception: CalendarExceptionTable;
  calendar_cover: CalendarCoverTable;
  ref_table: RefTable;
  letterhead: LetterheadTable;
  register_row: RegisterRowTable;
  country_fact: CountryFactTable;
  register_size: RegisterSizeTable;
  day_fact: DayFactTable;
  month_fact: MonthFactTable;
  audit: AuditTable;
  audit_seal: AuditSealTable;
  follower: FollowerTable;
}
