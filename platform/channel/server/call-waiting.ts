import { pauseAfter } from '@zhitongche/channel';
import type { App } from '@zhitongche/core/server';
import { describe, type Statement } from '@zhitongche/host';
import { signedPost } from './signed-post.ts';
import { judgeTarget, type TargetRules } from './target.ts';
import { rulesOf, webhookSecret } from './webhooks.ts';

/** For so long a call is one worker's; longer than the other side may take. */
const LEASE = 60_000;

interface Claimed {
  readonly office: string;
  readonly id: string;
  readonly webhook: string;
  readonly event: string;
  readonly body: string;
  readonly tries: number;
  readonly url: string;
  readonly secret: string;
}

/** The next call, leased. Chosen apart: as part of the join it would be chosen again for every row it is joined with. */
export const CLAIM: Statement = {
  name: 'webhook-claim',
  text: `with next as materialized (select office, id from webhook_call where state = 'queued' and next_at <= $1
      order by next_at, office, id limit 1 for update skip locked)
    update webhook_call c set tries = c.tries + 1, next_at = $2 from next, webhook w
    where c.office = next.office and c.id = next.id and w.office = c.office and w.id = c.webhook
    returning c.office, c.id, c.webhook, c.event, c.body, c.tries, w.url, w.secret`,
};

/**
 * Makes the next call; false when none was waiting. Its address is judged anew each time, and called as judged. Only a
 * 2xx counts as taken; anything else is tried again and is stuck in the end.
 */
export async function callWaiting(app: App, rules?: TargetRules): Promise<boolean> {
  const now = app.clock();
  const [claimed] = await app.db.prepared<Claimed>(CLAIM, [now, new Date(now.getTime() + LEASE)]);
  if (!claimed) return false;
  const { office, id, tries } = claimed;
  const said = await made(app, claimed, rules ?? (await rulesOf(app, office))).catch((error: unknown) => {
    app.log.warn({ call: id, office, error: describe(error) }, 'webhook call not made');
    return '没有应答或连接中断';
  });
  const taken = /^2\d\d$/.test(said);
  const pause = taken ? null : pauseAfter(tries);
  const ended = taken || pause === null;
  const at = app.clock();
  await app.db.query(
    `update webhook_call set state = $4, proof = $5, problem = $6, ended_at = $7, next_at = $8
     where office = $1 and id = $2 and tries = $3 and state = 'queued'`,
    [
      office,
      id,
      tries,
      taken ? 'handed-over' : ended ? 'stuck' : 'queued',
      taken ? `HTTP ${said}` : null,
      taken ? null : said,
      ended ? at : null,
      new Date(at.getTime() + (pause ?? 0)),
    ],
  );
  return true;
}

/** The status of a 2xx, or why it was not one. */
async function made(app: App, claimed: Claimed, rules: TargetRules): Promise<string> {
  const { office, id, event, body, webhook, url, secret } = claimed;
  const target = await judgeTarget(url, rules);
  if (typeof target === 'string') return target;
  const call = { id, event, body, secret: webhookSecret(app, office, webhook, secret) };
  const status = await signedPost(target, call, app.clock());
  return status >= 200 && status < 300 ? String(status) : `HTTP ${status}`;
}
