import type { channelEndpoints, webhookEndpoints } from '@zhitongche/contract';
import { type Handlers, ProblemError } from '@zhitongche/core/server';
import { connections, messageFigures } from './message-figures.ts';
import { askAddress, dropAddress, proveAddress } from './contacts.ts';
import { copyAnswers } from './copy-answers.ts';
import { myChannels, saveWishes } from './my-channels.ts';
import { addWebhook, endWebhook, listWebhooks, replayCall, webhookCalls } from './webhooks.ts';
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
  copyAnswers: async ({ app, actor, params }) => ({ sent: await copyAnswers(app, actor, params.case) }),
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

/** Other programs that are told what happened. */
export const webhookHandlers: Handlers<keyof typeof webhookEndpoints> = {
  webhooks: async ({ app, actor }) => await listWebhooks(app, actor),
  addWebhook: async ({ app, actor, key, body }) =>
    await addWebhook(app, actor, { key, what: 'addWebhook', request: { ...body } }, body),
  endWebhook: async ({ app, actor, params }) => {
    await endWebhook(app, actor, params.id);
  },
  webhookCalls: async ({ app, actor, params }) => await webhookCalls(app, actor, params.id),
  replayCall: async ({ app, actor, params }) => {
    await replayCall(app, actor, params.id);
  },
};
