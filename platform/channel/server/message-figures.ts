import type { Channel } from '@zhitongche/channel';
import type { App } from '@zhitongche/core/server';

const DAY = 86_400_000;
/** Seconds within which a message that may leave is to be handed over. */
export const IN_TIME = 10;

/** How the messages of an office fare. */
export interface MessageFigures {
  readonly queued: number;
  readonly refused: number;
  readonly stuck: number;
  /** Of the day before now: how many might leave at least ten seconds ago, were handed over, and within ten seconds. */
  readonly due: number;
  readonly handedOver: number;
  readonly inTime: number;
}

/** Counts the messages of an office. What a server refused counts as not handed over: the figure is never better than the truth. */
export async function messageFigures(app: App, office: string): Promise<MessageFigures> {
  const now = app.clock();
  const [[standing], [day]] = await Promise.all([
    app.db.query<Pick<MessageFigures, 'queued' | 'refused' | 'stuck'>>(
      `select count(*) filter (where state = 'queued') as queued, count(*) filter (where state = 'refused') as refused,
         count(*) filter (where state = 'stuck') as stuck
       from message where office = $1 and state in ('queued', 'refused', 'stuck')`,
      [office],
    ),
    app.db.query<{ due: number; handed_over: number; in_time: number }>(
      `select count(*) as due, count(*) filter (where state = 'handed-over') as handed_over,
         count(*) filter (where state = 'handed-over' and ended_at <= due_at + make_interval(secs => $4)) as in_time
       from message where office = $1 and due_at > $2 and due_at <= $3`,
      [office, new Date(now.getTime() - DAY), new Date(now.getTime() - IN_TIME * 1000), IN_TIME],
    ),
  ]);
  return {
    queued: standing?.queued ?? 0,
    refused: standing?.refused ?? 0,
    stuck: standing?.stuck ?? 0,
    due: day?.due ?? 0,
    handedOver: day?.handed_over ?? 0,
    inTime: day?.in_time ?? 0,
  };
}

/** Channels of an office and where each hands over; null = not connected. */
export async function connections(
  app: App,
  office: string,
): Promise<readonly { readonly channel: Channel; readonly via: string | null }[]> {
  const carriers = await app.post.carriers(office);
  return (['mail', 'sms', 'wechat'] as const).map((channel) => ({
    channel,
    via: carriers[channel]?.via ?? null,
  }));
}
