import {
  type Channel,
  type ChannelRules,
  type NoticeKind,
  readWishes,
  whenToTell,
} from '@zhitongche/channel';
import type { App, Reached as Outsider } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { provenAddress } from './contacts.ts';
import { enqueue, type MessageWish } from './enqueue.ts';
import { outwardText } from './notice-text.ts';
import { NEWS, ONE_NEWS, type Outward, PUBLIC_NEWS, texting } from './texting.ts';
import { channelRules } from './rules.ts';

/** Notices looked at in one round. */
const BATCH = 200;

interface WaitingNotice {
  readonly id: string;
  readonly person: string;
  readonly at: Date;
  readonly text: string;
  readonly kind: NoticeKind | null;
  readonly case_id: string | null;
  readonly number: string | null;
  readonly title: string | null;
  readonly row: boolean;
}

/** A person's proven addresses and wishes. */
export interface Reached {
  readonly person: string;
  readonly channel: Channel;
  readonly sealed: string;
  readonly wishes: unknown;
}

/** Tells people who are no staff, who have no wishes: each notice at once, at every address they have proven. */
async function tellOutsiders(
  app: App,
  query: Query,
  office: string,
  write: Outward,
  waiting: readonly WaitingNotice[],
): Promise<void> {
  const people = [...new Set(waiting.map(({ person }) => person))];
  const reached = await app.outsiders(app, query, office, people);
  const messages = waiting.flatMap((notice) =>
    reached
      .filter(({ person }) => person === notice.person)
      .map(
        ({ account, channel, to, language }: Outsider): MessageWish => ({
          kind: PUBLIC_NEWS,
          channel,
          to,
          text: write.outside(channel, language, outwardText(notice, false), notice),
          key: `notice/${notice.id}/${channel}/${account}`,
          ...(notice.case_id === null ? {} : { caseId: notice.case_id }),
        }),
      ),
  );
  if (messages.length > 0) await enqueue(app, query, office, messages);
}

/** Reads where active people are reached. */
export const reachedPeople = (query: Query, office: string, people: readonly string[]): Promise<Reached[]> =>
  query<Reached>(
    `select c.person, c.channel, c.sealed, w.wishes from contact c
       join person p on p.office = c.office and p.id = c.person and p.status = 'active'
       left join channel_wish w on w.office = c.office and w.person = c.person
     where c.office = $1 and c.person = any($2::uuid[]) and c.proven_at is not null and c.sealed is not null`,
    [office, people],
  );

/**
 * Passes new notices on to the channels people wish: at once, or into their digest; gives how many it looked at. A
 * notice is looked at once, in the transaction that writes what follows from it, on any number of nodes.
 */
export async function passOn(app: App, office: string): Promise<number> {
  const book = await app.offices.get(office);
  const rules = channelRules(app, book);
  const write = texting(app, book);
  const done = await app.db.tx(async (query) => {
    const waiting = await query<WaitingNotice>(
      `select n.id, n.person, n.at, n.text, n.kind, n.case_id, f.number, f.title, n.row_register is not null as row
       from notice n left join case_file f on f.office = n.office and f.id = n.case_id
       where n.office = $1 and n.waits order by n.id limit ${BATCH} for update of n skip locked`,
      [office],
    );
    if (waiting.length === 0) return 0;
    const reached = await reachedPeople(query, office, [...new Set(waiting.map(({ person }) => person))]);
    const ways = waiting.flatMap((notice) =>
      reached.filter(({ person }) => person === notice.person).map((to) => ({ notice, to })),
    );
    await tellNow(app, query, office, write, ways, rules);
    await tellOutsiders(app, query, office, write, waiting);
    await query(
      'update notice set waits = false where office = $1 and (person, id) in (select * from unnest($2::uuid[], $3::uuid[]))',
      [office, waiting.map(({ person }) => person), waiting.map(({ id }) => id)],
    );
    return waiting.length;
  });
  if (done > 0) app.wake();
  return done;
}

type Way = { readonly notice: WaitingNotice; readonly to: Reached };

async function tellNow(
  app: App,
  query: Query,
  office: string,
  write: Outward,
  ways: readonly Way[],
  rules: ChannelRules,
): Promise<void> {
  const now = app.clock();
  const at = ways.map((way) => ({
    ...way,
    when: whenToTell(way.notice.kind, way.to.channel, readWishes(way.to.wishes, rules), rules, now),
  }));
  const messages = at.flatMap(({ notice, to, when }): readonly MessageWish[] =>
    when === 'now'
      ? [
          {
            kind: ONE_NEWS,
            channel: to.channel,
            to: provenAddress(app, office, to.person, to.channel, to.sealed),
            text: write.one(to.channel, outwardText(notice, write.titles(to.channel)), notice.case_id),
            key: `notice/${notice.id}/${to.channel}`,
            person: to.person,
            ...(notice.case_id === null ? {} : { caseId: notice.case_id }),
          },
        ]
      : [],
  );
  const later = at.filter(({ when }) => when instanceof Date);
  if (messages.length > 0) await enqueue(app, query, office, messages);
  if (later.length > 0)
    await query(
      `insert into digest_line (office, person, channel, notice, due_at)
       select $1, d.person, d.channel, d.notice, d.due
       from json_to_recordset($2::json) as d(person uuid, channel text, notice uuid, due timestamptz)
       on conflict do nothing`,
      [
        office,
        JSON.stringify(
          later.map(({ notice, to, when }) => ({
            person: to.person,
            channel: to.channel,
            notice: notice.id,
            due: when,
          })),
        ),
      ],
    );
}

/** Sends what was put off together: one message a person and channel, of what is still unread; gives how many people it looked at. */
export async function sendDigests(app: App, office: string): Promise<number> {
  const book = await app.offices.get(office);
  const rules = channelRules(app, book);
  const write = texting(app, book);
  const now = app.clock();
  const done = await app.db.tx(async (query) => {
    const [first] = await query<{ person: string; channel: Channel }>(
      'select person, channel from digest_line where office = $1 and due_at <= $2 order by due_at limit 1 for update skip locked',
      [office, now],
    );
    if (!first) return 0;
    const taken = await query<{ notice: string }>(
      `delete from digest_line where office = $1 and person = $2 and channel = $3 and due_at <= $4 returning notice`,
      [office, first.person, first.channel, now],
    );
    const [to] = (await reachedPeople(query, office, [first.person])).filter(
      ({ channel }) => channel === first.channel,
    );
    const unread = await query<WaitingNotice>(
      `select n.id, n.person, n.at, n.text, n.kind, n.case_id, f.number, f.title, n.row_register is not null as row
       from notice n left join case_file f on f.office = n.office and f.id = n.case_id
       where n.office = $1 and n.person = $2 and n.id = any($3::uuid[]) and n.read_at is null order by n.at, n.id`,
      [office, first.person, taken.map(({ notice }) => notice)],
    );
    const [oldest] = unread;
    // Whoever has stopped the channel meanwhile, or has read it all, is sent nothing.
    if (!to || !oldest || readWishes(to.wishes, rules).rhythms[to.channel] === 'off') return 1;
    const lines = unread.map((notice) => ({
      at: notice.at,
      text: outwardText(notice, write.titles(to.channel)),
    }));
    await enqueue(app, query, office, [
      {
        kind: NEWS,
        channel: to.channel,
        to: provenAddress(app, office, to.person, to.channel, to.sealed),
        text: write.many(to.channel, lines),
        key: `digest/${to.person}/${to.channel}/${oldest.id}`,
        person: to.person,
      },
    ]);
    return 1;
  });
  if (done > 0) app.wake();
  return done;
}
