import type { channelEndpoints } from '@zhitongche/contract';
import { type Handlers, ProblemError } from '@zhitongche/core/server';
import { connections, messageFigures } from './message-figures.ts';
import { askAddress, dropAddress, proveAddress } from './contacts.ts';
import { myChannels, saveWishes } from './my-channels.ts';
import { listMessages, settleMessages } from './messages.ts';

/** The visible queue of messages, and the stand-in of a demo office. */
export const channelHandlers: Handlers<keyof typeof channelEndpoints> = {
  myChannels: async ({ app, actor }) => await myChannels(app, actor),
  saveWishes: async ({ app, actor, body }) => {
    await saveWishes(app, actor, body);
  },
  askAddress: async ({ app, actor, body }) => {
    await askAddress(app, actor, body.channel, body.address);
  },
  proveAddress: async ({ app, actor, body }) => {
    await proveAddress(app, actor, body.channel, body.code);
  },
  dropAddress: async ({ app, actor, params }) => {
    await dropAddress(app, actor, params.channel);
  },
  messageOverview: async ({ app, actor }) => {
    const { queued, refused, stuck, ...day } = await messageFigures(app, actor.office);
    return {
      channels: [...(await connections(app, actor.office))],
      counts: { queued, refused, stuck },
      day,
    };
  },
  messages: async ({ app, actor, query }) => await listMessages(app, actor, query),
  settleMessages: async ({ app, actor, body }) => ({
    settled: await settleMessages(app, actor, body.ids, body.act),
  }),
  deliveries: async ({ app }) => {
    const delivered = await app.post.delivered(app.config.office);
    if (delivered === null)
      throw new ProblemError(
        404,
        'demo.only',
        '只有演示环境有演示信箱。',
        'Only a demonstration has this mailbox.',
      );
    return delivered.map(({ id, channel, to, subject, text, at }) => ({
      id,
      channel,
      to,
      subject,
      text,
      at: at.toISOString(),
    }));
  },
};
