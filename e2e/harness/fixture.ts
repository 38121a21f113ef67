import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { type Door, type Look, openDoor, type Visitor } from './browser.ts';
import { type Office, type OfficeAddress, openCopy } from './office.ts';

/** Where pictures of failed stories are kept. */
const OUT = join(import.meta.dirname, '..', 'out');

/** The office and the browser of one test file, its visitors and what is asked of all of them. */
export interface OfficeFixture extends OfficeAddress {
  /** Somebody comes in and stays until {@link OfficeFixture.leave} or the end of the file. */
  visit(username: string | null, look?: Look): Promise<Visitor>;
  leave(visitor: Visitor): Promise<void>;
}

/** Opens an office of its own and a browser for the file, which sends its mail where `mail` says; after every test no page may have complained, and pages of a failed one are pictured. */
export function officeFixture(mail?: () => Promise<string>): OfficeFixture {
  let office: Office;
  let door: Door;
  const present = new Set<Visitor>();
  beforeAll(async () => {
    office = await openCopy(inject('filled'), await mail?.());
    door = await openDoor(office);
  });
  afterEach(async ({ task }) => {
    const complaints = [...present].flatMap((visitor) => visitor.faults());
    if (task.result?.state === 'fail') {
      await mkdir(OUT, { recursive: true });
      for (const [n, { page }] of [...present].entries())
        await page.screenshot({ path: join(OUT, `${task.name.slice(0, 40).replaceAll('/', ' ')}-${n}.png`) });
    }
    // What a page complained of fails the test it complained in, and not all that come after.
    for (const visitor of present) if (visitor.faults().length > 0) present.delete(visitor);
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await door.close();
    await office.stop();
  });
  return {
    get address() {
      return office.address;
    },
    get clock() {
      return office.clock;
    },
    async visit(username, look) {
      const visitor = await door.visit(username, look);
      present.add(visitor);
      return visitor;
    },
    async leave(visitor) {
      const faults = visitor.faults();
      present.delete(visitor);
      await visitor.close();
      expect(faults).toEqual([]);
    },
  };
}
