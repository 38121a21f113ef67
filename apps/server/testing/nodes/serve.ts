import { readConfig, makeLog } from '@zhitongche/core/server';
import { start } from '../../src/start.ts';
import { HARNESS_SERVICES } from './harness-services.ts';
import { prepareOffice } from './office.ts';

// The program as an office runs it, all but its first-run data: a harness starts it as a process of its own, to kill it.
const read = readConfig(process.env, process.cwd());
if (!read.ok) throw new Error(read.problems.join('\n'));
const schema = Number(process.env.HARNESS_SCHEMA);
const running = await start(read.config, {
  log: makeLog(read.config),
  prepare: prepareOffice,
  services: HARNESS_SERVICES,
  ...(schema > 0 ? { schema } : {}),
});
process.once('SIGTERM', () => {
  void running.stop().then(() => process.exit(0));
});
