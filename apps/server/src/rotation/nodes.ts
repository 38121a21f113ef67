import type { Query } from '@zhitongche/host';
import type { KeyRing } from '@zhitongche/core/server';

/** Behind which a node says, in the name of its connection, which generation it writes under and which master secrets it has. */
const SAYS = 'zhitongche keys';
/** What listening connections of programs are called that can have but one master secret. */
const OLDER = 'zhitongche listen';

/** A process at work on the database, as its connection names it. */
export interface Node {
  /** Where it connects from, for the operator. */
  readonly from: string;
  /** The master secret it writes under, counted from 1; 0 = none, for the one in force is not among its own. */
  readonly generation: number;
  /** Its master secrets, as others may know them. */
  readonly marks: readonly string[];
}

/** The name a node's connection carries. */
export const nodeName = (keys: KeyRing): string =>
  [SAYS, keys.missing ? 0 : keys.generation, ...keys.marks].join(' ');

/** Every process at work on this database; one of an older program has no master secret anybody could name. */
export async function nodesAtWork(query: Query): Promise<readonly Node[]> {
  const rows = await query<{ name: string; place: string }>(
    `select application_name as name, coalesce(host(client_addr), '本机') || '，数据库连接 ' || pid as place
     from pg_stat_activity
     where datname = current_database() and (application_name = '${OLDER}' or application_name like '${SAYS} %')`,
  );
  return rows.map(({ name, place }) => {
    const [generation = '0', ...marks] = name.startsWith(SAYS) ? name.slice(SAYS.length + 1).split(' ') : [];
    return { from: place, generation: Number(generation), marks };
  });
}
