import { accountHandlers } from '../account/handlers.ts';
import { adminHandlers } from '../admin/handlers.ts';
import { budgetHandlers } from '../budget/handlers.ts';
import { preparationHandlers } from '../budget/prepare/handlers.ts';
import { fileHandlers } from '../files/handlers.ts';
import { retentionHandlers } from '../retention/handlers.ts';
import { caseHandlers } from './case-handlers.ts';
import { catalogueHandlers } from './catalogue-handlers.ts';
import type { Handlers } from './handler.ts';
import { publicHandlers } from './public-handlers.ts';

/** Every endpoint's handler; an endpoint without one does not compile. */
export const handlers: Handlers = {
  ...publicHandlers,
  ...accountHandlers,
  ...catalogueHandlers,
  ...caseHandlers,
  ...fileHandlers,
  ...adminHandlers,
  ...retentionHandlers,
  ...budgetHandlers,
  ...preparationHandlers,
};
