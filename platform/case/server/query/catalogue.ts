import {
  type ActData,
  filedByPerson,
  filingUnits,
  type Service,
  type LookedUp,
  type ServiceCard,
  visitProblem,
  openActs,
} from '@zhitongche/case';
import { type Answers, withoutMasked, maskerOf } from '@zhitongche/form';
import { dayInShanghai, type Json } from '@zhitongche/base';
import { pinyinInitials } from '@zhitongche/formats';
import { KERNEL_POLICIES, type PolicyDef, type PolicyReader, type PolicyRow } from '@zhitongche/office';
import {
  type OfficeActor,
  type App,
  NO_REACH,
  type OfficeConfig,
  type TableRow,
  notFound,
  unsound,
} from '@zhitongche/core/server';
import { type LookupAnswers, lookupsOf } from '../case/facts.ts';
import { registerPolicy } from '@zhitongche/register/server';
import { runBatch } from '@zhitongche/host';
import { filedByWords } from '../usecase/create-case.ts';
import {
  clearanceIn,
  lookupScope,
  onApplicantSide,
  openCase,
  type OpenedCase,
  settingOf,
} from '../usecase/open-case.ts';

const serviceCalled = async (app: App, code: string): Promise<Service> => {
  const service = await app.services.latest(code);
  if (service) return service;
  throw noSuchService();
};

const noSuchService = () => notFound('service.unknown', '没有这个事项。', 'There is no such service.');

/**
 * The catalogue as this actor sees it: what may be filed, and why not where not; what only another role files is not
 * offered, and the public is offered nothing but what is its own.
 */
export async function servicesFor(app: App, actor: OfficeActor) {
  const { tree } = await app.offices.get(actor.office);
  const { visitor } = actor;
  const whyNot = (service: ServiceCard): { readonly why: string; readonly whyEn: string } => {
    const problem = visitor && visitProblem(service, visitor);
    if (problem) return { why: `${problem.message}${problem.todo ?? ''}`, whyEn: problem.en };
    if (visitor || filingUnits(actor, service, tree).length > 0) return { why: '', whyEn: '' };
    return { why: `${filedByWords(service)}，您的账户没有这项授权`, whyEn: '' };
  };
  return app.services.current
    .filter((service) => visitor === undefined || service.visitors !== undefined)
    .map((service) => ({ service, ...whyNot(service) }))
    .map((one) => ({ ...one, mayFile: one.why === '' }))
    .filter(({ service, mayFile }) => service.filedBy === undefined || mayFile)
    .map(({ service, mayFile, why, whyEn }) => ({
      code: service.code,
      name: service.name,
      en: service.en,
      category: service.category,
      occasion: service.occasion ?? service.category,
      initials: pinyinInitials(service.name),
      version: service.version,
      what: service.guide.what,
      mayFile,
      why,
      whyEn,
    }));
}

/** The figures of a service in force today for the actor's unit, or of a register for the office, with where each comes from. */
export async function policiesFor(app: App, actor: OfficeActor, code: string) {
  const book = await app.offices.get(actor.office);
  const today = dayInShanghai(app.clock().toISOString());
  const kept = app.registers.find((kind) => kind.code === code);
  // Figures of registers and of what units file are no business of the public.
  if (actor.visitor && !app.services.card(code)?.visitors) throw noSuchService();
  if (kept) return figuresOf(book, kept.policies, registerPolicy(book, kept, today), today);
  const service = app.services.card(code);
  if (!service) throw noSuchService();
  const reader = book.policy(service, filingUnits(actor, service, book.tree)[0] ?? actor.org, today);
  return figuresOf(book, [...KERNEL_POLICIES, ...service.policies], reader, today);
}

const figuresOf = (book: OfficeConfig, defs: readonly PolicyDef[], reader: PolicyReader, today: string) =>
  defs.map((def) => {
    const value = {
      number: () => reader.number(def.key),
      'yes-no': () => reader.flag(def.key),
      text: () => reader.text(def.key),
      list: () => reader.list(def.key),
      money: () => reader.money(def.key) ?? '',
    }[def.type]();
    const row = rowBehind(book.policyRows, def.key, today, reader.basis(def.key)?.title);
    // A fee that was set and has lapsed has no default to fall back on, in the browser as little as here.
    const lapsed = def.type === 'money' && value === '' && def.default !== '';
    return {
      key: def.key,
      value,
      source: reader.basis(def.key)?.title ?? '系统默认，待外办确认',
      validFrom: row?.validFrom ?? (lapsed ? today : null),
    };
  });

/** The row a value came from, told by its source; undefined for a default. */
const rowBehind = (
  rows: readonly PolicyRow[],
  key: string,
  today: string,
  source: string | undefined,
): PolicyRow | undefined =>
  rows.findLast((row) => row.key === key && row.source === source && row.validFrom <= today);

/** Rows of a reference table in force on a day. */
export async function tableOn(app: App, actor: OfficeActor, table: string, on: string | undefined) {
  const book = await app.offices.get(actor.office);
  const open =
    !actor.visitor ||
    app.services.current.some(({ visitors, facts }) => visitors && facts.tables.includes(table));
  if (!open || !book.tables.some((version) => version.name === table))
    throw notFound('table.unknown', '没有这张参考表。', 'There is no such table.');
  return book.table(table, on ?? dayInShanghai(app.clock().toISOString())).map(present);
}

const present = (row: TableRow): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(row).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

/** The office calendar as checks in the browser need it. */
export async function calendarOf(app: App, actor: OfficeActor) {
  const book = await app.offices.get(actor.office);
  return {
    today: dayInShanghai(app.clock().toISOString()),
    covers: { ...book.calendar.covers },
    exceptions: book.exceptions.map(({ date, kind, notice }) => ({ date, kind, notice })),
  };
}

/**
 * Answers a service's lookups for answers being typed; scope is the unit that files, or the case's own. For the form of
 * an act they are asked about the case as it is kept, exactly as when the act is decided.
 */
export async function lookupsFor(
  app: App,
  actor: OfficeActor,
  code: string,
  asked: {
    readonly answers: Answers;
    readonly case?: string | undefined;
    readonly act?: ActData | undefined;
  },
) {
  const { act } = asked;
  const caseId = asked.case === undefined || asked.case === '' ? null : asked.case;
  if (caseId !== null && !/^[0-9a-f-]{36}$/.test(caseId))
    throw misshapen('case', '办件标识不正确', 'Not a case id');
  const opened = caseId === null ? null : await openCase(app, actor, caseId);
  if (opened && opened.service.code !== code)
    throw misshapen('case', '办件不属于这个事项', 'The case is of another service');
  const service = opened?.service ?? (await serviceCalled(app, code));
  if (act && (!opened || !Object.hasOwn(service.forms, act.form)))
    throw misshapen('act', '没有这张办理表', 'No such form of an act');
  const book = await app.offices.get(actor.office);
  if (opened) return await lookupsInCase(app, actor, opened, asked);
  const unit = filingUnits(actor, service, book.tree)[0];
  if (!unit) return {};
  const scope = {
    office: actor.office,
    unit,
    person: filedByPerson(service, { unit, office: book.root.id }) ? actor.id : null,
    everywhere: false,
    reach: NO_REACH,
    by: actor.id,
    caseId,
    today: dayInShanghai(app.clock().toISOString()),
  };
  const about = { answers: asked.answers };
  return { ...(await runBatch(app.db, lookupsOf(service, about, scope, book, app))) };
}

/**
 * The same in a case. Who does not file it asks about what it says, as far as they may see it, and about no number of their
 * own; for the form of an act that is open to them, as the act will be decided, with nothing in the answer they may not see.
 */
async function lookupsInCase(
  app: App,
  actor: OfficeActor,
  opened: OpenedCase,
  asked: { readonly answers: Answers; readonly act?: ActData | undefined },
): Promise<LookupAnswers> {
  const { service, state, book } = opened;
  const { act } = asked;
  const view = { clearance: clearanceIn(actor, opened) };
  const visible = withoutMasked(service.form, state.answers, view);
  const open =
    act && openActs(service, state, actor, settingOf(opened, actor)).some(({ form }) => form === act.form);
  const about: LookedUp = open
    ? { answers: state.answers, act }
    : { answers: !act && onApplicantSide(actor, opened) ? asked.answers : visible };
  const scope = { ...lookupScope(opened, actor.id), everywhere: false };
  const told = await runBatch(app.db, lookupsOf(service, about, scope, book, app));
  const masked = maskerOf(
    service.form,
    state.answers,
    view,
    book.orgs.map(({ name }) => name),
  );
  return Object.fromEntries(Object.entries(told).map(([name, answer]) => [name, eachText(answer, masked)]));
}

const eachText = (value: Json, change: (text: string) => string): Json => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one: Json) => eachText(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, eachText(one, change)]])),
  );
};

const misshapen = (at: string, message: string, en: string) =>
  unsound([{ code: 'input.shape', level: 'block', at: [at], message, en }]);
