import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildWeb } from '../../scripts/lib/build-web.mjs';
import { type OfficeAddress, openOffice } from './office.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The demo office all stories share. */
    office: OfficeAddress;
  }
}

/** Vitest global set-up: browser files built when stale, one program with the demo office for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildWeb();
  const { stop, address, clock } = await openOffice(join(import.meta.dirname, '..', '..'), { filed: true });
  project.provide('office', { address, clock });
  return stop;
}
