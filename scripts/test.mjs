// Runs every test: lint and arrows, types, all rooms, a real PostgreSQL, a real Chromium. Installs what it needs.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { demandNode, ensureInstalled } from './lib/install.mjs';
import { root } from './lib/root.mjs';
import { ensureTools } from './lib/tools.mjs';

demandNode();
ensureInstalled();
if (!ensureTools()) process.exit(1);

/** Runs one command of the checkout; true when it succeeded. */
function step(title, command, args) {
  const began = Date.now();
  console.log(`\n── ${title}`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}` },
  });
  console.log(
    `── ${title}：${status === 0 ? '通过' : '未通过'}（${Math.round((Date.now() - began) / 1000)} 秒）`,
  );
  return status === 0;
}

const out = mkdtempSync(join(tmpdir(), 'zhitongche-test-'));
const report = join(out, 'vitest.json');
const only = process.argv.slice(2);
const steps =
  only.length > 0
    ? []
    : [
        ['静态检查', 'oxlint', ['--deny-warnings']],
        ['格式', 'biome', ['format']],
        ['房间之间的箭头', process.execPath, ['scripts/arrows.mjs']],
        ['房间的入口', process.execPath, ['scripts/entrances.mjs', '--check']],
        ['样式', process.execPath, ['scripts/styles.mjs']],
        ['房间、文件和函数的大小', process.execPath, ['scripts/house.mjs']],
        ['类型', 'tsc', ['-p', 'tsconfig.json', '--noEmit']],
        ['构建', process.execPath, ['scripts/build.mjs']],
      ];
const failed = steps.filter(([title, command, args]) => !step(title, command, args)).map(([title]) => title);
const tested = step('测试', 'vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...only,
]);

/** The slowest files, so that whoever makes one slower sees it. */
function tellSlowest(files) {
  const slowest = files
    .map(({ name, startTime, endTime }) => ({ name, seconds: Math.round((endTime - startTime) / 1000) }))
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, 10);
  console.log('\n── 最慢的十个文件');
  for (const { name, seconds } of slowest)
    console.log(`${String(seconds).padStart(5)} 秒  ${relative(root, name)}`);
}

let counts = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [] };
try {
  counts = JSON.parse(readFileSync(report, 'utf8'));
} catch {
  console.error('没有得到测试报告。');
}
rmSync(out, { recursive: true, force: true });
if (only.length === 0) tellSlowest(counts.testResults);
const bad = counts.numFailedTests + failed.length + (!tested && counts.numFailedTests === 0 ? 1 : 0);
if (failed.length > 0) console.error(`\n未通过：${failed.join('、')}`);
console.log(
  `\n${counts.numPassedTests + steps.length - failed.length} passed, ${bad} failed, ${counts.numPendingTests} skipped`,
);
process.exit(bad === 0 && counts.numPassedTests > 0 ? 0 : 1);
