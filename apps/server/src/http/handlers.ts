import { accountHandlers } from '@zhitongche/account/server';
import { appointmentHandlers } from '@zhitongche/appointment/server';
import { adminHandlers } from '@zhitongche/administration/server';
import { channelHandlers, webhookHandlers } from '@zhitongche/channel/server';
import { budgetHandlers, executionHandlers, preparationHandlers } from '@zhitongche/budget/server';
import { fileHandlers } from '@zhitongche/case/server';
import { indicatorHandlers } from '@zhitongche/indicator/server';
import { measureHandlers } from '@zhitongche/measure/server';
import { moneyHandlers } from '@zhitongche/money/server';
import { feedHandlers, keptHandlers } from '@zhitongche/register/server';
import { surveyHandlers } from '@zhitongche/survey/server';
import { retentionHandlers } from '@zhitongche/retention/server';
import { caseHandlers } from './case-handlers.ts';
import { catalogueHandlers } from './catalogue-handlers.ts';
import type { Handlers } from '@zhitongche/core/server';
import { publicHandlers } from './public-handlers.ts';
import { counterHandlers, visitHandlers } from '@zhitongche/visitor/server';

/** Every endpoint's handler; an endpoint without one does not compile. */
export const handlers: Handlers = {
  ...publicHandlers,
  ...accountHandlers,
  ...catalogueHandlers,
  ...caseHandlers,
  ...fileHandlers,
  ...adminHandlers,
  ...retentionHandlers,
  ...channelHandlers,
  ...webhookHandlers,
  ...keptHandlers,
  ...measureHandlers,
  ...moneyHandlers,
  ...surveyHandlers,
  ...feedHandlers,
  ...budgetHandlers,
  ...executionHandlers,
  ...indicatorHandlers,
  ...preparationHandlers,
  ...visitHandlers,
  ...counterHandlers,
  ...appointmentHandlers,
};
