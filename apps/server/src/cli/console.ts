import { BackupRefused } from '@zhitongche/backup/server';
import { connectionLost } from '@zhitongche/host';
import { Refused } from '../rotation/refused.ts';
import { CannotStart } from '../start.ts';
import type { CommandIo } from './command-io.ts';

/** Runs a command that may have to refuse: one sentence for the person, exit code 1. */
export async function refusable(io: CommandIo, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BackupRefused || error instanceof Refused) io.err(error.message);
    else if (error instanceof CannotStart) io.err(error.reasons.join('\n'));
    else if (connectionLost(error))
      io.err('连不上数据库，或连接中途断开：请检查数据库是否在运行，再试一次。');
    else io.err(`没有完成：${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

/** A size as people read it. */
export const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;

/** Seconds since a moment. */
export const since = (began: number): string => `${((Date.now() - began) / 1000).toFixed(1)} 秒`;
