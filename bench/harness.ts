import { VERSION } from '@zhitongche/host';
import { runCrashes } from '../apps/server/testing/crash/run-crashes.ts';
import { runDraws } from '../apps/server/testing/draws/run-draws.ts';
import { openPatroni } from '../apps/server/testing/failover/patroni.ts';
import { openPair } from '../apps/server/testing/failover/pair.ts';
import { runUpgrade } from '../apps/server/testing/upgrade/run-upgrade.ts';
import { runFailovers } from '../apps/server/testing/failover/run-failovers.ts';
import { runFuzz } from '../apps/server/testing/hostile/run-fuzz.ts';
import { withOwnDatabase } from './lib/own-database.ts';
import { clearUpOnExit } from './lib/clear-up.ts';
import { machine } from './lib/machine.ts';

const [name = '', ...args] = process.argv.slice(2);
const option = (flag: string): string | undefined => {
  const at = args.indexOf(flag);
  return at < 0 ? undefined : args[at + 1];
};

/** What a harness gives back; a run that found a fault ends the process with 1. */
interface Found {
  readonly ok: boolean;
  readonly figures: object;
}

const CLUSTERS = {
  harness: { losses: ['kill', 'cut', 'freeze', 'demote'], open: openPair },
  patroni: { losses: ['kill', 'freeze', 'demote'], open: openPatroni },
} as const;
const log: string[] = [];
const say = (line: string): void => {
  log.push(`${new Date().toISOString().slice(11, 19)} ${line}`);
  console.error(line);
};

/** Every harness by name. */
const HARNESSES: Readonly<Record<string, (times: number) => Promise<Found>>> = {
  /**
   * Half of the kills on the embedded database, half on one given by URL; `--database embedded` or `own`: all on that one.
   * Then a shelf of serials is emptied under kills; `--only draws`: nothing else.
   */
  async crash(times) {
    const draws = await runDraws({
      serials: Number(option('--serials') ?? 20_000),
      most: 200,
      connections: 32,
      every: [2_000, 4_000],
      work: 10,
      say,
    });
    if (option('--only') === 'draws') return { ok: draws.ok, figures: { draws } };
    const runs = [];
    const only = option('--database');
    for (const [database, share] of [
      ['embedded', only ? (only === 'embedded' ? times : 0) : Math.ceil(times / 2)],
      ['own', only ? (only === 'own' ? times : 0) : Math.floor(times / 2)],
    ] as const)
      if (share > 0) runs.push(await runCrashes({ times: share, database, say }));
    return { ok: draws.ok && runs.every((run) => run.ok), figures: { times, runs, draws } };
  },
  /** The primary is lost in every way in turn, its replica promoted; `--with patroni`: by patroni, behind HAProxy. */
  async failover(times) {
    const by = option('--with') === 'patroni' ? 'patroni' : 'harness';
    const { ok, ...figures } = await runFailovers({ times, say, ...CLUSTERS[by] });
    return { ok, figures: { times, by, ...figures } };
  },
  /** Damaged files to every door that takes one, while the server is asked whether it lives; `--seed` repeats a run. */
  async fuzz(times) {
    const seed = Number(option('--seed') ?? Date.now() % 2 ** 31);
    const { ok, ...figures } = await withOwnDatabase((target) => runFuzz({ times, seed, target, say }));
    return { ok, figures: { times, ...figures } };
  },
  /** From the sources of an older version, given by `--from <git ref>`, to these. */
  async upgrade() {
    const { schema, tree } = JSON.parse(process.env.HARNESS_OLD ?? 'null');
    const { ok, ...figures } = await runUpgrade({ schema, tree, say });
    return { ok, figures };
  },
};

const times = Number(option('--times') ?? 10);
const harness = HARNESSES[name];
if (!harness || !Number.isSafeInteger(times) || times < 1) {
  console.error(`用法：npm run test:<名称> -- --times <次数>\n可用：${Object.keys(HARNESSES).join('、')}`);
  process.exit(2);
}
clearUpOnExit();
const on = machine();
const began = Date.now();
const { ok, figures } = await harness(times);
const seconds = Math.round((Date.now() - began) / 1000);
console.log(
  JSON.stringify(
    {
      harness: name,
      ok,
      version: VERSION,
      at: new Date().toISOString(),
      seconds,
      machine: on,
      ...figures,
      log,
    },
    null,
    2,
  ),
);
process.exit(ok ? 0 : 1);
