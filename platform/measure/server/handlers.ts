import type { Handlers } from '@zhitongche/core/server';
import { planExecution } from './plan-execution.ts';
import { measureHistory, measureLines, measureList } from './read-measures.ts';

/** What the office's work comes to. */
export const measureHandlers: Handlers<'measures' | 'measure' | 'measureLines' | 'plan'> = {
  measures: ({ app, actor }) => measureList(app, actor),
  measure: ({ app, actor, params, query }) => measureHistory(app, actor, params.code, query),
  plan: ({ app, actor, params, query }) => planExecution(app, actor, params.register, query.year),
  measureLines: ({ app, actor, params, query }) => measureLines(app, actor, params.code, query),
};
