import { type AllVerified, verifyAll } from '../query/verify-all.ts';
import type { CommandIo } from './command-io.ts';
import { withApp } from './open-app.ts';

/** `verify`: walks every chain, replays every case and reads every stored file; 1 = something is not as it was written. */
export const verifyCommand = (_args: readonly string[], io: CommandIo): Promise<number> =>
  withApp(io, async ({ app }) => {
    const broken = sayVerified(await verifyAll(app), io);
    io.out(broken === 0 ? '全部相符。' : `共 ${broken} 处不符。`);
    return broken === 0 ? 0 : 1;
  });

/** Prints what a walk found; gives how many places are broken. */
export function sayVerified(offices: readonly AllVerified[], io: CommandIo): number {
  for (const {
    name,
    auditRows,
    caseEvents,
    cases,
    registerRows,
    budgetVersions,
    files,
    waiting,
    broken,
  } of offices) {
    io.out(
      `${name}：审计 ${auditRows} 条，办件 ${cases} 件、事件 ${caseEvents} 个，台账 ${registerRows} 行，预算 ${budgetVersions} 版，文件 ${files} 个。`,
    );
    if (waiting > 0) io.out(`  待认领：旧版本写下的 ${waiting} 条，后台作业将逐条认领并记入审计。`);
    for (const sentence of broken) io.out(`  不符：${sentence}`);
  }
  return offices.reduce((sum, { broken }) => sum + broken.length, 0);
}
