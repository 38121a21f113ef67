import { readConfig, makeLog, openSpans } from '@zhitongche/core/server';
import { greeting, prepareOffice, terminal } from './first-run/prepare-office.ts';
import { CannotStart, start } from './start.ts';

// A real office never shares a directory with the demo.
const defaults = process.argv.includes('--empty')
  ? { ZHITONGCHE_OFFICE: 'office', ZHITONGCHE_DATA: '.data-office' }
  : {};
const read = readConfig({ ...defaults, ...process.env }, process.cwd());
if (!read.ok) {
  console.error(['配置有误，未启动：', ...read.problems].join('\n'));
  process.exit(2);
}
const log = makeLog(read.config);
try {
  const running = await start(read.config, {
    log,
    spans: await openSpans(process.env, log),
    prepare: (app) => prepareOffice(app, terminal, process.env.ZHITONGCHE_OFFICE_NAME),
  });
  const { demo } = await running.app.offices.get(read.config.office);
  for (const line of greeting(running.address, demo)) console.log(line);
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ message: error instanceof Error ? error.message : 'unknown' }, 'stop failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
} catch (error) {
  const reasons =
    error instanceof CannotStart ? error.reasons : [error instanceof Error ? error.message : String(error)];
  console.error(['未能启动：', ...reasons].join('\n'));
  process.exit(1);
}
