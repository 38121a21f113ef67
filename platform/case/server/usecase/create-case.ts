import { isJsonObject, type Json, type Problem } from '@zhitongche/base';
import type { Answers, Fields } from '@zhitongche/form';
import {
  type Beginner,
  draftTitle,
  type Filed,
  filerRoles,
  filingUnits,
  type Service,
  visitProblem,
} from '@zhitongche/case';
import { type OrgTree, roleLabel } from '@zhitongche/access';
import {
  type OfficeActor,
  type App,
  idempotent,
  forbidden,
  notFound,
  ProblemError,
} from '@zhitongche/core/server';
import { openPhone } from '@zhitongche/account/server';
import { newId } from '@zhitongche/host';
import { insertCase, insertDraft, saltFor } from '../linked/insert-case.ts';
import { awaitedBy } from '../linked/awaited.ts';
import type { OpenedFrom } from '../store/case-read.ts';
import { writeAudit } from '@zhitongche/audit/server';
import { onApplicantSide, openCase } from './open-case.ts';

/** What begins a case. */
export interface CreateRequest {
  readonly key: string;
  readonly service: string;
  /** A case whose answers the new draft begins with. */
  readonly copyOf?: string | undefined;
}

/** The general way to begin a case, closed to services that are begun by an endpoint of their own. */
export async function beginCase(
  app: App,
  actor: OfficeActor,
  request: CreateRequest,
): Promise<{ id: string }> {
  const service = app.services.card(request.service);
  if (service?.ownBeginning)
    throw forbidden(
      'service.begun-elsewhere',
      `“${service.name}”请在它自己的页面新建。`,
      `"${service.en}" is begun on its own page.`,
    );
  return await createCase(app, actor, request);
}

const AUDIENCES = { unit: '单位', enterprise: '企业', citizen: '个人', public: '社会公众' } as const;

/** Who files a service, as refusals and the catalogue say it. */
export const filedByWords = (service: Filed): string => {
  const kinds = service.audience.map((kind) => AUDIENCES[kind]).join('、');
  // Who files for themselves is called what they are, once.
  const roles = filerRoles(service)
    .map((role) => roleLabel(role))
    .filter((label) => label !== kinds);
  return roles.length === 0 ? `由${kinds}申报` : `由${kinds}的${roles.join('或')}申报`;
};

/** What a new draft starts from. */
interface Beginning {
  readonly key: string;
  readonly service: Service;
  /** Answers over those the service begins with. */
  readonly answers: Answers;
  /** Whose digest the key is remembered by. */
  readonly request: Json;
  readonly from?: OpenedFrom;
  /** True for a copy: it is worth keeping before anything is typed. */
  readonly copied?: boolean;
}

/** Begins a draft for the actor's unit and gives its id; the same key again gives the same id. */
export async function createCase(
  app: App,
  actor: OfficeActor,
  request: CreateRequest,
): Promise<{ id: string }> {
  const service = await app.services.latest(request.service);
  if (!service) throw notFound('service.unknown', '没有这个事项。', 'There is no such service.');
  const copy = request.copyOf ? await copied(app, actor, service, request.copyOf) : { answers: {} };
  const asked = { service: request.service, copyOf: request.copyOf ?? null };
  return await beginDraft(app, actor, {
    key: request.key,
    service,
    request: asked,
    copied: request.copyOf !== undefined,
    ...copy,
  });
}

/** Writes a new draft with what it begins with. */
export async function beginDraft(
  app: App,
  actor: OfficeActor,
  beginning: Beginning,
): Promise<{ id: string }> {
  const { key, service, from } = beginning;
  const { tree, orgName } = await app.offices.get(actor.office);
  const unit = demandFilingUnit(actor, service, tree);
  const answers = {
    ...service.begins?.(await beginner(app, actor, calledAs(actor) ?? orgName(unit))),
    ...beginning.answers,
  };
  return await idempotent(
    app,
    actor,
    { key, what: 'createCase', request: beginning.request },
    async (query) => {
      const at = app.clock();
      const { office, id: by, name, source } = actor;
      const begun = {
        office,
        id: newId(at.getTime()),
        service,
        unit,
        applicant: { id: by, name },
        salt: await saltFor(query),
        at,
        by: name,
        // What is copied or handed on is about something already; a blank form is not, until somebody types.
        ...((from ?? beginning.copied) ? { title: draftTitle(service, answers) } : {}),
      };
      await insertCase(query, begun);
      await insertDraft(query, app.keys, begun, answers, { savedBy: by, from });
      await writeAudit(query, {
        office,
        at,
        actor: { id: by, name },
        action: 'case.create',
        object: `case:${begun.id}`,
        result: 'ok',
        source,
        detail: { service: service.code, unit, ...(from ? { from: from.case } : {}) },
      });
      return { id: begun.id };
    },
  );
}

/** What whoever of the public acts for is called, without who acts for it. */
const calledAs = ({ visitor, name }: OfficeActor): string | undefined =>
  visitor && name.replace(/（[^（]*(?: 代|代填)）$/, '');

async function beginner(app: App, { office, id, name }: OfficeActor, unit: string): Promise<Beginner> {
  const [row] = await app.db.query<{ phone: string | null }>(
    'select phone from person where office = $1 and id = $2',
    [office, id],
  );
  const phone = row?.phone ? openPhone(app, office, id, row.phone) : undefined;
  return { unit, name, ...(phone === undefined ? {} : { phone }) };
}

/** The unit a person files for; throws 403 when the person files this service for none. */
export function demandFilingUnit(actor: OfficeActor, service: Service, tree: OrgTree): string {
  const problem = actor.visitor && visitProblem(service, actor.visitor);
  if (problem) throw notForVisitor(problem);
  const [unit] = filingUnits(actor, service, tree);
  if (unit) return unit;
  throw forbidden(
    'service.not-yours',
    `“${service.name}”${filedByWords(service)}，您的账户没有这项授权。`,
    `"${service.en}" is filed by another role; your account has no such grant.`,
  );
}

const notForVisitor = ({ code, message, en, ...problem }: Problem): ProblemError =>
  new ProblemError(403, code, message, en, { problems: [{ code, message, en, ...problem }] });

/** Answers of a case for its copy, linked to it where the service says so; one nobody has filed is linked to nothing. */
async function copied(
  app: App,
  actor: OfficeActor,
  service: Service,
  id: string,
): Promise<Pick<Beginning, 'answers' | 'from'>> {
  const opened = await openCase(app, actor, id);
  const { state, loaded } = opened;
  // A copy holds everything in clear: who reads along, the unit's signer as well, may not make one.
  if (loaded.service !== service.code || !onApplicantSide(actor, opened))
    throw notFound(
      'case.not-found',
      '只能复制本单位的同类申报。',
      'Only cases of the own unit and service can be copied.',
    );
  const link = state.status === 'draft' ? undefined : service.links?.find(({ copies }) => copies);
  return {
    answers: askedWithoutFiles(service, state.answers),
    ...(link ? { from: { case: id, kind: link.key, ...awaitedBy(opened, link.key) } } : {}),
  };
}

/** What of these answers a new case of the service may begin with: its own fields, without uploads. */
export function askedWithoutFiles({ form }: Pick<Service, 'form'>, answers: Answers): Answers {
  const fields = Object.fromEntries(Object.values(form).flatMap((section) => Object.entries(section.fields)));
  return withoutFiles(
    fields,
    Object.fromEntries(Object.entries(answers).filter(([key]) => Object.hasOwn(fields, key))),
  );
}

/** Uploads belong to the case they were made for, also those in the rows of a table. */
function withoutFiles(fields: Fields, answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, value]): readonly (readonly [string, Json | undefined])[] => {
      const field = fields[key];
      if (field?.kind === 'files') return [];
      if (field?.kind !== 'table' || !Array.isArray(value)) return [[key, value]];
      return [[key, value.map((row: Json) => (isJsonObject(row) ? withoutFiles(field.columns, row) : row))]];
    }),
  );
}
