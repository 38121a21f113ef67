import { readConfig, makeLog } from '@zhitongche/core/server';
import { CannotStart, open, type Opened } from '../start.ts';
import type { CommandIo } from './command-io.ts';

/** Opens the program without door and jobs for one command and closes it again; 2 = the configuration or the start failed. */
export async function withApp(io: CommandIo, work: (opened: Opened) => Promise<number>): Promise<number> {
  const read = readConfig(process.env, process.cwd());
  if (!read.ok) {
    io.err(['配置有误：', ...read.problems].join('\n'));
    return 2;
  }
  let opened: Opened;
  try {
    opened = await open(read.config, { log: makeLog({ logLevel: 'error' }) });
  } catch (error) {
    const reasons =
      error instanceof CannotStart ? error.reasons : [error instanceof Error ? error.message : String(error)];
    io.err(['未能打开数据库：', ...reasons].join('\n'));
    return 2;
  }
  try {
    return await work(opened);
  } finally {
    await opened.stop();
  }
}
