import { explain } from '@zhitongche/budget';
import { modelOf } from './budget-write.ts';
import type { CommandIo } from './command-io.ts';

const usage =
  '用法：budget explain <模型.json> [--last-year <上年模型.json>] [--operating all-units|operating-table]';

/**
 * `budget explain <model.json>`: the explanatory text computed from the tables, compared with last year's when that is given; what a
 * person still has to supply goes to standard error.
 */
export async function explainCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const option = (name: string) => (args.includes(name) ? (args[args.indexOf(name) + 1] ?? '') : undefined);
  const [file] = args;
  const operatingCost = option('--operating') ?? 'all-units';
  if (file === undefined || file.startsWith('--') || !isRule(operatingCost)) {
    io.err(usage);
    return 2;
  }
  const before = option('--last-year');
  const [model, lastYear] = [await modelOf(file), before === undefined ? undefined : await modelOf(before)];
  for (const one of [model, lastYear])
    if (typeof one === 'string') {
      io.err(one);
      return 1;
    }
  if (typeof model === 'string' || typeof lastYear === 'string') return 1;
  const { sections, open } = explain({ model, operatingCost, ...(lastYear && { lastYear }) });
  io.out(
    sections.map(({ no, title, paragraphs }) => [`${no}、${title}`, ...paragraphs].join('\n')).join('\n\n'),
  );
  if (open.length > 0) io.err(`公布前还须补充：${open.join('；')}。`);
  return 0;
}

const isRule = (text: string): text is 'all-units' | 'operating-table' =>
  text === 'all-units' || text === 'operating-table';
