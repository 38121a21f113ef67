import { type Channel, CHANNELS, pauseAfter } from '@zhitongche/channel';
import type { App, Handover } from '@zhitongche/core/server';
import { describe, type Statement } from '@zhitongche/host';
import { openMessage } from './enqueue.ts';

/** For so long a message is one worker's; it is told again while whoever takes it is slow, and lapses when the worker dies. */
const LEASE = 60_000;
const TELL_AGAIN = 20_000;

interface Claimed {
  readonly office: string;
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly sealed: string | null;
  readonly secret: boolean;
  readonly tries: number;
  readonly expires_at: Date | null;
}

/** The next message, leased. Chosen apart: as part of the join it would be chosen again for every row it is joined with. */
export const CLAIM: Statement = {
  name: 'message-claim',
  text: `with next as materialized (select office, id from message where channel = $1 and state = 'queued' and next_at <= $2
      order by next_at, office, id limit 1 for update skip locked)
    update message m set tries = m.tries + 1, next_at = $3 from next
    where m.office = next.office and m.id = next.id
    returning m.office, m.id, m.kind, m.subject, m.sealed, m.secret, m.tries, m.expires_at`,
};

/**
 * Hands the next message of a channel over; false when none was waiting. What is written before it is handed over and
 * after are two commits: a worker killed in between leaves it to be tried again under the same Message-ID, so that it may
 * arrive twice and never not at all.
 */
export async function sendWaiting(app: App, channel: Channel): Promise<boolean> {
  const now = app.clock();
  const [claimed] = await app.db.prepared<Claimed>(CLAIM, [channel, now, after(now, LEASE)]);
  if (!claimed) return false;
  const { office, id } = claimed;
  const went = await handOver(app, channel, claimed);
  await settle(app, claimed, went);
  if (went.state === 'handed-over') app.log.info({ message: id, office, channel }, 'message handed over');
  else
    app.log.warn({ message: id, office, channel, tries: claimed.tries, ...went }, 'message not handed over');
  return true;
}

/** What became of a try. */
type Went = Handover | { readonly state: 'stuck' | 'expired'; readonly problem: string };

async function handOver(app: App, channel: Channel, claimed: Claimed): Promise<Went> {
  const { office, id, kind, subject, sealed, tries, expires_at: expires } = claimed;
  if (expires !== null && expires <= app.clock()) return { state: 'expired', problem: '' };
  const carrier = (await app.post.carriers(office))[channel];
  if (carrier === null)
    return { state: 'stuck', problem: `${CHANNELS[channel]}未接通：程序没有设置由谁发送` };
  if (sealed === null) return { state: 'stuck', problem: '内容已按期限删除' };
  const held = setInterval(() => {
    app.db
      .query(
        "update message set next_at = $3 where office = $1 and id = $2 and state = 'queued' and tries = $4",
        [office, id, after(app.clock(), LEASE), tries],
      )
      .catch((error: unknown) => app.log.warn({ message: id, error: describe(error) }, 'lease not renewed'));
  }, TELL_AGAIN);
  try {
    const letter = { id, kind, subject, ...openMessage(app, office, id, sealed) };
    return laterOrStuck(hiding(letter.to, await carrier.send(letter)), tries);
  } catch (error) {
    app.log.error({ message: id, channel, error: describe(error) }, 'message could not be handed over');
    return laterOrStuck({ state: 'later', problem: '程序出错，见运行日志' }, tries);
  } finally {
    clearInterval(held);
  }
}

const laterOrStuck = (went: Handover, tries: number): Went =>
  went.state === 'later' && pauseAfter(tries) === null ? { state: 'stuck', problem: went.problem } : went;

/** Servers like to repeat the address; what they said is shown to people who may not read it. */
function hiding(to: string, went: Handover): Handover {
  const hidden = (text: string): string => text.replaceAll(to, '（地址）').slice(0, 300);
  return went.state === 'handed-over'
    ? { ...went, proof: hidden(went.proof) }
    : { ...went, problem: hidden(went.problem) };
}

/** Writes down how it went, unless somebody else has it by now. */
async function settle(app: App, { office, id, secret, tries }: Claimed, went: Went): Promise<void> {
  const now = app.clock();
  const ended = went.state !== 'later';
  await app.db.query(
    `update message set state = $4, problem = $5, proof = $6, ended_at = $7, next_at = $8,
       sealed = case when $9 then null else sealed end
     where office = $1 and id = $2 and tries = $3 and state = 'queued'`,
    [
      office,
      id,
      tries,
      ended ? went.state : 'queued',
      went.state === 'handed-over' ? null : went.problem,
      went.state === 'handed-over' ? went.proof : null,
      ended ? now : null,
      ended ? now : after(now, pauseAfter(tries) ?? 0),
      secret && (went.state === 'handed-over' || went.state === 'expired'),
    ],
  );
}

const after = (now: Date, ms: number): Date => new Date(now.getTime() + ms);
