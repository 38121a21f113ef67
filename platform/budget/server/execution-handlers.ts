import type { executionEndpoints } from '@zhitongche/contract';
import type { Handlers } from '@zhitongche/core/server';
import { execution, executionLines } from './execution.ts';
import { executionPaper } from './execution-papers.ts';

/** How a year's budget is carried out. */
export const executionHandlers: Handlers<keyof typeof executionEndpoints> = {
  execution: async ({ app, actor, query }) => {
    const told = await execution(app, actor, query);
    return {
      ...told,
      dates: [...told.dates],
      ceilings: told.ceilings.map((one) => ({ ...one, dates: [...one.dates] })),
    };
  },
  executionLines: ({ app, actor, params, query }) => executionLines(app, actor, params.id, query),
  executionPaper: ({ app, actor, params, query }) => executionPaper(app, actor, params.paper, query),
};
