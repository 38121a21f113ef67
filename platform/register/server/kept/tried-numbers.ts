import { probed } from '@zhitongche/audit/server';
import { type App, lookupDigest, type OfficeActor, ProblemError } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import type { OpenRegister } from './register-in.ts';
import { namesPrivately, numbersOf } from './row-columns.ts';

/**
 * Puts on record whose numbers somebody learned to be on record elsewhere, by a row that was refused or a list he only looked
 * at; who goes on with hundreds is answered no more. A register that names things openly has nothing to hide here.
 */
export async function triedNumbers(
  app: App,
  actor: OfficeActor,
  { kind, policy }: OpenRegister,
  answers: readonly Answers[],
): Promise<void> {
  if (!namesPrivately(kind)) return;
  const digests = answers
    .flatMap((one) => numbersOf(kind, one))
    .map((number) => lookupDigest(number, app.keys));
  const most = policy.number('registers.refused-people');
  await probed(app, actor, `register:${kind.code}`, 'row.taken', digests, most);
}

/** The answers of a row that was refused because its name is taken; none for any other refusal. */
export const refusedAsTaken = (error: unknown, answers: Answers | undefined): readonly Answers[] =>
  answers && error instanceof ProblemError && error.more.problems?.some(({ code }) => code === 'row.taken')
    ? [answers]
    : [];
