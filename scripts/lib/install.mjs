import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

const stamp = join(root, 'node_modules', '.zhitongche-lock');

/** Digest of the lock file: what `node_modules` must have been made from. */
const lockDigest = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/** Exits with a plain sentence when Node is too old to run the program. */
export function demandNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `需要 Node.js 20.19 或更高版本，现在是 ${process.versions.node}。请从 https://nodejs.org 升级后重试。`,
  );
  process.exit(1);
}

/** Installs the packages unless `node_modules` was made from this very lock file. */
export function ensureInstalled() {
  const digest = lockDigest();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  if (missing().length > 0) {
    console.log('正在安装依赖（首次约一两分钟）……');
    try {
      // `npm ci` refuses lock files written on another platform when optional binaries differ; `install` keeps to the lock too.
      execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: root,
        stdio: 'inherit',
        shell: process.platform === 'win32',
      });
    } catch {
      console.error('依赖安装失败，请检查网络和 npm 源后重试。');
      process.exit(1);
    }
  }
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stamp, lockDigest());
}

/** Packages that are wanted in another version than installed, or not installed at all: after `npm install` by hand there are none. */
function missing() {
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const folders = ['', ...workspaces.flatMap((line) => roomsOf(line))];
  return folders.flatMap((folder) => {
    const file = join(root, folder, 'package.json');
    if (!existsSync(file)) return [];
    const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(file, 'utf8'));
    return Object.entries({ ...dependencies, ...devDependencies })
      .filter(([name, version]) => ![join(root, folder), root].some((at) => installed(at, name) === version))
      .map(([name]) => name);
  });
}

/** The folders a line of `workspaces` stands for. */
export const roomsOf = (line, top = root) =>
  line.endsWith('/*')
    ? readdirSync(join(top, line.slice(0, -2))).map((name) => `${line.slice(0, -2)}/${name}`)
    : [line];

function installed(at, name) {
  try {
    return JSON.parse(readFileSync(join(at, 'node_modules', name, 'package.json'), 'utf8')).version;
  } catch {
    return undefined;
  }
}
