export type { OfficeActor, Signed } from './actor.ts';
export type { App, Outsiders, Reached, Settle, Settling, Specimen, SpecimenBook } from './app.ts';
export type { BlobStore } from './blobs.ts';
export { type Config, publicOrigin, readConfig } from './config.ts';
export { type CursorKey, pageOf, readCursor, unknownCursor } from './cursor.ts';
export { migrate } from './db/migrate.ts';
export { type Step, expectedStep, readSteps } from './db/steps.ts';
export {
  SealBroken,
  type SealContext,
  hiddenTexts,
  isLost,
  lookupDigest,
  lookupDigests,
  openAnswers,
  openJson,
  sealAnswers,
  sealJson,
} from './field-encryption.ts';
export { byHand } from './http/by-hand.ts';
export { ANSWERED, type Call, type FileReply, type Handler, type Handlers } from './http/handler.ts';
export { type Way, wayOf } from './http/way.ts';
export { type WriteRequest, idempotent, replyPlace } from './idempotent.ts';
export { caseKeys, isErased, newCaseSalt } from './keys/case-keys.ts';
export {
  fieldKeyNumber,
  generationOf,
  isCaseKey,
  newestFieldKey,
  nextFieldKey,
} from './keys/field-key-id.ts';
export {
  keyChecks,
  keyInForce,
  keyOpens,
  noteEnded,
  noteFirstKey,
  noteKey,
  noteMaster,
  wrongMaster,
} from './keys/key-check.ts';
export { type KeyRing, MasterMissing, deriveKeys, markOf } from './keys/key-ring.ts';
export type { CodingKeys, Keys, SealingKeys } from './keys/keys.ts';
export { type Masters, knownMasters, masterSecrets, writeMasterKey } from './keys/master-key.ts';
export {
  type Soundness,
  codePrefix,
  codedBefore,
  codedWith,
  macOf,
  madeWith,
  rowSoundness,
  sameMac,
  soundness,
  spokeAt,
  toldWith,
} from './keys/row-mac.ts';
export {
  type ListedCard,
  type ListedService,
  type Lookups,
  broughtTables,
  citedIn,
  listedCard,
  lookupProviders,
} from './listed-service.ts';
export { CASES_MOVED, makeLiveHub } from './live-hub.ts';
export { makeLog } from './logging.ts';
export { waitingWork } from './observe/figures.ts';
export { type JobResult, type Meter, NO_METER } from './observe/meter.ts';
export { openMetricsDoor } from './observe/metrics-door.ts';
export { openSpans } from './observe/otel.ts';
export { promMeter } from './observe/prom-meter.ts';
export { NO_SPAN, type Span, type Spans } from './observe/spans.ts';
export { type Watch, makeWatch, watchStatements } from './observe/watch.ts';
export type { Admission, Adoption } from './ports/admission.ts';
export type { Anchor, Anchors } from './ports/anchors.ts';
export type { Carrier, Carriers, Delivered, Handover, Letter, Post } from './ports/carrier.ts';
export { type Content, ContentCache, type HeldContent } from './ports/content-cache.ts';
export type { DemoAct, DemoFace, DemoStage, DemoStory, DemoWorld } from './ports/demo.ts';
export type { Glyphs } from './ports/glyphs.ts';
export { type LookupProvider, type LookupScope, NO_REACH } from './ports/lookup-provider.ts';
export {
  OFFICE_CHANGED,
  type OfficeConfig,
  type Offices,
  type TableRow,
  type TableVersion,
} from './ports/offices.ts';
export type { MadePaper, PaperMaker, PaperWish } from './ports/paper-maker.ts';
export type { PaymentPort, Payments } from './ports/payments.ts';
export type { Inspected, ReadName, ReadPaper, ReadTasks, Sheet } from './ports/read-tasks.ts';
export type { Reader, SentFile } from './ports/reader.ts';
export type { From, Sessions } from './ports/sessions.ts';
export { PROBLEM_TYPE, documentOf, problemDocument } from './problem-document.ts';
export { NotYours, ProblemError, forbidden, notFound, unsound } from './problem-error.ts';
export { clamdScanner } from './scan/clamd.ts';
export type { ScanVerdict } from './scan/scanner.ts';
export { type ServedService, demandSettled } from './served-service.ts';
export { type ServiceRegistry, type SummedRegister, lazyRegistry } from './service-registry.ts';
export type { SmtpSettings } from './smtp-settings.ts';
