import { vi } from 'vitest';
import type { CommandIo } from '../../src/cli/command-io.ts';

/** Runs a command as the console does: exit code and what it said. */
export async function atConsole(
  command: (args: readonly string[], io: CommandIo) => Promise<number>,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const all = {
    ZHITONGCHE_OFFICE: 'backup',
    ZHITONGCHE_BACKUP_KEY: '05'.repeat(32),
    LOG_LEVEL: 'silent',
    ...env,
  };
  for (const [key, value] of Object.entries(all)) vi.stubEnv(key, value);
  const out: string[] = [];
  const err: string[] = [];
  try {
    const code = await command(args, { out: (line) => out.push(line), err: (line) => err.push(line) });
    return {
      code,
      out: out.join('\n'),
      err: err.filter((line) => !/……$|^已读|^已导出|^正在/.test(line)).join('\n'),
    };
  } finally {
    vi.unstubAllEnvs();
  }
}
