import { canonicalJson, type Decision } from '@zhitongche/case';
import { sm3Hex } from '@zhitongche/formats';
import { type OfficeActor, type App, ProblemError } from '@zhitongche/core/server';
import { property } from '@zhitongche/host';
import { commit, type Committed, stale } from './commit.ts';
import type { Filing } from '../linked/filings.ts';
import { openCase, type OpenedCase } from './open-case.ts';

/** A write as asked for: under which key, and the digest of what it asks. */
export interface AskedOnce {
  readonly caseId: string;
  /** The `Idempotency-Key`. */
  readonly key: string;
  /** Digest of the whole request: the same key with another one is refused. */
  readonly digest: string;
}

/** The digest of a request. */
export const requestDigest = (...parts: readonly unknown[]): string => sm3Hex(canonicalJson(parts));

/** Whether this very request was already carried out; a key used for something else is refused. */
export function isReplay({ loaded }: OpenedCase, digest: string): boolean {
  if (loaded.key_request === null) return false;
  if (loaded.key_request === digest) return true;
  throw new ProblemError(
    409,
    'key.reused',
    '同一个 Idempotency-Key 已用于另一项操作，请换一个新的。',
    'This Idempotency-Key was used for another request.',
  );
}

/** Writes a decision under its key; whoever was overtaken by the same request is done (null), by another one is told. */
export async function commitOnce(
  app: App,
  actor: OfficeActor,
  opened: OpenedCase,
  decision: Decision,
  asked: AskedOnce & { readonly action: string; readonly filings?: readonly Filing[] },
): Promise<Committed | null> {
  const committed = await commit(app, actor.office, opened, decision, {
    action: asked.action,
    source: actor.source,
    ...(asked.filings ? { filings: asked.filings } : {}),
    key: { person: actor.id, key: asked.key, request: asked.digest },
  }).catch((error: unknown) => {
    if (property(error, 'code') === '23505' && property(error, 'constraint') === 'request_key_pkey')
      return null;
    throw error;
  });
  if (committed) return committed;
  const now = await openCase(app, actor, asked.caseId, asked.key);
  if (!isReplay(now, asked.digest)) throw stale(now.loaded);
  return null;
}
