import { record } from '@zhitongche/audit/server';
import { type App, type From, notFound, type OfficeActor } from '@zhitongche/core/server';
import { endVisitorSession, openVisitorSession } from './open-visitor-session.ts';
import { partiesOf } from './parties.ts';
import { accountOf, storedVisitor } from './visitor-account.ts';

/**
 * Goes on as somebody else, null = as oneself, in a new session: what a page of the old one still sends is refused instead
 * of done for the wrong one.
 * @throws ProblemError: `visitor.no-party`.
 */
export async function actAs(
  app: App,
  actor: OfficeActor,
  party: string | null,
  from: From,
  replaces: string,
): Promise<string> {
  const account = accountOf(actor);
  await storedVisitor(app, account);
  const wanted = party ?? account;
  if (wanted !== account && !(await partiesOf(app, account)).some(({ id, open }) => id === wanted && open))
    throw notFound(
      'visitor.no-party',
      '没有这个办理身份，或授权已到期、已结束。',
      'You do not act for them, or not any more.',
    );
  return await app.db.tx(async (query) => {
    await endVisitorSession(app, query, replaces);
    await record(query, actor, app.clock(), 'visitor.act-as', `visitor:${account}`, { party: wanted });
    return await openVisitorSession(app, query, { visitor: account, party: wanted }, from);
  });
}
