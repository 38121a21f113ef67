import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type ReadReport, readCommand } from '@zhitongche/budget/read/read-command.ts';

/** Where a command writes; the process's own streams when it runs for real. */
export interface CommandIo {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const usage = '用法：npm run -s zhitongche -- budget read <文件> [--json]';

/**
 * `budget read <file> [--json]`: reads a published disclosure and proves its arithmetic. Gives exit code 0 when the file opened,
 * 1 when it did not, 2 for a wrong call.
 */
export async function budget(args: readonly string[], io: CommandIo): Promise<number> {
  const [action, ...rest] = args;
  const json = rest.includes('--json');
  const [file, ...more] = rest.filter((arg) => !arg.startsWith('--'));
  if (action !== 'read' || file === undefined || more.length > 0) {
    io.err(usage);
    return 2;
  }
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch {
    io.err(`打不开文件 ${file}，请检查路径和权限。`);
    return 1;
  }
  const cMapUrl = characterMaps();
  const report = await readCommand(bytes, basename(file), {
    ...(cMapUrl !== undefined && { cMapUrl }),
    ...(!json && { onProgress: ({ share }) => io.err(`\r读取中 ${Math.round(share * 100)}%`) }),
  });
  io.out(json ? JSON.stringify(report) : summary(report));
  return report.model === null ? 1 : 0;
}

/** pdf.js keeps the character maps of PDFs without embedded maps beside its build; in a bundle without it such PDFs lose those characters. */
function characterMaps(): string | undefined {
  try {
    return `${join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')}/`;
  } catch {
    return undefined;
  }
}

function summary(report: ReadReport): string {
  const lines = [`${report.file}（${report.kind}）`];
  if (report.model !== null) {
    const { department, year, tables, projects } = report.model;
    lines.push(
      `${department.name ?? '未写部门'} ${year ?? '未写年度'}：${tables.length}张表，${projects.length}个项目。`,
    );
  }
  if (report.reconciliation !== null) {
    const { counts, checks } = report.reconciliation;
    lines.push(
      `勾稽核对：相符${counts.holds}，取整差${counts.rounding}，不符${counts['does-not-hold']}，无法核对${counts['cannot-be-checked']}。`,
      ...checks
        .filter((check) => check.verdict === 'does-not-hold')
        .map(
          (check) =>
            `  ${check.rule} ${check.title}：${check.left.value ?? '空白'} ${check.relation} ${check.right.value ?? '空白'}，差${check.difference}`,
        ),
    );
  }
  const shown = report.unread.filter((finding) => finding.kind !== 'ignored');
  lines.push(
    `需要看一眼的地方：${shown.length}处。`,
    ...shown.map(
      (finding) =>
        `  ${finding.at} ${finding.subject}：${finding.message}${finding.raw && `（${finding.raw}）`}`,
    ),
  );
  return lines.join('\n');
}
