import { caseTurnings } from '@zhitongche/case/server';
import type { App, OfficeActor } from '@zhitongche/core/server';
import { rowsDue } from '@zhitongche/register/server';

/** What turns yellow, is due and is late, today and this week: cases by whose turn it is, rows by their register. */
export async function deadlines(app: App, actor: OfficeActor) {
  const [cases, registers] = await Promise.all([caseTurnings(app, actor), rowsDue(app, actor)]);
  return { ...cases, registers };
}
