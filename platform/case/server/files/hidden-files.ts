import { isJsonObject, type Json } from '@zhitongche/base';
import { type Answers, type Fields, type Form, maskedPaths, type View } from '@zhitongche/form';
import type { OfficeActor, App } from '@zhitongche/core/server';
import { clearanceIn, onApplicantSide, type OpenedCase } from '../usecase/open-case.ts';

/** Where the files of answers lie: id and dotted path of its field. */
type Placed = readonly [id: string, path: string];

const placedIn = (fields: Fields, answers: Answers, prefix: string): readonly Placed[] =>
  Object.entries(fields).flatMap(([key, field]): readonly Placed[] => {
    const value = answers[key];
    if (!Array.isArray(value)) return [];
    return value.flatMap((one: Json): readonly Placed[] => {
      if (!isJsonObject(one)) return [];
      if (field.kind === 'table') return placedIn(field.columns, one, `${prefix}${key}.`);
      return field.kind === 'files' && typeof one.id === 'string' ? [[one.id, prefix + key]] : [];
    });
  });

const fieldsOf = (form: Form): Fields =>
  Object.assign({}, ...Object.values(form).map((section) => section.fields));

const hasFiles = (fields: Fields, prefix: string, paths: ReadonlySet<string>): boolean =>
  Object.entries(fields).some(([key, field]) =>
    field.kind === 'table'
      ? hasFiles(field.columns, `${prefix}${key}.`, paths)
      : field.kind === 'files' &&
        [...paths].some((path) => path === prefix + key || prefix.startsWith(`${path}.`)),
  );

/**
 * Tells of each attachment of a case whether it is kept from the actor: the form masks its field from this reader, who has
 * not had it revealed for a purpose. One that lies in no field (of a draft, of an earlier round) may be of any.
 */
export async function hiddenFiles(
  app: App,
  actor: OfficeActor,
  opened: OpenedCase,
): Promise<(file: { readonly id: string; readonly by_person: string }) => boolean> {
  if (onApplicantSide(actor, opened)) return () => false;
  const { service, state, loaded } = opened;
  const view: View = { clearance: clearanceIn(actor, opened) };
  const forms = [
    [service.form, [state.answers]] as const,
    ...Object.entries(state.records).flatMap(([key, entries]) => {
      const form = service.forms[key]?.form;
      return form ? [[form, entries.map(({ data }) => data)] as const] : [];
    }),
  ];
  const placed = forms.flatMap(([form, all]) => {
    const masked = maskedPaths(form, view);
    const hides = (path: string) => masked.some((one) => path === one || path.startsWith(`${one}.`));
    return all.flatMap((answers) =>
      placedIn(fieldsOf(form), answers, '').map(([id, path]) => ({ id, path, hidden: hides(path) })),
    );
  });
  const anywhere = hasFiles(fieldsOf(service.form), '', new Set(maskedPaths(service.form, view)));
  if (!anywhere && placed.every(({ hidden }) => !hidden)) return () => false;
  const revealed = await revealedTo(app, actor, loaded.id, loaded.content_seqs.at(-1) ?? 0);
  return ({ id, by_person: by }) => {
    if (by === actor.id) return false;
    const here = placed.filter((one) => one.id === id);
    if (here.length === 0) return anywhere;
    return here.every(({ path, hidden }) => hidden && !revealed.has(path));
  };
}

/**
 * Fields of the case's form the actor has had revealed since what stands there was submitted, event `submitted`: who read
 * them for a purpose opens what lies in them. What is submitted later takes a purpose of its own.
 */
async function revealedTo(
  app: App,
  actor: OfficeActor,
  caseId: string,
  submitted: number,
): Promise<ReadonlySet<string>> {
  const rows = await app.db.query<{ field: string }>(
    `select distinct jsonb_array_elements_text(body->'fields') as field from case_event
     where office = $1 and case_id = $2 and body->>'type' = 'revealed' and doer->>'id' = $3 and seq > $4`,
    [actor.office, caseId, actor.id, submitted],
  );
  return new Set(rows.map(({ field }) => field));
}
