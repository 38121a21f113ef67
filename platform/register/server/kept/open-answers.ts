import { type App, type OfficeActor, ProblemError } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import { openPart } from './sealed-kept.ts';
import { registerIn } from './register-in.ts';

/** A row in force as far as it is open to everybody who sees it. */
export interface OpenAnswers {
  readonly id: string;
  readonly title: string;
  readonly stage: string;
  readonly answers: Answers;
}

/** The open answers of the rows of one's own office that one sees of a register, by their days: for sums, many at a time. More than `most` are refused. */
export async function openAnswersIn(
  app: App,
  actor: OfficeActor,
  register: string,
  { from, until }: { readonly from: string; readonly until: string },
  most: number,
): Promise<readonly OpenAnswers[]> {
  const { reach, home } = await registerIn(app, actor, register);
  const rows = await app.db.query<OpenAnswers>(
    `select k.id, k.title, k.stage, k.state->'answers' as answers from kept_row k
     where k.office = $1 and k.register = $2 and k.retired_at is null and k.day between $3 and $4
       and k.org = $5 and ($6 or k.org = any($7::uuid[]))
     order by k.day, k.id limit $8`,
    [actor.office, register, from, until, home, reach.all, reach.seen, most + 1],
  );
  if (rows.length > most)
    throw new ProblemError(
      422,
      'export.too-many',
      `这一年超过 ${most} 条，不能一次合计。`,
      `More than ${most} rows cannot be added up at once.`,
    );
  return rows.map(({ answers, ...row }) => ({ ...row, answers: openPart(answers) }));
}
