import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildProgram } from '../../scripts/lib/build-program.mjs';
import { buildWeb } from '../../scripts/lib/build-web.mjs';
import { type FilledOffice, officeFolder, OPENING, openOffice, ROOT } from './office.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The demo office every file of stories gets a copy of. */
    filled: FilledOffice;
  }
}

/** Vitest global set-up: browser files built when stale, the demo office filled once for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildWeb();
  const program = await buildProgram('office', 'e2e/harness/serve.ts');
  const folder = await officeFolder();
  // A copy of its own: a build made meanwhile must not pull the files from under a story.
  const web = join(folder, 'web');
  await cp(join(ROOT, 'apps/web/dist'), web, { recursive: true });
  const plan = { data: join(folder, 'data'), web, shift: OPENING - Date.now() };
  const office = await openOffice(ROOT, [program], { ...plan, office: 'filed' });
  await office.stop();
  project.provide('filled', { ...plan, program, office: 'kept' });
  return async () => rm(folder, { recursive: true, force: true });
}
