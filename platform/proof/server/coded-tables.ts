import {
  type CodedDelegation,
  DELEGATION_JSON,
  delegationMac,
  type GrantRow,
  grantMac,
  type CodedOfficeRole,
  officeRoleMac,
  type CodedPerson,
  personMac,
  type CodedRequest,
  REQUEST_JSON,
  requestMac,
} from '@zhitongche/account/server';
import type { CodingKeys } from '@zhitongche/core/server';
import { type CodedDay, DAY_JSON, dayMac } from '@zhitongche/money/server';
import {
  type CodedLink,
  type CodedParty,
  type CodedVisitor,
  linkMac,
  partyMac,
  visitorMac,
} from '@zhitongche/visitor/server';
import { type CodedPolicy, policyMac } from '@zhitongche/office/server';
import {
  type CodedEdition,
  EDITION_JSON,
  editionMac,
  type CodedPaper,
  paperMac,
  type CodedSeal,
  sealMac,
} from '@zhitongche/document/server';

/** A table whose rows carry a code, and how one walks it. */
export interface CodedTable<R extends { readonly mac: string | null }> {
  readonly table: string;
  /** Its rows have had a code from the first on: one without is never adopted. */
  readonly always?: true;
  /** The row as one JSON value, of a table called `d`. */
  readonly json: string;
  /** Columns that lead through the table beside the office, with their types. */
  readonly key: Readonly<Record<string, 'uuid' | 'text' | 'int' | 'date'>>;
  readonly keyOf: (row: R) => readonly (string | number)[];
  readonly mac: (keys: CodingKeys, row: R) => string;
  /** The row as the audit names it. */
  readonly object: (row: R) => string;
  /** The row in Chinese. */
  readonly name: (row: R) => string;
}

/** What somebody does with one table, whatever its rows look like. */
export type EachTable<T> = <R extends { readonly mac: string | null }>(table: CodedTable<R>) => Promise<T>;

const byId = { key: { id: 'uuid' }, keyOf: (row: { readonly id: string }) => [row.id] } as const;
const WHOLE = 'to_json(d)';

const grants: CodedTable<GrantRow & { readonly mac: string }> = {
  ...byId,
  table: 'role_grant',
  always: true,
  json: WHOLE,
  mac: grantMac,
  object: (row) => `grant:${row.id}`,
  name: (row) => `授权 ${row.role}（人员 ${row.person}，编号 ${row.id}）`,
};
const roles: CodedTable<CodedOfficeRole> = {
  table: 'office_role',
  always: true,
  json: WHOLE,
  key: { role: 'text' },
  keyOf: (row) => [row.role],
  mac: officeRoleMac,
  object: (row) => `role:${row.role}`,
  name: (row) => `自设角色“${row.label}”（编号 ${row.role}）`,
};
const visitors: CodedTable<CodedVisitor> = {
  ...byId,
  table: 'visitor',
  always: true,
  json: WHOLE,
  mac: visitorMac,
  object: (row) => `visitor:${row.id}`,
  name: (row) => `公众账户“${row.name}”的密码、认证等级或状态`,
};
const parties: CodedTable<CodedParty> = {
  ...byId,
  table: 'visitor_party',
  always: true,
  json: WHOLE,
  mac: partyMac,
  object: (row) => `party:${row.id}`,
  name: (row) => `公众账户的办理主体“${row.name}”（编号 ${row.id}）`,
};
const links: CodedTable<CodedLink> = {
  ...byId,
  table: 'visitor_link',
  always: true,
  json: `to_json(d)::jsonb - 'services' || jsonb_build_object('only', d.services)`,
  mac: linkMac,
  object: (row) => `link:${row.id}`,
  name: (row) => `公众账户的授权或委托（编号 ${row.id}）`,
};
const delegations: CodedTable<CodedDelegation> = {
  ...byId,
  table: 'delegation',
  json: DELEGATION_JSON,
  mac: delegationMac,
  object: (row) => `delegation:${row.id}`,
  name: (row) => `外出委托 ${row.from_day} 至 ${row.until_day}（编号 ${row.id}）`,
};
const people: CodedTable<CodedPerson> = {
  ...byId,
  table: 'person',
  json: WHOLE,
  mac: personMac,
  object: (row) => `person:${row.id}`,
  name: (row) => `账户“${row.username}”的密码、动态口令、机构或状态`,
};
const policies: CodedTable<CodedPolicy> = {
  ...byId,
  table: 'policy_row',
  json: WHOLE,
  mac: policyMac,
  object: (row) => `policy:${row.key}`,
  name: (row) => `政策数值“${row.key}”（${row.valid_from} 起，编号 ${row.id}）`,
};
const requests: CodedTable<CodedRequest> = {
  ...byId,
  table: 'two_person_request',
  always: true,
  json: REQUEST_JSON,
  mac: requestMac,
  object: (row) => `request:${row.id}`,
  name: (row) => `待两人办理的申请（编号 ${row.id}）`,
};
const byIssue = {
  key: { case_id: 'uuid', paper: 'text', issue: 'int' },
  keyOf: (row: Pick<CodedPaper, 'case_id' | 'paper' | 'issue'>) => [row.case_id, row.paper, row.issue],
} as const;
const papers: CodedTable<CodedPaper> = {
  ...byIssue,
  table: 'paper',
  json: WHOLE,
  mac: paperMac,
  object: (row) => `paper:${row.case_id}/${row.paper}/${row.issue}`,
  name: (row) => `文书《${row.title}》${row.number ?? ''}（查验码 ${row.code}）的登记内容`,
};
const editions: CodedTable<CodedEdition> = {
  ...byIssue,
  table: 'paper_edition',
  always: true,
  json: EDITION_JSON,
  mac: (keys, row) => editionMac(keys, row, row),
  object: (row) => `paper:${row.case_id}/${row.paper}/${row.issue}`,
  name: (row) => `文书 ${row.paper} 第 ${row.issue} 次出具的全本（办件标识 ${row.case_id}）的登记内容`,
};

const seals: CodedTable<CodedSeal> = {
  ...byIssue,
  table: 'paper_seal',
  always: true,
  json: WHOLE,
  mac: sealMac,
  object: (row) => `paper:${row.case_id}/${row.paper}/${row.issue}`,
  name: (row) => `文书 ${row.paper} 第 ${row.issue} 次出具的有效期和离线核验码（办件标识 ${row.case_id}）`,
};

const days: CodedTable<CodedDay> = {
  table: 'money_day',
  always: true,
  json: DAY_JSON,
  key: { day: 'date' },
  keyOf: (row) => [row.day],
  mac: dayMac,
  object: (row) => `money:${row.day}`,
  name: (row) => `${row.day}的日结`,
};

/** Does the same with every table whose rows carry a code, what decides who may do what first. */
export async function eachCodedTable<T>(work: EachTable<T>): Promise<readonly T[]> {
  return [
    await work(grants),
    await work(roles),
    await work(people),
    await work(delegations),
    await work(visitors),
    await work(parties),
    await work(links),
    await work(policies),
    await work(requests),
    await work(papers),
    await work(editions),
    await work(seals),
    await work(days),
  ];
}
