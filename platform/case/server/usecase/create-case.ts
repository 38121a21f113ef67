import { isJsonObject, type Json } from '@zhitongche/base';
import type { Answers, Fields } from '@zhitongche/form';
import {
  type Beginner,
  emptyState,
  type Filed,
  filerRoles,
  filingUnits,
  type Service,
} from '@zhitongche/case';
import { type OrgTree, roleLabel } from '@zhitongche/access';
import {
  type OfficeActor,
  type App,
  caseKeys,
  newCaseSalt,
  idempotent,
  forbidden,
  notFound,
  sealAnswers,
} from '@zhitongche/core/server';
import { openPhone } from '@zhitongche/account/server';
import { casePlace, stripState } from '../case/sealed.ts';
import { type Query, newId } from '@zhitongche/host';
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

/** A salt of its own, unless a program that could not read the case may still serve beside this one. */
async function saltFor(query: Query): Promise<string | null> {
  const started = await query("select at from case_salt_start where office = '' and at <= now()");
  return started.length > 0 ? newCaseSalt() : null;
}

const AUDIENCES = { unit: '单位', enterprise: '企业', citizen: '个人' } as const;

/** Who files a service, as refusals and the catalogue say it. */
export const filedByWords = (service: Filed): string => {
  const roles = filerRoles(service).map((role) => roleLabel(role));
  return `由${service.audience.map((kind) => AUDIENCES[kind]).join('、')}的${roles.join('或')}申报`;
};

/** Begins a draft for the actor's unit and gives its id; the same key again gives the same id. */
export async function createCase(
  app: App,
  actor: OfficeActor,
  request: CreateRequest,
): Promise<{ id: string }> {
  const service = await app.services.latest(request.service);
  if (!service) throw notFound('service.unknown', '没有这个事项。', 'There is no such service.');
  const { tree, orgName } = await app.offices.get(actor.office);
  const unit = demandFilingUnit(actor, service, tree);
  const answers = {
    ...service.begins?.(await beginner(app, actor, orgName(unit))),
    ...(request.copyOf ? await copied(app, actor, service, request.copyOf) : {}),
  };
  const asked = { service: request.service, copyOf: request.copyOf ?? null };
  return await idempotent(
    app,
    actor,
    { key: request.key, what: 'createCase', request: asked },
    async (query) => {
      const now = app.clock();
      const id = newId(now.getTime());
      const salt = await saltFor(query);
      await query(
        `insert into case_file (office, id, service, version, status, unit, applicant, applicant_name, state, turn,
         updated_at, updated_by, created_at, salt)
       values ($1, $2, $3, $4, 'draft', $5, $6, $7, $8, $9, $10, $7, $10, $11)`,
        [
          actor.office,
          id,
          service.code,
          service.version,
          unit,
          actor.id,
          actor.name,
          JSON.stringify(stripState(emptyState)),
          JSON.stringify([actor.name]),
          now,
          salt,
        ],
      );
      await query(
        'insert into draft (office, case_id, answers, revision, saved_by, saved_at) values ($1, $2, $3, 0, $4, $5)',
        [
          actor.office,
          id,
          JSON.stringify(
            sealAnswers(service.form, answers, caseKeys(app.keys, salt), casePlace(actor.office, id)),
          ),
          actor.id,
          now,
        ],
      );
      await writeAudit(query, {
        office: actor.office,
        at: now,
        actor: { id: actor.id, name: actor.name },
        action: 'case.create',
        object: `case:${id}`,
        result: 'ok',
        source: actor.source,
        detail: { service: service.code, unit },
      });
      return { id };
    },
  );
}

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
  const [unit] = filingUnits(actor, service, tree);
  if (unit) return unit;
  throw forbidden(
    'service.not-yours',
    `“${service.name}”${filedByWords(service)}，您的账户没有这项授权。`,
    `"${service.en}" is filed by another role; your account has no such grant.`,
  );
}

async function copied(app: App, actor: OfficeActor, service: Service, id: string): Promise<Answers> {
  const opened = await openCase(app, actor, id);
  const { state, loaded } = opened;
  // A copy holds everything in clear: who reads along, the unit's signer as well, may not make one.
  if (loaded.service !== service.code || !onApplicantSide(actor, opened))
    throw notFound(
      'case.not-found',
      '只能复制本单位的同类申报。',
      'Only cases of the own unit and service can be copied.',
    );
  const fields = Object.fromEntries(
    Object.values(service.form).flatMap((section) => Object.entries(section.fields)),
  );
  return withoutFiles(fields, state.answers);
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
