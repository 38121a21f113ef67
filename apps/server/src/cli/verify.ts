import { stat } from 'node:fs/promises';
import type { App } from '@zhitongche/core/server';
import { endOfRecord, writeAudit } from '@zhitongche/audit/server';
import { type AllVerified, verifyAll } from '@zhitongche/proof/server';
import type { CommandIo } from './command-io.ts';
import { withApp } from './open-app.ts';

const usage = '用法：npm run verify -- [--anchors <存证文件>…] [--went-back]';

/**
 * `verify`: walks every chain, replays every case and reads every stored file; `--anchors` adds files in which the audit's
 * seals stand, `--went-back` says that the record ends earlier on purpose. 1 = something is not as it was written.
 */
export async function verifyCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const asked = read(args);
  if (!asked) {
    io.err(usage);
    return 2;
  }
  for (const file of asked.files)
    if (!(await stat(file).catch(() => null))?.isFile()) {
      io.err(`读不到存证文件 ${file}，没有核对。`);
      return 2;
    }
  return await withApp(io, async ({ app }) => {
    if (asked.wentBack) await wentBack(app, asked.files);
    const broken = sayVerified(await verifyAll(app, asked.files), io);
    io.out(broken === 0 ? '全部相符。' : `共 ${broken} 处不符。`);
    return broken === 0 ? 0 : 1;
  });
}

function read(
  args: readonly string[],
): { readonly files: readonly string[]; readonly wentBack: boolean } | null {
  const wentBack = args.includes('--went-back');
  const [flag, ...files] = args.filter((arg) => arg !== '--went-back');
  if (flag !== undefined && (flag !== '--anchors' || files.length === 0)) return null;
  return files.some((file) => file.startsWith('--')) ? null : { files, wentBack };
}

/** After a recovery to an earlier moment: what was sealed later is gone, and the files and the audit say since when. */
export async function wentBack(app: App, files: readonly string[] = []): Promise<void> {
  const anchors = await app.anchors.read(files);
  for (const { office } of await app.db.query<{ office: string }>('select office from office')) {
    const end = await endOfRecord(app.db, office, app.clock(), anchors);
    await app.anchors.keep(end);
    await app.db.query('update office set restored_at = $2 where office = $1', [office, app.clock()]);
    await writeAudit(app.db.query, {
      office,
      at: app.clock(),
      actor: { id: null, name: '控制台' },
      action: 'audit.went-back',
      object: `office:${office}`,
      result: 'ok',
      source: '',
      detail: { seq: end.seq, digest: end.digest },
    });
  }
}

/** Prints what a walk found; gives how many places are broken. */
export function sayVerified(offices: readonly AllVerified[], io: CommandIo): number {
  for (const {
    name,
    auditRows,
    caseEvents,
    cases,
    papers,
    registerRows,
    moneyLines,
    measured,
    budgetVersions,
    files,
    codedRows,
    waiting,
    untold,
    broken,
  } of offices) {
    io.out(
      `${name}：审计 ${auditRows} 条，办件 ${cases} 件、事件 ${caseEvents} 个，文书 ${papers} 份，台账 ${registerRows} 行，收费 ${moneyLines} 行，指标所计 ${measured} 件，预算 ${budgetVersions} 版，文件 ${files} 个，账户、授权、委托、数值与文书登记 ${codedRows} 行。`,
    );
    if (waiting > 0) io.out(`  待认领：旧版本写下的 ${waiting} 条，后台作业将逐条认领并记入审计。`);
    if (untold > 0)
      io.out(`  待记名：旧版本写下的 ${untold} 行，后台作业将记入审计，此后被换回旧值或删去也能查出。`);
    for (const sentence of broken) io.out(`  不符：${sentence}`);
  }
  return offices.reduce((sum, { broken }) => sum + broken.length, 0);
}
