import type { indicatorEndpoints } from '@zhitongche/contract';
import type { Handlers } from '@zhitongche/core/server';
import { bindIndicators } from './bind-indicators.ts';
import { indicatorSheet } from './indicator-sheets.ts';
import { listIndicators } from './read-indicators.ts';

/** What an office promised in its budget, and how it stands. */
export const indicatorHandlers: Handlers<keyof typeof indicatorEndpoints> = {
  indicators: ({ app, actor, query }) => listIndicators(app, actor, query.budget),
  bindIndicators: ({ app, actor, params, body, key }) =>
    bindIndicators(app, actor, { id: params.id, key, lines: body.lines }),
  indicatorSheet: ({ app, actor, params }) => indicatorSheet(app, actor, params.id, params.format),
};
