import { NOTICE_KINDS, readWishes, type Wishes } from '@zhitongche/channel';
import type { App, OfficeActor } from '@zhitongche/core/server';
import { contactsOf } from './contacts.ts';
import { connections } from './message-figures.ts';
import { channelRules } from './rules.ts';

/** Where I am reached and what I wish to be told, as my account page shows it. */
export async function myChannels(app: App, { office, id }: OfficeActor) {
  const rules = channelRules(app, await app.offices.get(office));
  const [contacts, connected, [stored]] = await Promise.all([
    contactsOf(app, office, id),
    connections(app, office),
    app.db.query<{ wishes: unknown }>('select wishes from channel_wish where office = $1 and person = $2', [
      office,
      id,
    ]),
  ]);
  const { rhythms, quiet } = readWishes(stored?.wishes, rules);
  return {
    channels: connected.map(({ channel, via }) => {
      const contact = contacts.find((one) => one.channel === channel);
      return {
        channel,
        connected: via !== null,
        address: contact?.proven_at ? contact.hint : null,
        waits: contact?.next_hint ?? null,
      };
    }),
    rhythms: { ...rhythms },
    quiet: quiet && { ...quiet },
    digestAt: rules.digestAt,
    urgent: Object.entries(NOTICE_KINDS).flatMap(([kind, words]) =>
      rules.urgent.includes(kind) ? [words] : [],
    ),
  };
}

/** Keeps what I wish; it counts from the next message on. */
export async function saveWishes(app: App, { office, id }: OfficeActor, wishes: Wishes): Promise<void> {
  await app.db.query(
    `insert into channel_wish (office, person, wishes) values ($1, $2, $3)
     on conflict (office, person) do update set wishes = excluded.wishes`,
    [office, id, JSON.stringify(wishes)],
  );
}
