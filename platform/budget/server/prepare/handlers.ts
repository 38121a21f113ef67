import type { preparationEndpoints } from '@zhitongche/contract';
import type { Handlers } from '@zhitongche/core/server';
import { beginPreparation } from './begin.ts';
import { keptFile, listPreparations, showKept, showPreparation } from './preparations.ts';
import { publishPreparation } from './publish.ts';
import { keepPreparation, savePreparation } from './save-preparation.ts';

/** Department budgets under preparation. */
export const preparationHandlers: Handlers<keyof typeof preparationEndpoints> = {
  beginPreparation: ({ app, actor, key, body }) => beginPreparation(app, actor, key, body),
  preparations: ({ app, actor }) => listPreparations(app, actor),
  preparation: ({ app, actor, params }) => showPreparation(app, actor, params.id),
  savePreparation: ({ app, actor, params, key, body }) =>
    savePreparation(app, actor, { id: params.id, key }, body),
  keepPreparation: ({ app, actor, params, key, body }) =>
    keepPreparation(app, actor, { id: params.id, key }, body),
  preparationVersion: ({ app, actor, params }) => showKept(app, actor, params.id, Number(params.no)),
  preparationFile: ({ app, actor, params }) =>
    keptFile(app, actor, params.id, Number(params.no), params.file),
  publishPreparation: ({ app, actor, params, key }) => publishPreparation(app, actor, { id: params.id, key }),
};
