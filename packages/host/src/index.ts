export { atOneMoment } from './db/at-one-moment.ts';
export { connectionLost } from './db/connection-lost.ts';
export type { Db, Query, Statement, WatchStatement } from './db/db.ts';
export { type EmbeddedServer, startEmbedded } from './db/embedded.ts';
export { keepEmbedded } from './db/keep-embedded.ts';
export { Params } from './db/params.ts';
export { openDb } from './db/pool.ts';
export { type QueryBatch, type Question, type Rows, runBatch, runBothBatches } from './db/query-batch.ts';
export { markRestoring, readRestoreMark, unfinishedRestore, unmarkRestoring } from './db/restore-mark.ts';
export { SHAPE_LOCK, STEP_TABLE, ensureRole } from './db/shape.ts';
export { APP_ROLE, type Target } from './db/target.ts';
export { describe, property, withoutValues } from './describe-error.ts';
export { isId, newId } from './id.ts';
export { eachInTurn, inParts } from './in-parts.ts';
export {
  type NotOutward,
  type Outward,
  type OutwardRules,
  judgeOutward,
  lookupOf,
  outwardRules,
} from './outward.ts';
export { type KeptOptions, keepThread } from './thread/kept-thread.ts';
export { makeLimiter } from './thread/limiter.ts';
export { serveThread } from './thread/serve-thread.ts';
export { startThread } from './thread/start-thread.ts';
export { VERSION } from './version.ts';
