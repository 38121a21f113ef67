import type { App } from '@zhitongche/core/server';
import {
  describe,
  judgeOutward,
  newId,
  type Outward,
  type OutwardRules,
  outwardRules,
  type Query,
} from '@zhitongche/host';
import { type Found, settleAnswer, type Standing, UNLOOKED } from '@zhitongche/probe';
import { openRowData, ROW_COLUMNS, type RowData, tellPeople } from '@zhitongche/register/server';
import type { KeptRow } from '@zhitongche/register';
import { askAddress } from './ask-address.ts';
import { enterRow, moveRow, type ProbeHere, probesHere } from './probed-rows.ts';

/** How addresses are judged and asked; tests bring their own. */
export interface Asking {
  readonly rules?: OutwardRules;
  readonly ask: (target: Outward) => Promise<Found>;
}

/** Questions under way at a time. */
const HANDS = 8;
/** For so long a question is one node's; longer than an address may take. */
const LEASE = 30_000;
/** Most addresses of an office asked in one round, so that dead ones hold it up for a minute and a half at most; the others have their turn in the next. */
const BATCH = 64;

/** Asks every address of an office whose turn it is; gives how many. Each turn is written down once, on any number of nodes. */
export async function askProbes(app: App, office: string, by: Asking = { ask: askAddress }): Promise<number> {
  let asked = 0;
  for (const here of await probesHere(app, office)) {
    const every = here.policy.number(here.probe.figures.every) * 60_000;
    const slot = new Date(Math.floor(here.now.getTime() / every) * every);
    const rules = by.rules ?? outwardRules(here.policy.list(here.probe.figures.networks));
    const ports = here.policy.list(here.probe.figures.ports);
    const due = await dueRows(here, slot);
    for (let at = 0; at < due.length; at += HANDS)
      await Promise.all(
        due.slice(at, at + HANDS).map(async (data) => {
          try {
            if (await askOne(here, data, { slot, every, rules, ports, ask: by.ask })) asked += 1;
          } catch (error) {
            app.log.error({ row: data.id, office, error: describe(error) }, 'an address was not asked');
          }
        }),
      );
  }
  return asked;
}

/** Rows with an address, or with an outage that is still open, that were not asked in this turn. */
const dueRows = ({ app, book, probe }: ProbeHere, slot: Date): Promise<RowData[]> =>
  app.db.query<RowData>(
    `select ${ROW_COLUMNS} from kept_row k
     where k.office = $1 and k.register = $2
       and (k.retired_at is null and k.state->'answers'->>$3 is not null
         or exists (select 1 from probe_standing s where s.office = k.office and s.row_id = k.id and s.outage is not null))
       and not exists (select 1 from probe_standing s where s.office = k.office and s.row_id = k.id and s.asked >= $4)
     order by k.id limit ${BATCH}`,
    [book.office, probe.register, probe.address, slot],
  );

interface Turn {
  readonly slot: Date;
  readonly every: number;
  readonly rules: OutwardRules;
  /** Doors that are knocked at: an address must not be used to find out which others are open. */
  readonly ports: readonly string[];
  readonly ask: Asking['ask'];
}

async function askOne(here: ProbeHere, data: RowData, turn: Turn): Promise<boolean> {
  const { app, book, asked: kind, probe } = here;
  if (!(await claimed(here, data.id, turn.slot))) return false;
  const { row } = openRowData(book.office, kind, data, app.keys);
  const given = row.answers[probe.address];
  const address = typeof given === 'string' && !row.retired ? given : '';
  const found = address === '' ? UNLOOKED : await foundAt(address, turn);
  return await app.db.tx((query) => writeDown(here, query, row, { ...turn, found }));
}

/** Takes a turn for this node; false = another has it, or has had it. */
async function claimed({ app, book, now }: ProbeHere, row: string, slot: Date): Promise<boolean> {
  const rows = await app.db.query(
    `insert into probe_standing as s (office, row_id, claimed, claimed_at) values ($1, $2, $3, $4)
     on conflict (office, row_id) do update set claimed = excluded.claimed, claimed_at = excluded.claimed_at
     where (s.asked is null or s.asked < excluded.claimed)
       and (s.claimed is null or s.claimed < excluded.claimed or s.claimed_at < $5)
     returning row_id`,
    [book.office, row, slot, now, new Date(now.getTime() - LEASE)],
  );
  return rows.length > 0;
}

async function foundAt(address: string, { rules, ports, ask }: Turn): Promise<Found | typeof UNLOOKED> {
  const judged = await judgeOutward(address, rules);
  if (!('why' in judged)) return ports.includes(portOf(judged.url)) ? await ask(judged) : UNLOOKED;
  return judged.why === 'unknown' ? { ok: false, said: `域名 ${judged.host} 解析不到` } : UNLOOKED;
}

const portOf = ({ port, protocol }: URL): string => port || (protocol === 'https:' ? '443' : '80');

interface StandingRow {
  readonly asked: Date | null;
  readonly since: Date | null;
  readonly failures: number;
  readonly failing: Date | null;
  readonly outage: string | null;
}

/** Writes down what was found, with what begins and ends by it, in one commit; false = another node has. */
async function writeDown(
  here: ProbeHere,
  query: Query,
  row: KeptRow,
  { slot, every, found }: Turn & { readonly found: Found | typeof UNLOOKED },
): Promise<boolean> {
  const { book, probe, policy } = here;
  const [known] = await query<StandingRow>(
    'select asked, since, failures, failing, outage from probe_standing where office = $1 and row_id = $2 for update',
    [book.office, row.id],
  );
  if (!known || (known.asked && known.asked >= slot)) return false;
  const before = standingOf(known);
  const failures = policy.number(probe.figures.failures);
  const { next, watched, begins, ends } = settleAnswer(before, slot.getTime(), found, { every, failures });
  let { outage } = known;
  if (ends && outage !== null) {
    await moveRow(here, query, here.outages, {
      id: outage,
      move: probe.outages.ends,
      data: probe.outages.ended(new Date(ends.at).toISOString(), ends.said),
    });
    outage = null;
  }
  if (begins) outage = await begun(here, query, row, begins);
  if (found === UNLOOKED && !row.retired && (before.asked === null || before.since !== null))
    await tell(
      here,
      query,
      row,
      '的探测地址写得不对，或指向本机、内网、保留地址、不探测的端口，没有探测；本办网段和端口须先列入参数',
    );
  if (watched && next.since !== null)
    await query(
      `insert into probe_watched (office, row_id, from_at, until_at) values ($1, $2, $3, $4)
       on conflict (office, row_id, from_at) do update set until_at = excluded.until_at`,
      [book.office, row.id, new Date(next.since), new Date(watched.to)],
    );
  await query(
    `update probe_standing set asked = $3, since = $4, failures = $5, failing = $6, outage = $7
     where office = $1 and row_id = $2`,
    [
      book.office,
      row.id,
      slot,
      dateOf(next.since),
      next.failures,
      dateOf(next.failing),
      next.out ? outage : null,
    ],
  );
  return true;
}

const dateOf = (at: number | null): Date | null => (at === null ? null : new Date(at));
const standingOf = ({ asked, since, failures, failing, outage }: StandingRow): Standing => ({
  asked: asked?.getTime() ?? null,
  since: since?.getTime() ?? null,
  failures,
  failing: failing?.getTime() ?? null,
  out: outage !== null,
});

async function begun(
  here: ProbeHere,
  query: Query,
  row: KeptRow,
  { from, said }: { readonly from: number; readonly said: string },
): Promise<string> {
  const { book, probe, outages, asked } = here;
  const at = new Date(from).toISOString();
  const id = newId(here.now.getTime());
  const of = { id: row.id, title: asked.title(row.answers) };
  const entered = await enterRow(here, query, outages, {
    id,
    answers: probe.outages.answers(of, at, said),
    home: row.org,
  });
  await tellPeople({ app: here.app, query, book, now: here.now }, outages, entered, {
    keepers: 'nearest',
    roles: [],
    texts: [`没有应答：${said}`],
  });
  return id;
}

const tell = ({ app, book, asked, now }: ProbeHere, query: Query, row: KeptRow, text: string) =>
  tellPeople({ app, query, book, now }, asked, row, { keepers: 'nearest', roles: [], texts: [text] });
