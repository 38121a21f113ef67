export type { accountEndpoints } from './account.ts';
export type { retentionEndpoints } from './admin-retention.ts';
export type { adminEndpoints } from './admin.ts';
export { API, type EndpointName } from './api.ts';
export { BACKGROUND } from './background.ts';
export type { preparationEndpoints } from './budget-preparation.ts';
export {
  type Counts,
  DisclosureShape,
  type FindingShape,
  type ProfileShape,
  type ReconciliationShape,
  type Settled,
} from './budget-shapes.ts';
export type { budgetEndpoints } from './budget.ts';
export { EventView } from './case-events.ts';
export { StateView } from './case-state.ts';
export type { BriefView, CaseView, LinkedMatter, TimelineEntry } from './case-view.ts';
export type { channelEndpoints } from './channels.ts';
export type { counterEndpoints } from './counter.ts';
export type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from './endpoint.ts';
export type { executionEndpoints } from './execution.ts';
export type { indicatorEndpoints } from './indicators.ts';
export { letThrough } from './let-through.ts';
export type { MoneyDay, MoneyLine } from './money.ts';
export type { Verification } from './public.ts';
export { RIGHTS } from './rights.ts';
export {
  type CaseRow,
  type CommandShape,
  type OpenActShape,
  ProblemDocument,
  type TotalShape,
} from './shapes.ts';
export { MIRRORED, VISIT, type visitEndpoints, visitPath } from './visits.ts';
export type { webhookEndpoints } from './webhooks.ts';
