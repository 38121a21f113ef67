import { ANSWERED, type App, type Handlers, notFound } from '@zhitongche/core/server';
import { icsOf, sm3Hex } from '@zhitongche/formats';
import { endFeed, feedSince, ownerOf, renewFeed } from './address.ts';
import { ownEvents } from './events.ts';

/** A calendar of one's own by a secret address. */
export const feedHandlers: Handlers<
  'calendarFeed' | 'renewCalendarFeed' | 'endCalendarFeed' | 'readCalendarFeed'
> = {
  calendarFeed: ({ app, actor }) => feedSince(app, actor),
  renewCalendarFeed: ({ app, actor, key }) => renewFeed(app, actor, key),
  endCalendarFeed: async ({ app, actor }) => {
    await endFeed(app, actor);
    return undefined;
  },
  readCalendarFeed: async ({ app, params, request, reply }) => {
    const body = await feedBody(app, params.secret);
    const tag = `"${sm3Hex(body)}"`;
    reply.header('etag', tag).header('cache-control', 'private, no-cache');
    if (request.headers['if-none-match'] === tag) {
      await reply.code(304).send();
      return ANSWERED;
    }
    return { body: Buffer.from(body), type: 'text/calendar', name: '直通车日历.ics' };
  },
};

/** The calendar an address leads to; one that leads nowhere is told as any other that does. */
export async function feedBody(app: App, address: string): Promise<string> {
  const actor = await ownerOf(app, app.config.office, address);
  if (!actor)
    throw notFound(
      'calendar.unknown',
      '没有这个日历地址，或者已经停用。请登录后在“我的账户”里重新生成。',
      'There is no such calendar.',
    );
  return icsOf(`直通车 ${actor.name}`, await ownEvents(app, actor));
}
