export { type CensusLine, type CountedHere, type Standing, census } from './census.ts';
export { AWAITED, BY_CEILING, CEILING } from './data/sources.ts';
export { PATTERNS } from './data/patterns.ts';
export { type Counted, type Finding, type Fit, type Reading, asksInTime, fitOf, noCeiling } from './fit.ts';
export { type Forecast, type Week, LEAST_WEEKS, forecastMean, forecastSum } from './forecast.ts';
export { type Light, type LightRules, lightOf } from './light.ts';
export { type IndicatorLine, WHOLE_DEPARTMENT, indicatorLines, lineKey, yearTarget } from './line.ts';
export { type Proposal, type PublishedLine, type Way, proposalFor } from './propose.ts';
