import { newId } from '@zhitongche/host';
import type pg from 'pg';

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  /** What a check allows, where it lists texts. */
  readonly allowed: readonly string[] | null;
}

/** Columns a row cannot do without and the database does not fill by itself, read from its own catalogue. */
const NEEDED = `select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
    (select array(select m[1] from regexp_matches(pg_get_constraintdef(k.oid), '''([^'']+)''::text', 'g') m)
     from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
     and pg_get_constraintdef(k.oid) like '%::text%' limit 1) as allowed
  from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relname = any($1) and (a.attnotnull and d.oid is null or a.attname = any($2)) order by c.relname, a.attnum`;

/** Something of a type; a digest names a file that is there, an office the office. */
function valueOf({ name, type, allowed }: Column, known: Readonly<Record<string, string>>): unknown {
  const given = known[name];
  if (given !== undefined) return given;
  if (allowed?.[0] !== undefined) return allowed[0];
  switch (type) {
    case 'uuid':
      return newId();
    case 'timestamp with time zone':
      return new Date().toISOString();
    case 'date':
      return '2026-03-02';
    case 'boolean':
      return true;
    case 'integer':
    case 'bigint':
    case 'smallint':
    case 'numeric':
    case 'xid8':
      return '1';
    case 'jsonb':
    case 'json':
      return '{}';
    case 'int8range':
      return '[1,2)';
    case 'tstzrange':
      return '[2026-03-02,2026-03-03)';
    case 'bytea':
      return Buffer.from('x');
    default:
      return type.endsWith('[]') ? [] : `planted-${name}`;
  }
}

/** One row in each of these tables, whatever its columns: what the program writes there is another test's. */
export async function plantRows(
  client: pg.Client,
  tables: readonly string[],
  known: Readonly<Record<string, string>>,
): Promise<void> {
  const { rows } = await client.query<Column>(NEEDED, [tables, Object.keys(known)]);
  for (const table of tables) {
    const columns = rows.filter((column) => column.table === table);
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const values = columns.map((column) => valueOf(column, known));
    const places = values.map((_, n) => `$${n + 1}`).join(', ');
    await client
      .query(`insert into "${table}" (${names}) values (${places})`, values)
      .catch((cause: unknown) => {
        throw new Error(`no row can be planted in ${table}`, { cause });
      });
  }
}
