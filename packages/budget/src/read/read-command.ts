import type { Disclosure } from '../model/disclosure.ts';
import { type Reconciliation, reconcile } from '../reconcile/reconcile.ts';
import type { Finding } from './finding.ts';
import type { ReadOptions } from './opened.ts';
import { readDisclosure } from './read.ts';

/** What reading one file gives, ready to be printed as one JSON object; model and reconciliation are null when the file did not open. */
export interface ReadReport {
  readonly file: string;
  readonly kind: string;
  readonly encoding: string | null;
  readonly model: Disclosure | null;
  /** Every spot to look at: unread, doubtful, cleaned, ignored, missing. */
  readonly unread: readonly Finding[];
  readonly reconciliation: Reconciliation | null;
}

/** Reads a disclosure, proves its arithmetic, and reports both with everything a person should look at. */
export async function readCommand(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<ReadReport> {
  const reading = await readDisclosure({ name, bytes }, options);
  if (!reading.ok) {
    return {
      file: name,
      kind: reading.kind,
      encoding: null,
      model: null,
      unread: reading.findings,
      reconciliation: null,
    };
  }
  const { kind, encoding, model, findings } = reading;
  return { file: name, kind, encoding, model, unread: findings, reconciliation: reconcile(model, findings) };
}
