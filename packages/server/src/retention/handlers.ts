import type { retentionEndpoints } from '@zhitongche/contract/admin-retention.ts';
import type { Handlers } from '../http/handler.ts';
import { askErasure } from './ask-erasure.ts';
import { endHold, placeHold } from './holds.ts';
import { retentionView } from './view.ts';

/** What is kept, for how long, and what two persons have deleted. */
export const retentionHandlers: Handlers<keyof typeof retentionEndpoints> = {
  retention: async ({ app, actor }) => await retentionView(app, actor),
  askErasure: async ({ app, actor, key }) =>
    await askErasure(app, actor, { key, what: 'askErasure', request: {} }),
  placeHold: async ({ app, actor, key, body }) =>
    await placeHold(app, actor, { key, what: 'placeHold', request: { ...body } }, body),
  endHold: async ({ app, actor, params, body }) => {
    await endHold(app, actor, params.id, body.reason);
  },
};
