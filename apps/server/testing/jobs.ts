import type { App } from '@zhitongche/core/server';
import { JOB_HANDLERS } from '../src/job/handlers.ts';
import { runNextJob } from '../src/job/outbox.ts';

/** Does everything that waits now; gives how many jobs were taken. */
export async function workOff(app: App): Promise<number> {
  let taken = 0;
  while (await runNextJob(app, JOB_HANDLERS)) {
    taken += 1;
    if (taken > 1000) throw new Error('The outbox does not empty');
  }
  return taken;
}
