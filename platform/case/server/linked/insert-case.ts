import { emptyState, type Service } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import { caseKeys, type Keys, newCaseSalt, sealAnswers } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { casePlace, stripState } from '../case/sealed.ts';
import type { LoadedCase, OpenedFrom } from '../store/case-read.ts';

/** A case nobody has filed yet: whose it is and what it is about. */
export interface NewCase {
  readonly office: string;
  readonly id: string;
  readonly service: Service;
  readonly unit: string;
  readonly applicant: { readonly id: string; readonly name: string };
  readonly salt: string | null;
  readonly at: Date;
  /** Who began it. */
  readonly by: string;
  /** What it is about, as far as what it begins with says. */
  readonly title?: string;
}

/** A salt of its own, unless a program that could not read the case may still serve beside this one. */
export async function saltFor(query: Query): Promise<string | null> {
  const started = await query("select at from case_salt_start where office = '' and at <= now()");
  return started.length > 0 ? newCaseSalt() : null;
}

/** Writes the row of a new case within the caller's transaction. */
export async function insertCase(query: Query, begun: NewCase): Promise<void> {
  const { office, id, service, unit, applicant, salt, at, by, title } = begun;
  await query(
    `insert into case_file (office, id, service, version, status, unit, applicant, applicant_name, state, turn,
       updated_at, updated_by, created_at, salt, title)
     values ($1, $2, $3, $4, 'draft', $5, $6, $7, $8, $9, $10, $11, $10, $12, $13)`,
    [
      office,
      id,
      service.code,
      service.version,
      unit,
      applicant.id,
      applicant.name,
      JSON.stringify(stripState(emptyState)),
      JSON.stringify([applicant.name]),
      at,
      by,
      salt,
      title ?? '',
    ],
  );
}

/** Its answers so far, with the case it was opened from; saved by whoever began it. */
export async function insertDraft(
  query: Query,
  keys: Keys,
  begun: NewCase,
  answers: Answers,
  more: { readonly savedBy: string; readonly from?: OpenedFrom | undefined },
): Promise<void> {
  const { office, id, service, salt, at } = begun;
  await query(
    `insert into draft (office, case_id, answers, revision, saved_by, saved_at, opened_from)
     values ($1, $2, $3, 0, $4, $5, $6)`,
    [
      office,
      id,
      JSON.stringify(sealAnswers(service.form, answers, caseKeys(keys, salt), casePlace(office, id))),
      more.savedBy,
      at,
      more.from === undefined ? null : JSON.stringify(more.from),
    ],
  );
}

/** The case as reading it back would give it. */
export const loadedNew = ({ id, service, unit, applicant, salt, at, by }: NewCase): LoadedCase => ({
  id,
  service: service.code,
  version: service.version,
  number: null,
  unit,
  applicant: applicant.id,
  applicant_name: applicant.name,
  state: stripState(emptyState),
  revision: 0,
  head: '',
  salt,
  content_seqs: [],
  due: null,
  submitted_at: null,
  created_at: at,
  updated_at: at,
  updated_by: by,
  has_draft: false,
  opened_from: null,
  sat_at: [],
  content: null,
  key_request: null,
  key_case: null,
});
