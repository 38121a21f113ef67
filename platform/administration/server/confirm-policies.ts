import type { API, BodyOf } from '@zhitongche/contract';
import { canonicalJson, namesRepository } from '@zhitongche/case';
import { dayInShanghai, type Problem } from '@zhitongche/base';
import { fault, openRequest, repositoryAsSource } from '@zhitongche/account/server';
import { type App, idempotent, type OfficeActor, type WriteRequest, unsound } from '@zhitongche/core/server';
import { definitionOf, insertPolicy } from './policies.ts';
import { printedProblems } from './printed.ts';

type Asked = BodyOf<(typeof API)['confirmPolicies']>;

/**
 * Confirms figures as the product brings them: each gets a row of its own with day and source, all of them or none. What
 * asks for a second administrator when it is set alone asks for one here too.
 * @throws ProblemError: every problem of what was asked, at once.
 */
export async function confirmPolicies(
  app: App,
  actor: OfficeActor,
  asked: WriteRequest,
  body: Asked,
): Promise<{ confirmed: number; waits: number }> {
  const { figures, validFrom, source } = body;
  return await idempotent(app, actor, asked, async (query) => {
    // Asked within: what is sent once more is answered as before, not refused as set already.
    const problems = await problemsOf(app, actor, body);
    if (problems.length > 0) throw unsound(problems);
    let waits = 0;
    for (const { key, value } of figures) {
      const row = { key, value, validFrom, source };
      if (definitionOf(app, key)?.seconded) {
        await openRequest(app, query, actor, { kind: 'policy', subject: key, body: row });
        waits += 1;
      } else await insertPolicy(app, query, actor, actor.id, row);
    }
    return { confirmed: figures.length - waits, waits };
  });
}

async function problemsOf(
  app: App,
  actor: OfficeActor,
  { figures, validFrom, source }: Asked,
): Promise<readonly Problem[]> {
  const book = await app.offices.get(actor.office);
  const today = dayInShanghai(app.clock().toISOString());
  const refuse = (message: string, en: string, field = 'figures') =>
    fault('policy.refused', field, message, en);
  const ofFigures = figures.flatMap(({ key, value }) => {
    const def = definitionOf(app, key);
    if (!def) return [refuse(`没有“${key}”这项数值。`, 'No such figure.')];
    // A fee has no preset: what it costs is set one by one.
    if (def.type === 'money')
      return [refuse(`“${def.label}”是收费标准，请单独设定。`, 'Fees are set one by one.')];
    if (canonicalJson(value) !== canonicalJson(def.default))
      return [
        refuse(`“${def.label}”的预设值已变，请刷新后核对再确认。`, 'The preset has changed meanwhile.'),
      ];
    if (book.policyRows.some((row) => row.key === key && row.org === undefined))
      return [refuse(`“${def.label}”已经设定过，请在列表中查看。`, 'It has been set already.')];
    return [];
  });
  return [
    ...ofFigures,
    ...(new Set(figures.map(({ key }) => key)).size < figures.length
      ? [refuse('有数值重复列入。', 'A figure is named twice.')]
      : []),
    ...(validFrom < today
      ? [refuse('一并确认的施行日期不早于今天；更早的请逐项设定。', 'Not before today.', 'validFrom')]
      : []),
    ...(namesRepository(source) ? [repositoryAsSource('policy.refused', 'source')] : []),
    ...printedProblems(app, [['source', '来源', source]]),
  ];
}
