/** Reads square codes off printed pages with Debian's own readers, as a scanner of so many dots to the inch sees them. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const READERS = {
  qr: { tool: 'zbarimg', args: ['--raw', '-q', '-Sdisable', '-Sqrcode.enable'], package: 'zbar-tools' },
  datamatrix: { tool: 'dmtxread', args: ['-n', '-m20000'], package: 'dmtx-utils' },
} as const;

/** What the reader finds in a picture. */
export function codesInPng(png: Uint8Array): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'codes-'));
  try {
    writeFileSync(join(folder, 'code.png'), png);
    return codesIn('qr', 'code.png', folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function codesIn(symbol: keyof typeof READERS, picture: string, folder: string): readonly string[] {
  const { tool, args, package: debian } = READERS[symbol];
  const { error, stdout } = spawnSync(tool, [...args, picture], { cwd: folder, encoding: 'utf8' });
  if (error) throw new Error(`The tool ${tool} is missing: install the Debian package ${debian}`);
  return stdout
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** What the reader finds on each page of a PDF; an empty list is a page without such a code. */
export function squareCodes(
  pdf: Uint8Array,
  symbol: keyof typeof READERS,
  dpi: number,
): readonly (readonly string[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'codes-'));
  try {
    writeFileSync(join(folder, 'paper.pdf'), pdf);
    execFileSync('pdftoppm', ['-gray', '-png', '-r', String(dpi), 'paper.pdf', 'page'], { cwd: folder });
    const pages = readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .sort();
    return pages.map((page) => codesIn(symbol, page, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
