import { blocking, type Problem } from '@zhitongche/base';
import { type App, idempotent, notFound, type OfficeActor, unsound } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import { lineKey, type Standing, takesAsProposed, yearTarget } from '@zhitongche/indicator';
import { keepIn, registerIn } from '@zhitongche/register/server';
import { targetsIn } from './gather-facts.ts';
import { type ReadIndicators, readIndicators } from './read-indicators.ts';

/** Lines of one budget that are to be bound as proposed. */
export interface BindRequest {
  readonly id: string;
  readonly key: string;
  readonly lines: readonly { readonly project: string; readonly code: string; readonly name: string }[];
}

/** Binds lines as proposed, each a row of its own with its event, all of them or none. */
export async function bindIndicators(
  app: App,
  actor: OfficeActor,
  { id, key, lines }: BindRequest,
): Promise<{ bound: number }> {
  const kind = targetsIn(app, 'bindings');
  if (!kind) throw notFound('budget.not-found', '没有绑定指标的台账。', 'Nothing keeps bindings here.');
  const opened = await registerIn(app, actor, kind.code);
  const asked = { key, what: 'bindIndicators', request: { id, lines: lines.map(({ ...line }) => line) } };
  // Before the transaction: whoever holds one must not wait for a second connection.
  const read = await readIndicators(app, actor, id);
  return await idempotent(app, actor, asked, async (query) => {
    const chosen = lines.map((line) => read.standings.find((one) => lineKey(one.line) === lineKey(line)));
    const problems = chosen.flatMap((one, at) =>
      one && takesAsProposed(one) ? [] : [notProposed(lines[at]?.name ?? '', at)],
    );
    if (problems.length > 0) throw unsound(problems, 'indicator.not-proposed');
    for (const one of chosen)
      if (one)
        await keepIn(app, actor, query, opened, {
          register: kind.code,
          key: '',
          command: { act: 'enter', answers: answersOf(read, one) },
        });
    return { bound: lines.length };
  });
}

const notProposed = (name: string, at: number): Problem =>
  blocking(
    'indicator.not-proposed',
    ['lines', at],
    `“${name}”不能照建议绑定：已经绑定、要先写明怎么读，或公开文本里没有这一条。`,
    'This line cannot be bound as proposed.',
    { todo: '请刷新页面，逐条绑定。' },
  );

/** A line and its proposal as answers of the register. */
function answersOf({ budget }: ReadIndicators, { line, said, ceiling, reason }: Standing): Answers {
  const target = yearTarget(line)?.raw ?? '';
  return {
    year: budget.year,
    department: budget.department,
    project: line.project,
    ...(line.code ? { code: line.code } : {}),
    name: line.name,
    target,
    way: said.way,
    ...(said.measure && said.way !== 'evidence' ? { measure: said.measure } : {}),
    ...(ceiling ? { ceiling: ceiling.name } : {}),
    ...(said.way === 'review' ? { list: line.basis } : {}),
    reason,
  };
}
