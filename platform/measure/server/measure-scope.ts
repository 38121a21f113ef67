import { isAdmin, scopeOf } from '@zhitongche/case';
import { cameOutSql } from '@zhitongche/case/server';
import { type App, notFound, type OfficeActor, type OfficeConfig } from '@zhitongche/core/server';
import type { Params } from '@zhitongche/host';
import type { Measure } from '@zhitongche/measure';
import { unitsBelow } from '@zhitongche/office/server';
import type { Role } from '@zhitongche/access';
import { mayOpenRegister, registerReach } from '@zhitongche/register';

/** A measure as the product holds it, whatever it counts. */
export type AnyMeasure = Pick<Measure<never>, 'code' | 'name' | 'what' | 'unit' | 'sort' | 'edition'>;

/** What a measure counts. */
type Counts =
  | { readonly kind: 'row'; readonly register: string }
  | { readonly kind: 'case'; readonly service: string }
  | { readonly kind: 'answer'; readonly questionnaire: string };

/** A measure with what it counts and how far one reader sees that. */
export interface SeenMeasure {
  readonly measure: AnyMeasure;
  readonly of: Counts;
  /** What else adds to it: a figure two services count together, as the years of one. */
  readonly also: readonly Counts[];
  /** What it counts is called so. */
  readonly ofName: string;
  /** SQL that is true for the lines (alias `l`) the reader may see: those of rows and cases of his. */
  readonly seen: (params: Params) => string;
}

/** Measures a reader may see, in catalogue order, each once, however many add to it; the three administrators see none. */
export async function seenMeasures(app: App, actor: OfficeActor): Promise<readonly SeenMeasure[]> {
  if (isAdmin(actor)) return [];
  const all = new Map<string, SeenMeasure>();
  for (const one of await seenEach(app, actor)) {
    const before = all.get(one.measure.code);
    all.set(one.measure.code, before ? together(before, one) : one);
  }
  return [...all.values()];
}

const together = (one: SeenMeasure, other: SeenMeasure): SeenMeasure => ({
  ...one,
  also: [...one.also, other.of],
  ofName: `${one.ofName}、${other.ofName}`,
  seen: (params) => `(${one.seen(params)} or ${other.seen(params)})`,
});

/** The same as each service and register counts them. */
async function seenEach(app: App, actor: OfficeActor): Promise<readonly SeenMeasure[]> {
  const book = await app.offices.get(actor.office);
  const codes = app.measures.flatMap(({ measures }) => measures.map(({ code }) => code));
  const shared = new Set(codes.filter((code, at) => codes.indexOf(code) < at));
  const counted = app.measures.flatMap((one): readonly SeenMeasure[] => {
    if (one.kind === 'row-measures') {
      const kind = app.registers.find(({ code }) => code === one.register);
      const reach =
        kind &&
        registerReach(
          kind,
          actor,
          book.tree,
          book.orgs.map(({ id }) => id),
        );
      if (!kind || !reach || !mayOpenRegister(reach)) return [];
      const seen = (params: Params) =>
        reach.all ? 'true' : `l.org = any(${params.add([...reach.seen, ...reach.kept])}::uuid[])`;
      return one.measures.map((measure) => ({
        measure,
        of: { kind: 'row', register: one.register },
        also: [],
        ofName: kind.name,
        seen,
      }));
    }
    const service = app.services.card(one.service);
    const units = unitsBelow(actor, book, service);
    if (!service || units.length === 0) return [];
    return one.measures.map((measure) => ({
      measure,
      of: { kind: 'case', service: one.service },
      also: [],
      ofName: service.name,
      seen: (params) =>
        shared.has(measure.code)
          ? `(${casesSql(actor, book, units, params)} and ${ofService(one.service, params)})`
          : casesSql(actor, book, units, params),
    }));
  });
  return [...counted, ...voices(app, actor)];
}

/** Lines of the cases of one service: of a measure several count, each is seen by its own reach. */
const ofService = (service: string, params: Params): string =>
  `exists (select 1 from case_file s where s.office = l.office and s.id = l.subject and s.service = ${params.add(service)})`;

/** Who of the office reads what people say of it. */
const VOICE_READERS: readonly Role[] = [
  'window',
  'handler',
  'countersigner',
  'division-head',
  'deputy-director',
  'director',
  'passport-officer',
  'finance-officer',
];

/** Whether somebody reads what people say of the office. */
export const readsVoices = ({ grants }: Pick<OfficeActor, 'grants'>): boolean =>
  grants.some(({ role }) => VOICE_READERS.includes(role));

/** What the opened answers to each questionnaire come to: satisfied ÷ valid answers. */
const voices = (app: App, actor: OfficeActor): readonly SeenMeasure[] =>
  readsVoices(actor)
    ? [...new Map(app.questionnaires.map((one) => [one.code, one])).values()].map(({ code, who }) => ({
        measure: {
          code: `survey.${code}`,
          name: `${who.zh}满意度`,
          what: '已开启的有效答卷中满意的；未满规定份数的不开启，不计',
          unit: '',
          sort: 'rate',
          edition: 1,
        },
        of: { kind: 'answer', questionnaire: code },
        also: [],
        ofName: '满意度',
        seen: () => 'true',
      }))
    : [];

/** Lines of cases of those units; what is still in a unit counts for the unit alone. */
function casesSql(actor: OfficeActor, book: OfficeConfig, units: readonly string[], params: Params): string {
  const own = params.add(scopeOf(actor, book.tree).units);
  return `(l.org = any(${params.add(units)}::uuid[]) and (l.org = any(${own}::uuid[])
    or (select ${cameOutSql(book, params)} from case_file f where f.office = l.office and f.id = l.subject)))`;
}

/** One measure by its code; one the reader may not see is not there. */
export async function seenMeasure(app: App, actor: OfficeActor, code: string): Promise<SeenMeasure> {
  const found = (await seenMeasures(app, actor)).find(({ measure }) => measure.code === code);
  if (!found) throw notFound('measure.unknown', '没有这项指标。', 'There is no such measure.');
  return found;
}
