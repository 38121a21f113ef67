import { clearUpOnExit } from './lib/clear-up.ts';
import { machine } from './lib/machine.ts';
import { VERSION } from '@zhitongche/host';

type Bench = (args: readonly string[]) => Promise<Record<string, unknown>>;

/** Every measurement by name. */
const BENCHES: Readonly<Record<string, () => Promise<{ readonly default: Bench }>>> = {
  apart: () => import('./apart.ts'),
  backup: () => import('./backup.ts'),
  budget: () => import('./budget.ts'),
  drawn: () => import('./drawn.ts'),
  engine: () => import('./engine.ts'),
  growth: () => import('./growth.ts'),
  kept: () => import('./kept.ts'),
  nation: () => import('./nation.ts'),
  papers: () => import('./papers.ts'),
  report: () => import('./report.ts'),
  scale: () => import('./scale.ts'),
  browser: () => import('./browser.ts'),
  web: () => import('./web.ts'),
  'node-process': () => import('./lib/node-process.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const load = BENCHES[name];
if (!load) {
  console.error(`用法：npm run bench -- <名称> [参数]\n可用：${Object.keys(BENCHES).join('、')}`);
  process.exit(1);
}
clearUpOnExit();
const on = machine();
const bench = (await load()).default;
const figures = await bench(args);
console.log(
  JSON.stringify(
    { bench: name, version: VERSION, at: new Date().toISOString(), machine: on, ...figures },
    null,
    2,
  ),
);
// A run that found something that must not be says so to whoever started it. Native libraries may keep threads of their own.
process.exit(figures.failed === undefined ? 0 : 1);
