import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  readBackupSecret,
  finishRestore,
  tellProgress,
  restoreBackup,
  type Manifest,
  type Head,
  walkBackup,
} from '@zhitongche/backup/server';
import { readConfig, makeLog } from '@zhitongche/core/server';
import { open } from '../start.ts';
import type { CommandIo } from './command-io.ts';
import { megabytes, refusable, since } from './console.ts';
import { sayVerified } from './verify.ts';

const usage =
  '用法：npm run restore -- <备份文件> [--into <数据目录>] [--replace] [--accept-findings] [--verify-only]';

/** `restore <backup>`: proves it, fills database and files, walks everything; 1 = refused or not whole, and the program will not start on it. */
export async function restoreCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const asked = read(args);
  if (!asked) {
    io.err(usage);
    return 2;
  }
  const settings = readConfig(
    { ...process.env, ...(asked.into === undefined ? {} : { ZHITONGCHE_DATA: resolve(asked.into) }) },
    process.cwd(),
  );
  if (!settings.ok) {
    io.err(['配置有误：', ...settings.problems].join('\n'));
    return 2;
  }
  const { config } = settings;
  return await refusable(io, async () => {
    const began = Date.now();
    const secret = await readBackupSecret(process.env);
    const progress = tellProgress(io.err);
    const path = resolve(asked.path);
    if (asked.verifyOnly) {
      const { head, manifest } = await walkBackup(path, secret, progress);
      io.out(`备份完好，没有恢复：${told(head, manifest)}，用时 ${since(began)}。`);
      return manifest.damaged.length === 0 ? 0 : damaged(manifest, io);
    }
    const { head, manifest } = await restoreBackup({
      path,
      secret,
      config,
      replace: asked.replace,
      say: io.err,
      progress,
    });
    io.err('已写入，逐行与备份一致。正在核对链、办件和文件……');
    const { offices, broken, opened } = await finishRestore(config, path, asked.acceptFindings, (restored) =>
      open(restored, { log: makeLog({ logLevel: 'error' }), restoring: true }),
    );
    sayVerified(offices, io);
    if (!opened) {
      io.err(
        `写入的内容与备份逐字一致，但其中 ${broken} 处在备份之前就已不符，程序不会在它上面启动。查明后如确需启用，请加 --replace --accept-findings 重新恢复。`,
      );
      return 1;
    }
    io.out(`恢复完成：${told(head, manifest)}，用时 ${since(began)}。`);
    return 0;
  });
}

const told = (head: Head, manifest: Manifest): string =>
  `${head.offices.map(({ name }) => name).join('、') || '尚无机构'}，截至 ${head.at}（版本 ${head.product}，PostgreSQL ${head.postgres}）；${manifest.tables} 张表 ${manifest.rows} 行，文件 ${manifest.files} 个（${megabytes(manifest.fileBytes)}）`;

function damaged({ damaged: files }: Manifest, io: CommandIo): number {
  io.err(`备份时有 ${files.length} 个文件已缺失或损坏，不在备份里：${files.join('、')}`);
  return 1;
}

function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        into: { type: 'string' },
        replace: { type: 'boolean', default: false },
        'accept-findings': { type: 'boolean', default: false },
        'verify-only': { type: 'boolean', default: false },
      },
    });
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) return null;
    return {
      path,
      into: values.into,
      replace: values.replace,
      acceptFindings: values['accept-findings'],
      verifyOnly: values['verify-only'],
    };
  } catch {
    return null;
  }
}
