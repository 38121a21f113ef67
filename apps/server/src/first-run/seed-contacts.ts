import { putContact } from '@zhitongche/channel/server';
import type { App, OfficeActor } from '@zhitongche/core/server';

/** Who of the demo office is reached by mail, who by SMS as well, and one whose mailbox is gone. */
const MAILS: Readonly<Record<string, string>> = {
  handler: 'handler@yunze.example',
  'commerce-filer': 'filer@commerce.example',
  head: 'head@yunze.example',
  window: 'window+wrong@yunze.example',
};
const PHONES: Readonly<Record<string, string>> = { 'commerce-filer': '13800138000' };
/** Newest messages that also leave, so that the queue is not empty on the first look. */
const TOLD_AGAIN = 2;

/** Gives people of the demo office addresses, and lets the newest of what they were told leave; the years before stay told. */
export async function seedContacts(
  app: App,
  actors: ReadonlyMap<string, OfficeActor>,
  office: string,
): Promise<void> {
  const at = app.clock();
  await app.db.tx(async (query) => {
    await query('update notice set waits = false where office = $1 and waits', [office]);
    for (const [channel, addresses] of [
      ['mail', MAILS],
      ['sms', PHONES],
    ] as const)
      for (const [username, address] of Object.entries(addresses)) {
        const person = actors.get(username)?.id;
        if (person !== undefined) await putContact(app, query, { office, person, channel, address, at });
      }
    // Shown at whatever hour somebody first looks.
    const wishes = { rhythms: { mail: 'each', sms: 'each', wechat: 'off' }, quiet: null };
    const people = Object.keys(MAILS).flatMap((username) => actors.get(username)?.id ?? []);
    await query(
      `insert into channel_wish (office, person, wishes) select $1, p, $3 from unnest($2::uuid[]) as p
       on conflict (office, person) do update set wishes = excluded.wishes`,
      [office, people, JSON.stringify(wishes)],
    );
    await query(
      `update notice set waits = true where office = $1 and (person, id) in (
         select person, id from (select person, id, row_number() over (partition by person order by id desc) as nth
           from notice where office = $1 and person = any($2::uuid[])) newest where nth <= ${TOLD_AGAIN})`,
      [office, people],
    );
  });
}
