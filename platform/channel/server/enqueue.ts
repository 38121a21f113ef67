import { addressHint, type Channel, type MessageKind } from '@zhitongche/channel';
import { type App, openJson, type SealContext, sealJson } from '@zhitongche/core/server';
import { newId, property, type Query } from '@zhitongche/host';

/** A message somebody wants sent. */
export interface MessageWish {
  readonly kind: MessageKind;
  readonly channel: Channel;
  /** As `readAddress` gave it. */
  readonly to: string;
  readonly text: string;
  /** Names it once and for all within the office: asked for again, nothing is written. */
  readonly key: string;
  /** Whose address it is, where that is a person with an account. */
  readonly person?: string;
  readonly caseId?: string;
  /** Not before then; absent = at once. */
  readonly after?: Date;
  /** Seconds after which it is of no use any more and is not sent; absent = it is sent however late. */
  readonly lasts?: number;
}

/** Where address and text of a message are sealed. */
export const messagePlace = (office: string, id: string): SealContext => ['message', office, id];

/** What is sealed of a message. */
export interface Sealed {
  readonly to: string;
  readonly text: string;
}

/** Opens what is sealed of a message. */
export function openMessage(app: App, office: string, id: string, sealed: string): Sealed {
  const opened = openJson(sealed, app.keys, messagePlace(office, id));
  const textOf = (name: keyof Sealed): string => {
    const value = property(opened, name);
    return typeof value === 'string' ? value : '';
  };
  return { to: textOf('to'), text: textOf('text') };
}

/**
 * Writes messages in the caller's transaction: they leave once it is committed, and not at all when it is not. Gives how
 * many are new. Call `app.wake()` after the commit; without it they leave within a second or so.
 */
export async function enqueue(
  app: App,
  query: Query,
  office: string,
  wishes: readonly MessageWish[],
): Promise<number> {
  const now = app.clock();
  const rows = wishes.map((wish) => {
    const id = newId(now.getTime());
    const due = wish.after && wish.after > now ? wish.after : now;
    return {
      id,
      channel: wish.channel,
      kind: wish.kind.code,
      subject: wish.kind.subject,
      sealed: sealJson({ to: wish.to, text: wish.text }, app.keys, messagePlace(office, id)),
      hint: addressHint(wish.channel, wish.to),
      secret: wish.kind.secret ?? false,
      due: due.toISOString(),
      expires: wish.lasts === undefined ? null : new Date(now.getTime() + wish.lasts * 1000).toISOString(),
      key: wish.key,
      person: wish.person ?? null,
      case_id: wish.caseId ?? null,
    };
  });
  const written = await query(
    `insert into message (office, id, channel, kind, subject, sealed, hint, secret, due_at, next_at, expires_at, key, person, case_id, created_at)
     select $1, m.id, m.channel, m.kind, m.subject, m.sealed, m.hint, m.secret, m.due, m.due, m.expires, m.key, m.person, m.case_id, $2
     from json_to_recordset($3::json) as m(id uuid, channel text, kind text, subject text, sealed text, hint text, secret boolean,
       due timestamptz, expires timestamptz, key text, person uuid, case_id uuid)
     on conflict (office, key) do nothing returning id`,
    [office, now, JSON.stringify(rows)],
  );
  return written.length;
}
