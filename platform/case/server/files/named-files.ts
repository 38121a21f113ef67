import type { Answers } from '@zhitongche/form';
import { type App, caseKeys, isErased, openAnswers } from '@zhitongche/core/server';
import type { CaseEvent } from '@zhitongche/case';
import type { Query } from '@zhitongche/host';
import { casePlace, openEvent } from '../case/sealed.ts';
import { filesIn } from './foreign-files.ts';

/** Ids of the uploads a case names. */
export interface NamedFiles {
  /** By an event: for good. */
  readonly sent: ReadonlySet<string>;
  /** By the draft that waits to be handed in again. */
  readonly drafted: ReadonlySet<string>;
}

/** Which uploads a case names, in whatever round and act; null when that cannot be known any more, its key being destroyed. */
export async function namedFiles(
  app: App,
  query: Query,
  office: string,
  caseId: string,
): Promise<NamedFiles | null> {
  const [found] = await query<{ salt: string | null; answers: Answers | null }>(
    `select f.salt, d.answers from case_file f left join draft d on d.office = f.office and d.case_id = f.id
     where f.office = $1 and f.id = $2`,
    [office, caseId],
  );
  if (!found || isErased(found.salt)) return null;
  const keys = caseKeys(app.keys, found.salt);
  const place = casePlace(office, caseId);
  const events = await query<{ body: CaseEvent }>(
    'select body from case_event where office = $1 and case_id = $2 order by seq',
    [office, caseId],
  );
  const idsIn = (value: unknown): readonly string[] => filesIn(value, []).map(({ file }) => file.id);
  return {
    sent: new Set(events.flatMap(({ body }) => idsIn(openEvent(body, keys, place)))),
    drafted: new Set(found.answers ? idsIn(openAnswers(found.answers, keys, place)) : []),
  };
}
