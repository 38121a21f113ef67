import type { Actor, Sensitivity } from '@zhitongche/access';
import {
  canSeeCase,
  caseOrgsOf,
  type CaseState,
  clearanceOf,
  type DecideContext,
  type Doer,
  filedByPerson,
  isApplicant,
  type Service,
} from '@zhitongche/case';
import { dayInShanghai } from '@zhitongche/base';
import type { PolicyReader } from '@zhitongche/office';
import {
  type OfficeActor,
  type App,
  type HeldContent,
  type Content,
  caseKeys,
  isErased,
  type OfficeConfig,
  notFound,
  ProblemError,
  type LookupScope,
  NO_REACH,
} from '@zhitongche/core/server';
import { refused } from '@zhitongche/audit/server';
import { factsOf, type LookupAnswers } from '../case/facts.ts';
import { casePlace, joinState, openContent } from '../case/sealed.ts';
import type { Query } from '@zhitongche/host';
import { unitsBelow } from '@zhitongche/office/server';
import { type LoadedCase, type LoadedPage, type ReadCase, readCase, readPage } from '../store/case-read.ts';

/** A case in memory with everything a decision about it looks at. */
export interface OpenedCase<L extends LoadedCase = LoadedCase> {
  readonly loaded: L;
  readonly service: Service;
  readonly state: CaseState;
  readonly book: OfficeConfig;
  readonly policy: PolicyReader;
  readonly today: string;
  readonly now: Date;
}

/** A case in memory with everything its page shows. */
export type OpenedPage = OpenedCase<LoadedPage>;

/** The one answer for a case that is not there and for one that is none of the reader's business. */
export const noSuchCase = () =>
  notFound(
    'case.not-found',
    '没有这个办件，或您没有查看权限。',
    'There is no such case, or it is not open to you.',
  );

/** Reads a case for whoever may see it; everybody else gets the same 404 as for a case that does not exist. */
export const openCase = (app: App, actor: OfficeActor, id: string, key = ''): Promise<OpenedCase> =>
  openFor(app, actor, id, key, readCase);

/** The same with all its page shows. */
export const openPage = (app: App, actor: OfficeActor, id: string, key = ''): Promise<OpenedPage> =>
  openFor(app, actor, id, key, readPage);

async function openFor<L extends LoadedCase>(
  app: App,
  actor: OfficeActor,
  id: string,
  key: string,
  read: ReadCase<L>,
): Promise<OpenedCase<L>> {
  const opened = await opening(app, actor.office, id, { person: actor.id, key }, read);
  if (opened && maySee(actor, opened)) return opened;
  const none = noSuchCase();
  if (opened) await refused(app, actor, `case:${id}`, none.code);
  throw none;
}

/** Who reads, and under which idempotency key. */
interface Asker {
  readonly person: string;
  readonly key: string;
}

/** Reads a case for the system, which sees all of them; null when there is none. */
export const openAnyCase = (app: App, office: string, id: string, asker: Asker): Promise<OpenedCase | null> =>
  opening(app, office, id, asker, readCase);

/** The same as a transaction sees it that has locked it. */
export const openLocked = (
  app: App,
  query: Query,
  office: string,
  id: string,
  asker: Asker = { person: NOBODY, key: '' },
): Promise<OpenedCase | null> => {
  const db = { prepared: query };
  return opening(app, office, id, asker, (_db, ...rest) => readCase(db, ...rest));
};

const NOBODY = '00000000-0000-0000-0000-000000000000';

async function opening<L extends LoadedCase>(
  app: App,
  office: string,
  id: string,
  asker: Asker,
  read: ReadCase<L>,
): Promise<OpenedCase<L> | null> {
  // Held while the database is asked: others may push it out of memory meanwhile, and nobody sends it then.
  const held = app.contents.get(`${office}/${id}`);
  const [book, loaded] = await Promise.all([
    app.offices.get(office),
    read(app.db, office, id, { ...asker, knownContent: held?.seq ?? 0 }),
  ]);
  if (!loaded) return null;
  const service = await app.services.get(loaded.service, loaded.version);
  // No program starts on a database with cases it does not know: this one came from a newer node since.
  if (!service)
    throw new ProblemError(
      503,
      'system.older',
      '系统正在升级，本办件暂由新版本程序办理，请稍后重试。',
      'The system is being upgraded and this case belongs to the newer program; try again shortly.',
      { retryAfter: 5 },
    );
  const now = app.clock();
  const today = dayInShanghai(now.toISOString());
  const content = contentOf(app, office, loaded, held);
  return {
    loaded,
    service,
    state: joinState(loaded.state, content, null, caseKeys(app.keys, loaded.salt), casePlace(office, id)),
    book,
    policy: book.policy(service, loaded.unit, today),
    today,
    now,
  };
}

function contentOf(
  app: App,
  office: string,
  loaded: LoadedCase,
  held: HeldContent | undefined,
): Content | null {
  const seq = loaded.content_seqs.at(-1);
  if (seq === undefined) return null;
  if (loaded.content) {
    const keys = caseKeys(app.keys, loaded.salt);
    const content = openContent(loaded.content, keys, casePlace(office, loaded.id));
    // What was erased must not come back out of this process's memory either.
    app.contents.put(`${office}/${loaded.id}`, seq, content);
    return content;
  }
  if (held?.seq !== seq) throw new Error(`Event ${seq} of case ${loaded.id} holds no answers`);
  return held.content;
}

/** Whether the actor may see a case; a draft belongs to whoever began it although nobody has submitted it. */
export function maySee(
  actor: Actor,
  opened: Pick<OpenedCase, 'loaded' | 'service' | 'state' | 'book'>,
): boolean {
  const { loaded, service, state, book } = opened;
  const orgs = state.orgs ?? orgsOf(book, loaded.unit);
  return canSeeCase(
    actor,
    orgs,
    { ...state, applicant: ownerOf(opened), satAt: loaded.sat_at },
    book.tree,
    service,
  );
}

/** Whoever began the case, also before anybody has submitted it. */
export const ownerOf = ({ loaded, state }: Pick<OpenedCase, 'loaded' | 'state'>): Doer =>
  state.applicant ?? { id: loaded.applicant, name: loaded.applicant_name, org: loaded.unit };

/** The state with its applicant and organisations, as rules of access ask for them, also of a draft. */
const placed = ({ loaded, state, book }: Pick<OpenedCase, 'loaded' | 'state' | 'book'>) => ({
  seats: state.seats,
  applicant: ownerOf({ loaded, state }),
  orgs: state.orgs ?? { office: book.root.id, unit: loaded.unit, divisions: {} },
});

/** Whether the actor is of the side that files the case. */
export const onApplicantSide = (actor: Actor, opened: OpenedCase): boolean =>
  isApplicant(actor, placed(opened), opened.service);

/** How private a value of the case the actor sees unmasked on its page. */
export const clearanceIn = (actor: Actor, opened: OpenedCase): Sensitivity =>
  clearanceOf(actor, placed(opened), opened.book.tree, opened.service);

/** What registers answer the checks of a case about: its unit, or the person who files for himself. */
export const lookupScope = (opened: OpenedCase, by: string): LookupScope => ({
  by,
  office: opened.book.office,
  unit: opened.loaded.unit,
  person: filedByPerson(opened.service, { unit: opened.loaded.unit, office: opened.book.root.id })
    ? ownerOf(opened).id
    : null,
  everywhere: opened.state.status !== 'draft',
  reach: NO_REACH,
  caseId: opened.loaded.id,
  today: opened.today,
});

/** The same for somebody who reads the case: whoever reviews it is told of every unit below the own office. */
export const readingScope = (actor: Actor, opened: OpenedCase): LookupScope => ({
  ...lookupScope(opened, actor.id),
  reach: onApplicantSide(actor, opened)
    ? NO_REACH
    : {
        units: unitsBelow(actor, opened.book, opened.service),
        of: JSON.stringify([actor.grants, actor.standsInFor]),
      },
});

/** What the kernel decides against. */
export function settingOf(opened: OpenedCase, actor: Actor, lookups: LookupAnswers = {}): DecideContext {
  const { book, loaded, policy, today, now, state } = opened;
  return {
    actor,
    now: now.toISOString(),
    today,
    policy,
    calendar: book.calendar,
    tree: book.tree,
    caseId: loaded.id,
    facts: factsOf(book, today, lookups),
    ...(isErased(loaded.salt) ? { erased: true as const } : {}),
    ...(state.orgs ? {} : { orgs: orgsOf(book, loaded.unit) }),
  };
}

/** Organisations of a unit's cases by the tree as it stands now. */
export function orgsOf(book: OfficeConfig, unit: string) {
  const orgs = caseOrgsOf(book.tree, unit, book.orgs);
  if (orgs) return orgs;
  throw notFound(
    'org.unknown',
    '单位不在本外办的机构树中，请联系系统管理员。',
    'The unit is not in the office tree.',
  );
}
