import { basename } from 'node:path';
import { readCommand, unopened } from '@zhitongche/budget';
import { characterMaps } from '@zhitongche/budget/server';
import { readingInWords } from './budget-words.ts';
import { bytesOf, type CommandIo, why } from './command-io.ts';

const usage = `用法：
  npm run -s zhitongche -- budget read <文件> [--json]
      读取部门预算公开文本（txt、docx、xlsx、有文字层的 pdf），列出要核对的地方和勾稽结果；文件写 - 表示从标准输入读。
  npm run -s zhitongche -- budget write <模型.json> --format xlsx|docx|pdf|csv|json [--out <文件或文件夹>]
      把 read --json 的结果写成公开文件。
  npm run -s zhitongche -- budget explain <模型.json> [--last-year <上年模型.json>]
      由各表算出文字说明，与上年比较；还须由人补充的列在标准错误。`;

/**
 * `budget read <file> [--json]` reads a published disclosure and proves its arithmetic; `budget write <model.json> --format …` writes one.
 * Gives exit code 0 when it worked, 1 when the file did not open or holds no budget, 2 for a wrong call.
 */
export async function budget(args: readonly string[], io: CommandIo): Promise<number> {
  const [action, ...rest] = args;
  if (action === 'read') return read(rest, io);
  if (action === 'explain') return (await import('./budget-explain.ts')).explainCommand(rest, io);
  if (action === 'write') return (await import('./budget-write.ts')).write(rest, io);
  io.err(usage);
  return 2;
}

async function read(args: readonly string[], io: CommandIo): Promise<number> {
  const json = args.includes('--json');
  const [file, ...more] = args.filter((arg) => arg !== '--json');
  if (file === undefined || more.length > 0 || file.startsWith('--')) {
    io.err(usage);
    return 2;
  }
  const bytes = await bytesOf(file).catch((error: unknown) => why(error));
  if (typeof bytes === 'string') {
    const message = `打不开文件 ${file}：${bytes}`;
    if (json) io.out(JSON.stringify(unopened(basename(file), message, 'The file cannot be opened.')));
    else io.err(message);
    return 1;
  }
  const cMapUrl = characterMaps();
  const report = await readCommand(bytes, file === '-' ? '标准输入' : basename(file), {
    ...(cMapUrl !== undefined && { cMapUrl }),
    ...(!json && { onProgress: ({ share }) => io.err(`\r读取中 ${Math.round(share * 100)}%`) }),
  });
  io.out(json ? JSON.stringify(report) : readingInWords(report));
  return report.problem === null ? 0 : 1;
}
