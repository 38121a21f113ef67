import type { Handlers } from '@zhitongche/core/server';
import { measureHistory, measureLines, measureList } from './read-measures.ts';

/** What the office's work comes to. */
export const measureHandlers: Handlers<'measures' | 'measure' | 'measureLines'> = {
  measures: ({ app, actor }) => measureList(app, actor),
  measure: ({ app, actor, params }) => measureHistory(app, actor, params.code),
  measureLines: ({ app, actor, params, query }) => measureLines(app, actor, params.code, query),
};
