import { type ServiceCard, untold } from '@zhitongche/case';
import { sm2SelfTest } from '@zhitongche/formats';
import type { Db } from '@zhitongche/host';
import {
  type App,
  keyChecks,
  keyOpens,
  type KeyRing,
  noteFirstKey,
  type ServiceRegistry,
  wrongMaster,
} from '@zhitongche/core/server';
import type { RegisterKind } from '@zhitongche/register';
import { RETIRED } from '@zhitongche/register/server';

const KEPT_WORDS = { drafts: '草稿', files: '附件', personal: '个人信息' } as const;

/** Everything that would make this program harm this database, told all at once; empty = safe to start. */
export async function bootChecks({
  db,
  keys,
  services,
  registers,
  measures,
}: Pick<App, 'db' | 'keys' | 'services' | 'registers' | 'measures'>): Promise<readonly string[]> {
  sm2SelfTest();
  return [
    ...(await keyProblems(db, keys)),
    ...(await serviceProblems(db, services)),
    ...lookupProblems(services, registers),
    ...measureProblems(measures, services, registers),
    ...(await registerProblems(db, registers)),
  ];
}

/** A rule that asks a register nobody answers for would be skipped in silence. */
const lookupProblems = (
  { all, answered }: ServiceRegistry,
  registers: readonly RegisterKind[],
): readonly string[] => [
  ...all.flatMap(({ code, version, facts }) =>
    unanswered(facts, answered).map(
      ([name, provider]) =>
        `事项 ${code} 第 ${version} 版的查询 ${name} 要求 ${provider}，本程序没有提供，相关规则无法核对。`,
    ),
  ),
  ...registers.flatMap(({ code, facts }) =>
    unanswered(facts, answered).map(
      ([name, provider]) =>
        `台账 ${code} 的查询 ${name} 要求 ${provider}，本程序没有提供，相关规则无法核对。`,
    ),
  ),
];

const unanswered = (
  { lookups }: ServiceCard['facts'],
  answered: ReadonlySet<string>,
): readonly (readonly [name: string, provider: string])[] =>
  Object.entries(lookups).flatMap(([name, { provider }]) =>
    answered.has(provider) ? [] : [[name, provider] as const],
  );

/** What one code counts: services may count one thing together, as long as each says it in the same words. */
const countedAs = ({ kind, measures }: App['measures'][number], code: string): string =>
  JSON.stringify(
    measures
      .filter((one) => one.code === code)
      .map(({ name, what, unit, sort }) => [kind, name, what, unit, sort]),
  );

/** A measure of what is not there would say nothing for ever, two of one code that are not one thing would be added to one another. */
const measureProblems = (
  measures: App['measures'],
  { all }: ServiceRegistry,
  registers: readonly RegisterKind[],
): readonly string[] => {
  const codes = measures.flatMap((one) => one.measures.map(({ code }) => code));
  return [
    ...measures.flatMap((one) => {
      const of = one.kind === 'row-measures' ? one.register : one.service;
      const known =
        one.kind === 'row-measures'
          ? registers.some(({ code }) => code === of)
          : all.some(({ code }) => code === of);
      return known
        ? []
        : one.measures.map(({ code }) => `指标 ${code} 取自 ${of}，本程序没有这个事项或台账。`);
    }),
    ...[...new Set(codes.filter((code, at) => codes.indexOf(code) !== at))]
      .filter((code) => {
        const of = measures.filter((one) => one.measures.some((measure) => measure.code === code));
        const together = of.every(({ kind }) => kind === 'case-measures') && of.length > 1;
        const once = of.every((one) => one.measures.filter((measure) => measure.code === code).length === 1);
        return !together || !once || new Set(of.map((one) => countedAs(one, code))).size > 1;
      })
      .map((code) => `指标 ${code} 有两处定义，数值会混在一起。`),
  ];
};

/** Rows stay where they were kept: registers and stages the database knows, the code must still have. */
async function registerProblems(db: Db, registers: readonly RegisterKind[]): Promise<readonly string[]> {
  // A program told to know of fewer steps than all may find a database from before there were such rows.
  const [table] = await db.query<{ there: boolean }>("select to_regclass('kept_count') is not null as there");
  if (!table?.there) return [];
  const stands = await db.query<{ register: string; stage: string }>(
    `select distinct register, stage from kept_count where n <> 0 and stage <> '${RETIRED}'`,
  );
  return stands.flatMap(({ register, stage }) => {
    const kind = registers.find(({ code }) => code === register);
    if (!kind) return [`数据库中有台账 ${register}，本程序不再包含它。`];
    const known = stage === '' || kind.stages?.list[stage];
    return known ? [] : [`数据库中台账 ${register} 有记录处于阶段 ${stage}，本程序的定义没有它。`];
  });
}

/** A database opened with another key would seal new values beside old ones that nobody can read. */
async function keyProblems(db: Db, keys: KeyRing): Promise<readonly string[]> {
  await noteFirstKey(db.query, keys);
  const checks = await keyChecks(db.query);
  if (keys.learn(checks) && checks.every((check) => keyOpens(check, keys))) return [];
  return [wrongMaster(checks)];
}

/** Cases stay with their version: what the database still runs on, the code must still have. */
async function serviceProblems(db: Db, services: ServiceRegistry): Promise<readonly string[]> {
  // From one version to the next by the index, and steps only of what is under way: a start never reads every case there is.
  const [versions, steps] = await Promise.all([
    db.query<{ service: string; version: number }>(
      `with recursive found as (
         (select service, version from case_file order by service, version limit 1)
         union all
         select next.service, next.version from found, lateral (
           select f.service, f.version from case_file f
           where (f.service, f.version) > (found.service, found.version) order by f.service, f.version limit 1) next)
       select service, version from found`,
    ),
    db.query<{ service: string; version: number; step: string; n: number }>(
      `select service, version, step, count(*) as n from case_file
       where closed_at is null and step is not null group by 1, 2, 3`,
    ),
  ]);
  return [
    ...services.current.flatMap((service) => {
      const missing = untold(service);
      return missing.length === 0
        ? []
        : [
            `事项 ${service.code} 没有写明保存期限（${missing.map((kept) => KEPT_WORDS[kept]).join('、')}）：请在它的 policy.ts 中用 keepPolicies 写明。`,
          ];
    }),
    ...versions
      .filter(({ service, version }) => !services.card(service, version))
      .map(
        ({ service, version }) =>
          `数据库中有办件属于事项 ${service} 第 ${version} 版，本程序不再包含该版本。`,
      ),
    ...steps.flatMap(({ service, version, step, n }) => {
      const known = services.card(service, version);
      return !known || Object.hasOwn(known.flow.steps, step)
        ? []
        : [`数据库中有 ${n} 件办件停在事项 ${service} 第 ${version} 版的环节 ${step}，该环节已不存在。`];
    }),
  ];
}
