import { calendarOf, lookupsFor, policiesFor, servicesFor, tableOn } from '@zhitongche/case/server';
import type { Handlers } from '@zhitongche/core/server';

/** What the browser needs to run the same checks as the server. */
export const catalogueHandlers: Handlers<
  'services' | 'policies' | 'table' | 'calendar' | 'glyphs' | 'lookups'
> = {
  services: async ({ app, actor }) => servicesFor(app, actor),
  policies: ({ app, actor, params }) => policiesFor(app, actor, params.service),
  table: ({ app, actor, params, query }) => tableOn(app, actor, params.table, query.on),
  calendar: ({ app, actor }) => calendarOf(app, actor),
  glyphs: async ({ app }) => ({ ranges: app.glyphs.ranges }),
  lookups: ({ app, actor, params, body }) => lookupsFor(app, actor, params.service, body),
};
