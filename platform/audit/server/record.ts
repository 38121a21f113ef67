import type { Json } from '@zhitongche/base';
import type { OfficeActor } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { writeAudit } from './write.ts';

/** Records a success of a signed-in person within the transaction that made it so. */
export const record = (
  query: Query,
  actor: OfficeActor,
  at: Date,
  action: string,
  object: string,
  detail?: Json,
): Promise<void> =>
  writeAudit(query, {
    office: actor.office,
    at,
    actor: { id: actor.id, name: actor.name },
    action,
    object,
    result: 'ok',
    source: actor.source,
    ...(detail === undefined ? {} : { detail }),
  });
