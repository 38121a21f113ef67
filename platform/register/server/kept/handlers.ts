import type { Handlers } from '@zhitongche/core/server';
import { keepRow } from './keep-row.ts';
import { keptRegisters, stageCounts } from './count-rows.ts';
import { listRows } from './list-rows.ts';
import { showRow } from './show-row.ts';

/** Registers that people keep. */
export const keptHandlers: Handlers<
  'keptRegisters' | 'keptRows' | 'keptStages' | 'keptRow' | 'keptEnter' | 'keptAct'
> = {
  keptRegisters: ({ app, actor }) => keptRegisters(app, actor),
  keptRows: ({ app, actor, params, query }) =>
    listRows(app, actor, params.register, { ...query, filters: query.filters?.split('\n') }),
  keptStages: ({ app, actor, params }) => stageCounts(app, actor, params.register),
  keptRow: ({ app, actor, params }) => showRow(app, actor, params.register, params.id),
  keptEnter: ({ app, actor, params, body, key }) =>
    keepRow(app, actor, { register: params.register, key, command: body.command }),
  keptAct: ({ app, actor, params, body, key }) =>
    keepRow(app, actor, {
      register: params.register,
      id: params.id,
      revision: body.revision,
      key,
      command: body.command,
    }),
};
