import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type ReadDisclosure, readDisclosure } from './read/read.ts';

/** The three published disclosures kept as fixtures. */
export type Fixture = 'hebei-fao-2024' | 'shanxi-fao-2024' | 'shijiazhuang-fao-2024';

/** Bytes of a fixture, for tests. */
export function fixtureBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));
}

/** Reads a published text and insists that it opened, for tests. */
export async function readFixture(name: Fixture): Promise<ReadDisclosure> {
  return readBytes(fixtureBytes(`${name}.txt`));
}

/** Reads bytes and insists that they opened, for tests. */
export async function readBytes(bytes: Uint8Array): Promise<ReadDisclosure> {
  const reading = await readDisclosure({ name: 'test', bytes });
  if (!reading.ok) throw new Error(reading.findings.map((finding) => finding.message).join('; '));
  return reading;
}

/** Whether a program is installed on this machine, for tests that ask a second program's view. */
export function has(tool: string): boolean {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
