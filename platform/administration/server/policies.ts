import type { API, BodyOf, ReplyOf } from '@zhitongche/contract';
import { type PolicyDef, type PolicyRow, type PolicyValue, fitsPolicy, timerMarks } from '@zhitongche/office';
import { type Problem, isDay, dayInShanghai, readOpenSpans, RECURS_WORDS } from '@zhitongche/base';
import { dutyPolicy, isDutyRule, STOPPED } from '@zhitongche/register';
import { namesRepository } from '@zhitongche/case';
import { type OfficeActor, type App, type WriteRequest, idempotent, unsound } from '@zhitongche/core/server';
import { record, nameSettings, tellRow } from '@zhitongche/audit/server';
import { type Query, newId } from '@zhitongche/host';
import { policyMac } from '@zhitongche/office/server';
import { fault, repositoryAsSource, openRequest } from '@zhitongche/account/server';
import { printedProblems } from './printed.ts';
import { promiseProblems } from './promised-days.ts';
import { officeChanged } from './office-changed.ts';

type Listed = ReplyOf<(typeof API)['allPolicies']>;

interface Stored {
  readonly id: string;
  readonly key: string;
  readonly org: string | null;
  readonly value: PolicyValue;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly source: string;
  readonly by: string | null;
  readonly at: Date;
}

/** Every figure an office can set, with what was set when, by whom and on which source. */
export async function listPolicies(app: App, actor: OfficeActor): Promise<Listed> {
  const rows = await app.db.query<Stored>(
    `select r.id, r.key, r.org, r.value, r.valid_from, r.valid_to, r.source, p.name as by, r.at
     from policy_row r left join person p on p.office = r.office and p.id = r.by_person
     where r.office = $1 order by r.valid_from desc, r.at desc`,
    [actor.office],
  );
  return definitions(app).map(([service, def]) => ({
    key: def.key,
    label: def.label,
    service,
    type: def.type,
    unit: def.unit ?? '',
    default: def.default,
    basis: def.basis ? [def.basis.title, def.basis.article].filter(Boolean).join(' ') : '',
    ...(def.among ? { among: { ...def.among } } : {}),
    unconfirmed: def.unconfirmed === true || def.basis?.unconfirmed === true,
    rows: rows
      .filter((row) => row.key === def.key)
      .map((row) => ({
        id: row.id,
        org: row.org,
        value: row.value,
        validFrom: row.valid_from,
        validTo: row.valid_to,
        source: row.source,
        by: row.by ?? '系统初始化',
        at: row.at.toISOString(),
      })),
  }));
}

/**
 * Sets a figure from a day on: a new row, the old ones stay for the cases they decided. A figure of log-in, and one that
 * is to have counted before today, waits for a second administrator first.
 * @throws ProblemError: every problem of what was asked, at once.
 */
export async function addPolicy(
  app: App,
  actor: OfficeActor,
  asked: WriteRequest,
  body: BodyOf<(typeof API)['addPolicy']>,
): Promise<{ id: string; waits: boolean }> {
  const book = await app.offices.get(actor.office);
  const { tree } = book;
  const problems: Problem[] = [];
  const say = (field: string, message: string, en: string) =>
    problems.push(fault('policy.refused', field, message, en));
  const def = definitionOf(app, body.key);
  if (!def) say('key', '没有这项数值。', 'No such figure.');
  else if (!fitsPolicy(def, body.value) || !withinReason(body.value))
    say('value', `“${def.label}”应为${policyWords(def)}。`, 'The value is not what the figure takes.');
  else
    problems.push(
      ...wordProblems(def, body.value),
      ...dayProblems(app, def, body.value),
      ...timerProblems(app, def, body.value),
      ...dutyProblems(app, def, body.value),
    );
  problems.push(
    ...printedProblems(app, [
      ['value', def?.label ?? '', [body.value].flat().filter(isText).join('')],
      ['source', '来源', body.source],
    ]),
  );
  if (body.org !== undefined && !tree.get(body.org)) say('org', '没有这个机构。', 'No such organisation.');
  if (!isDay(body.validFrom)) say('validFrom', '生效日期不存在。', 'No such day.');
  if (body.validTo !== undefined && !(isDay(body.validTo) && body.validTo >= body.validFrom))
    say('validTo', '截止日期不存在，或早于生效日期。', 'No such day, or it lies before the first.');
  if (namesRepository(body.source)) problems.push(repositoryAsSource('policy.refused', 'source'));
  if (problems.length === 0) problems.push(...(await promiseProblems(app.services, book, body)));
  const today = dayInShanghai(app.clock().toISOString());
  if (def?.type === 'money') problems.push(...feeProblems(def, body, book.policyRows, today));
  if (problems.length > 0) throw unsound(problems);
  return await idempotent(app, actor, asked, async (query) => {
    if (def?.seconded || body.validFrom < today)
      return {
        id: await openRequest(app, query, actor, { kind: 'policy', subject: body.key, body }),
        waits: true,
      };
    return { id: await insertPolicy(app, query, actor, actor.id, body), waits: false };
  });
}

/** Why a fee may not be set for these days: two amounts would count on one of them. */
function feeProblems(
  { label }: PolicyDef,
  {
    key,
    org,
    validFrom,
    validTo,
  }: Pick<BodyOf<(typeof API)['addPolicy']>, 'key' | 'org' | 'validFrom' | 'validTo'>,
  rows: readonly PolicyRow[],
  today: string,
): readonly Problem[] {
  const clash = rows.find(
    (row) => row.key === key && row.org === org && overlaps(row, { validFrom, validTo }, today),
  );
  if (!clash) return [];
  const until = clash.validTo === undefined ? '起' : `至${clash.validTo}`;
  return [
    fault(
      'policy.overlap',
      'validFrom',
      `“${label}”已有${clash.validFrom}${until}的标准（${clash.source}），同一天不能有两个收费标准；请改起止日期。`,
      'Another amount is set for some of these days.',
    ),
  ];
}

/** A fee ends where the next begins unless it says its last day; what has not begun yet may be set anew. */
const overlaps = (
  row: PolicyRow,
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo?: string | undefined },
  today: string,
): boolean => {
  if (row.validFrom === validFrom) return validFrom <= today;
  if (row.validFrom < validFrom) return row.validTo !== undefined && row.validTo >= validFrom;
  return validTo !== undefined && row.validFrom <= validTo;
};

/** Writes the row that counts, in the name of whoever asked for it. */
export async function insertPolicy(
  app: App,
  query: Query,
  actor: OfficeActor,
  by: string,
  body: BodyOf<(typeof API)['addPolicy']>,
): Promise<string> {
  const now = app.clock();
  const id = newId(now.getTime());
  const row = {
    office: actor.office,
    id,
    key: body.key,
    org: body.org ?? null,
    value: body.value,
    valid_from: body.validFrom,
    valid_to: body.validTo ?? null,
    source: body.source.trim(),
  };
  const mac = policyMac(app.keys, row);
  await query(
    `insert into policy_row (office, id, key, org, value, valid_from, valid_to, source, by_person, at, mac)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      row.office,
      id,
      row.key,
      row.org,
      JSON.stringify(row.value),
      row.valid_from,
      row.valid_to,
      row.source,
      by,
      now,
      mac,
    ],
  );
  await tellRow(app.keys, query, row.office, 'policy_row', [id], mac);
  await record(query, actor, now, 'policy.add', `policy:${body.key}`, {
    value: body.value,
    from: body.validFrom,
    org: body.org ?? null,
  });
  await nameSettings(app, query, actor.office, 'figures');
  await officeChanged(app, query, actor.office);
  return id;
}

const TYPES = {
  number: '数字',
  'yes-no': '是或否',
  text: '文字',
  list: '若干项文字',
  money: '金额（元，最多两位小数）',
} as const;

const isText = (value: unknown): value is string => typeof value === 'string';

/** Words of a list nobody knows, and those it may not be without, called as screens call them. */
function wordProblems({ label, among, always = [] }: PolicyDef, value: PolicyValue): readonly Problem[] {
  if (among === undefined) return [];
  const words = [value].flat().filter(isText);
  const called = (keys: readonly string[]) => keys.map((key) => among[key] ?? key).join('、');
  const unknown = words.filter((word) => !Object.hasOwn(among, word));
  const missing = always.filter((word) => !words.includes(word));
  const refuse = (message: string, en: string) => fault('policy.refused', 'value', message, en);
  return [
    ...(unknown.length === 0
      ? []
      : [
          refuse(
            `“${label}”中的${unknown.map((word) => `“${word}”`).join('、')}不是可选的值，可选：${called(Object.keys(among))}。`,
            'Some of these words are not among those it takes.',
          ),
        ]),
    ...(missing.length === 0
      ? []
      : [refuse(`“${label}”必须包含${called(missing)}。`, 'Some words may not be left out.')]),
  ];
}

/** What in a list of days before which keepers of a register are told is no whole number of days: nobody would ever be told. */
function dayProblems(app: App, { key, label }: PolicyDef, value: PolicyValue): readonly Problem[] {
  if (!app.registers.some(({ dates }) => dates.some(({ warn }) => warn === key))) return [];
  const wrong = [value]
    .flat()
    .filter((one) => !isText(one) || !/^-?\d{1,4}$/.test(one) || Math.abs(Number(one)) > 3650);
  if (wrong.length === 0) return [];
  const named = wrong.map((one) => `“${String(one)}”`).join('、');
  return [
    fault(
      'policy.refused',
      'value',
      `“${label}”应逐项为整数天数（前后不超过3650天），如 30、7、0；${named}不是。`,
      'Each must be a whole number of days.',
    ),
  ];
}

/** A value as people read it: words of a list by what screens call them, an empty one said to be empty. */
export const valueInWords = (def: PolicyDef | undefined, value: PolicyValue): string => {
  const words = [value].flat().map((one) => {
    if (typeof one === 'boolean') return one ? '是' : '否';
    return def?.among?.[String(one)] ?? String(one);
  });
  return words.length === 0 ? '（无）' : `${words.join('、')} ${def?.unit ?? ''}`.trim();
};

/** What a figure takes, in words: its type, and its bounds where it has any. */
export const policyWords = (def: PolicyDef): string =>
  def.bounds ? `${def.bounds[0]} 至 ${def.bounds[1]} ${def.unit ?? ''}`.trim() : TYPES[def.type];

/** The definition of a figure; undefined when nobody reads such a key. */
export const definitionOf = (app: App, key: string): PolicyDef | undefined =>
  definitions(app).find(([, def]) => def.key === key)?.[1];

/** Each figure once, under the first who reads it: a service and a register may share one. */
const definitions = (app: App): readonly (readonly [string, PolicyDef])[] =>
  allDefinitions(app).filter(([, { key }], at, all) => all.findIndex(([, one]) => one.key === key) === at);

const allDefinitions = (app: App): readonly (readonly [string, PolicyDef])[] => [
  // What one folder asks of whoever files stands with that folder, not with every service it concerns.
  ...app.services.current.flatMap((service, _at, all) =>
    service.policies
      .filter(
        (def) =>
          def.key.startsWith(`${service.code}.`) ||
          !all.some(({ code, policies }) => def.key.startsWith(`${code}.`) && policies.includes(def)),
      )
      .map((def) => [service.name, def] as const),
  ),
  ...app.registers.flatMap((kind) => kind.policies.map((def) => [kind.name, def] as const)),
  ...app.duties.map((duty) => ['周期任务', dutyPolicy(duty)] as const),
  ...app.figures.map((def) => ['平台', def] as const),
];

/** Negative figures and endless texts are mistyped, whatever the definition allows. */
const withinReason = (value: PolicyValue): boolean =>
  typeof value === 'number' ? value >= 0 && value <= 1e9 : JSON.stringify(value).length <= 5_000;

/** What in the figures of a limit in minutes could not be counted with: hours that are none would make it stand still for ever, and nobody be told. */
function timerProblems(app: App, { key, label }: PolicyDef, value: PolicyValue): readonly Problem[] {
  const timers = [
    ...app.registers.flatMap((kind) => kind.timers ?? []),
    ...app.services.current.flatMap((card) => card.timers ?? []),
  ];
  const written = [value].flat().filter(isText);
  const refused = (wanted: string, en: string) => [
    fault('policy.refused', 'value', `“${label}”${wanted}`, en),
  ];
  if (timers.some(({ hours }) => hours === key) && readOpenSpans(written) === undefined)
    return refused(
      '应为先后不重叠的时段，如 09:00-12:00、14:00-18:00。',
      'Give spans in order, apart from one another.',
    );
  const marks = timers.some(({ tell }) => tell === key) && timerMarks(written).length !== written.length;
  return marks
    ? refused(
        '应逐项为百分比，或“百分比:角色代码”，如 80、100:director。',
        'Give per cents, each with a role code or none.',
      )
    : [];
}

/** When a duty is done, written so that nobody can read it: it would never open again, and nobody would know. */
function dutyProblems(app: App, { key, label }: PolicyDef, value: PolicyValue): readonly Problem[] {
  const duty = app.duties.find((one) => dutyPolicy(one).key === key);
  if (!duty || (isText(value) && isDutyRule(duty, value))) return [];
  return [
    fault(
      'policy.refused',
      'value',
      `“${label}”看不出是哪一天。可以写：${RECURS_WORDS}；不再办的写“${STOPPED}”。`,
      'Nobody can tell the day of this rule.',
    ),
  ];
}
