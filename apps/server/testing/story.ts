import type { CommandShape } from '@zhitongche/contract';
import type { Answers } from '@zhitongche/form';
import { newId } from '@zhitongche/host';
import { act, createCase } from '@zhitongche/case/server';
import type { Cast, TestOffice } from './office.ts';

/** A fresh idempotency key. */
export const freshKey = (): string => newId();

/** Files a case of a service as a unit's clerk and submits it; gives its id. */
export async function submitted(
  t: TestOffice,
  service: string,
  answers: Answers,
  more: { readonly by?: Cast; readonly explanations?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const filer = await t.actor(more.by ?? 'filer');
  const { id } = await createCase(t.app, filer, { key: freshKey(), service });
  const command: CommandShape = {
    act: 'submit',
    answers,
    ...(more.explanations ? { explanations: { ...more.explanations } } : {}),
  };
  await act(t.app, filer, { caseId: id, revision: 0, key: freshKey(), command });
  return id;
}

/** Takes an act as somebody of the office, on the case as it stands now. */
export async function takes(t: TestOffice, cast: Cast, caseId: string, command: CommandShape): Promise<void> {
  await act(t.app, await t.actor(cast), {
    caseId,
    revision: await revisionOf(t, caseId),
    key: freshKey(),
    command,
  });
}

/** The case's revision now. */
export async function revisionOf(t: TestOffice, caseId: string): Promise<number> {
  const [row] = await t.base.owner.query<{ revision: number }>(
    'select revision from case_file where office = $1 and id = $2',
    [t.office, caseId],
  );
  return row?.revision ?? -1;
}

/** Gives the office a seat that is past in cases, so that it sees them also while they stand with their units. */
export async function beenAtOffice(t: TestOffice, ids: readonly string[]): Promise<void> {
  await t.base.owner.query(
    `insert into task (office, case_id, seat, step, service, role, org, ready, status, opened_at)
     select office, id, 'past', 'window', service, 'window', $2, false, 'released', now() from case_file
     where office = $1 and id = any($3::uuid[])`,
    [t.office, t.orgs.root, ids],
  );
}
