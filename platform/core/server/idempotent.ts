import type { Json } from '@zhitongche/base';
import { sm3Hex } from '@zhitongche/formats';
import type { OfficeActor } from './actor.ts';
import type { App } from './app.ts';
import type { Query } from '@zhitongche/host';
import { ProblemError } from './problem-error.ts';
import { openJson, type SealContext, sealJson } from './field-encryption.ts';

/** A write as asked for: the client's key and what it is for. */
export interface WriteRequest {
  /** The `Idempotency-Key` header. */
  readonly key: string;
  /** Name of the endpoint. */
  readonly what: string;
  /** Parameters and body; the same key with others is refused. */
  readonly request: Json;
}

/** Where the answer to a write is sealed. */
export const replyPlace = (office: string, person: string, key: string): SealContext => [
  'request_key',
  office,
  person,
  key,
];

/**
 * Does a write in one transaction, at most once per key: a repeated request gets the first answer again.
 * Answers are kept sealed, for some hold a one-time password.
 * @throws ProblemError: `key.reused`.
 */
export async function idempotent<R extends Json | undefined>(
  app: App,
  actor: OfficeActor,
  asked: WriteRequest,
  work: (query: Query) => Promise<R>,
): Promise<R> {
  const digest = sm3Hex(JSON.stringify([asked.what, asked.request]));
  const place = replyPlace(actor.office, actor.id, asked.key);
  return await app.db.tx(async (query) => {
    const fresh = await query(
      `insert into request_key (office, person, key, request, at) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning key`,
      [actor.office, actor.id, asked.key, digest, app.clock()],
    );
    if (fresh.length === 0) {
      const [known] = await query<{ request: string; reply: { sealed: string } | null }>(
        'select request, reply from request_key where office = $1 and person = $2 and key = $3',
        [actor.office, actor.id, asked.key],
      );
      if (known?.request !== digest)
        throw new ProblemError(
          409,
          'key.reused',
          '同一个 Idempotency-Key 已用于另一项操作，请换一个新的。',
          'This Idempotency-Key was used for another request.',
        );
      // Only `once` writes replies under this digest, so what opens is what this work once returned.
      return (known.reply ? openJson(known.reply.sealed, app.keys, place) : undefined) as R;
    }
    const reply = await work(query);
    if (reply !== undefined)
      await query('update request_key set reply = $4 where office = $1 and person = $2 and key = $3', [
        actor.office,
        actor.id,
        asked.key,
        JSON.stringify({ sealed: sealJson(reply, app.keys, place) }),
      ]);
    return reply;
  });
}
