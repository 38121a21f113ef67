export { bindIndicators } from './bind-indicators.ts';
export { indicatorHandlers } from './handlers.ts';
export { INDICATOR_POLICIES } from './indicator-policies.ts';
export { listIndicators } from './read-indicators.ts';
