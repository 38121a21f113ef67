import { bringsCode, countingGrants, GRANT_JSON, type StoredGrant } from '@zhitongche/account/server';
import { dayInShanghai } from '@zhitongche/base';
import { type App, citedIn, type OfficeConfig } from '@zhitongche/core/server';
import { newId, type Query } from '@zhitongche/host';
import { type Copies, type RegisterKind, registerReach } from '@zhitongche/register';
import { registerPolicy } from './register-in.ts';
import { citedAs } from './row-columns.ts';

const LEAST = 'least';
const BASIS = 'basis:';
const COPIES = 'copies:';
/** Instruments named in one message. */
const NAMED = 5;

/** Whether a title names one instrument: a law, a notice with its number, a standard; not the practice of some office. */
const isFormal = (title: string): boolean => /〔\d{4}〕|^《|^GB/.test(title);

/** Tells those who keep a register what is to be done about it as a whole, once as long as it stands; gives how much was new. */
export async function noteForKeepers(app: App, office: string): Promise<number> {
  const book = await app.offices.get(office);
  let told = 0;
  for (const kind of app.registers) {
    if (kind.stock?.least !== undefined) told += await noteLeast(app, book, kind);
    if (kind.copies) told += await noteCopies(app, book, kind, kind.copies);
    if (kind.cited) told += await noteUncited(app, book, kind);
  }
  return told;
}

/** How many pieces may be drawn, where that is fewer than the least; null = enough, or nobody set a least. */
export async function belowLeast(
  query: Query,
  book: OfficeConfig,
  kind: RegisterKind,
  today: string,
): Promise<{ readonly there: number; readonly least: number } | null> {
  const { stock } = kind;
  if (stock?.least === undefined) return null;
  const [held] = await query<{ n: number }>(
    'select coalesce(sum(n), 0)::int as n from kept_count where office = $1 and register = $2 and stage = $3',
    [book.office, kind.code, stock.inStage],
  );
  const least = registerPolicy(book, kind, today).number(stock.least);
  const there = held?.n ?? 0;
  return there < least ? { there, least } : null;
}

async function noteLeast(app: App, book: OfficeConfig, kind: RegisterKind): Promise<number> {
  const now = app.clock();
  return await app.db.tx(async (query) => {
    const low = await belowLeast(query, book, kind, dayInShanghai(now.toISOString()));
    const fresh = await settle(query, book.office, kind.code, LEAST, low ? [LEAST] : [], now);
    if (!low || fresh.length === 0) return 0;
    const text = `${kind.name}现有${low.there}${kind.measure}可用，低于最低库存${low.least}${kind.measure}，请及时补充`;
    await tellKeepers(app, query, book, kind, text, now);
    return 1;
  });
}

/** Titles of which fewer copies are left, over all their rows, than should be. */
async function scarce(
  query: Query,
  office: string,
  { code }: RegisterKind,
  { inStage, left, least }: Copies,
): Promise<readonly { readonly title: string; readonly there: number; readonly least: number }[]> {
  return await query(
    `select title, sum(coalesce((state->'answers'->>$4::text)::int, 0))::int as there,
       max((state->'answers'->>$5::text)::int) as least
     from kept_row where office = $1 and register = $2 and stage = $3 and retired_at is null
     group by title having sum(coalesce((state->'answers'->>$4::text)::int, 0)) < max((state->'answers'->>$5::text)::int)
     order by title collate "C"`,
    [office, code, inStage, left, least],
  );
}

type Scarce = Awaited<ReturnType<typeof scarce>>;

const runningOut = (titles: Scarce): string =>
  `${titles
    .slice(0, NAMED)
    .map(({ title, there, least }) => `${title}剩${there}，低于最低库存${least}`)
    .join('；')}${titles.length > NAMED ? '等' : ''}，请及时补充`;

async function noteCopies(app: App, book: OfficeConfig, kind: RegisterKind, copies: Copies): Promise<number> {
  const now = app.clock();
  return await app.db.tx(async (query) => {
    const low = await scarce(query, book.office, kind, copies);
    const about = low.map(({ title }) => COPIES + title);
    const fresh = await settle(query, book.office, kind.code, COPIES, about, now);
    if (fresh.length === 0) return 0;
    const news = low.filter(({ title }) => fresh.includes(COPIES + title));
    await tellKeepers(app, query, book, kind, `${kind.name}：${runningOut(news)}`, now);
    return fresh.length;
  });
}

async function noteUncited(app: App, book: OfficeConfig, kind: RegisterKind): Promise<number> {
  const now = app.clock();
  const titles = citedBy(app).filter(isFormal);
  return await app.db.tx(async (query) => {
    const rows = await query<{ at: number }>(
      `select (a.o - 1)::int as at from unnest($3::text[]) with ordinality as a(cited, o)
       where not exists (select 1 from kept_row k where k.office = $1 and k.register = $2 and k.retired_at is null
         and k.facets @> array[a.cited])`,
      [book.office, kind.code, titles.map((title) => citedAs(kind, title))],
    );
    const missing = rows.flatMap(({ at }) => titles[at] ?? []);
    const about = missing.map((title) => BASIS + title);
    const fresh = (await settle(query, book.office, kind.code, BASIS, about, now)).map((one) =>
      one.slice(BASIS.length),
    );
    if (fresh.length === 0) return 0;
    await tellKeepers(app, query, book, kind, uncited(kind, fresh), now);
    return fresh.length;
  });
}

/** What is cited and does not stand in a register, in words. */
const uncited = ({ name }: RegisterKind, titles: readonly string[]): string =>
  `办事依据中有${titles.length}件在“${name}”里没有登记：${titles.slice(0, NAMED).join('、')}${titles.length > NAMED ? '等' : ''}`;

/** Keeps what stands and forgets what is settled; gives what is new. */
async function settle(
  query: Query,
  office: string,
  register: string,
  head: string,
  about: readonly string[],
  at: Date,
): Promise<readonly string[]> {
  await query(
    'delete from keeper_note where office = $1 and register = $2 and starts_with(about, $3) and about <> all($4::text[])',
    [office, register, head, about],
  );
  const fresh = await query<{ about: string }>(
    `insert into keeper_note (office, register, about, since)
     select $1, $2, a.about, $4 from unnest($3::text[]) with ordinality as a(about, o) order by a.o
     on conflict do nothing returning about`,
    [office, register, about, at],
  );
  return fresh.map((one) => one.about);
}

/** What stands to be done about a register as a whole, for those who keep it. */
export async function notesOf(
  query: Query,
  book: OfficeConfig,
  kind: RegisterKind,
  today: string,
): Promise<readonly string[]> {
  const low = await belowLeast(query, book, kind, today);
  const few = kind.copies ? await scarce(query, book.office, kind, kind.copies) : [];
  const noted = kind.cited
    ? await query<{ about: string }>(
        'select about from keeper_note where office = $1 and register = $2 and starts_with(about, $3) order by about',
        [book.office, kind.code, BASIS],
      )
    : [];
  return [
    ...(low
      ? [`现有${low.there}${kind.measure}可用，低于最低库存${low.least}${kind.measure}，请及时补充`]
      : []),
    ...(few.length > 0 ? [runningOut(few)] : []),
    ...(noted.length > 0
      ? [
          uncited(
            kind,
            noted.map(({ about }) => about.slice(BASIS.length)),
          ),
        ]
      : []),
  ];
}

async function tellKeepers(
  app: App,
  query: Query,
  book: OfficeConfig,
  kind: RegisterKind,
  text: string,
  now: Date,
): Promise<void> {
  const held = await query<{ id: string; grants: readonly StoredGrant[] }>(
    `select p.id, json_agg(${GRANT_JSON} order by g.id) as grants from role_grant g
       join person p on p.office = g.office and p.id = g.person
     where g.office = $1 and ${bringsCode('$2')} and g.status = 'active' and p.status = 'active' group by p.id`,
    [book.office, [...kind.keepers]],
  );
  const orgs = book.orgs.map(({ id }) => id);
  const lines = held
    .filter(
      ({ grants }) =>
        registerReach(kind, { grants: countingGrants(app.keys, grants) }, book.tree, orgs).kept.length > 0,
    )
    .map(({ id: person }) => ({ person, id: newId(now.getTime()) }));
  await query(
    `insert into notice (office, person, id, at, text, row_register)
     select $1, n.person, n.id, $2, $3, $4 from json_to_recordset($5::json) as n(person uuid, id uuid)`,
    [book.office, now, text, kind.code, JSON.stringify(lines)],
  );
}

const ofRegisters = new WeakMap<App['registers'], readonly string[]>();

/** Every title a service or a register of the program rests on. */
function citedBy({ services, registers }: Pick<App, 'services' | 'registers'>): readonly string[] {
  const own = ofRegisters.get(registers) ?? citedIn(registers);
  ofRegisters.set(registers, own);
  return [...new Set([...services.all.flatMap(({ cites }) => cites), ...own])].toSorted();
}
