import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/** Runs a command in the checkout with its output shown, and gives its exit code; a signal counts as 1. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    // Whoever is told to stop waits until the child has cleared up: a terminal tells both, anybody else this process only.
    const wait = () => undefined;
    const pass = () => child.kill('SIGTERM');
    process.on('SIGINT', wait).on('SIGTERM', pass);
    const settled = () => process.off('SIGINT', wait).off('SIGTERM', pass);
    child.on('error', (error) => {
      settled();
      reject(error instanceof Error ? error : new Error(String(error)));
    });
    child.on('exit', (code) => {
      settled();
      resolve(code ?? 1);
    });
  });
}

/** Runs an installed tool by its name. */
export const tool = (name, args, options) => run(process.execPath, [toolPath(name), ...args], options);

const BINS = {
  biome: '@biomejs/biome/bin/biome',
  oxlint: 'oxlint/bin/oxlint',
  tsc: 'typescript/bin/tsc',
  tsx: 'tsx/dist/cli.mjs',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
};

const toolPath = (name) => `${root}/node_modules/${BINS[name]}`;
