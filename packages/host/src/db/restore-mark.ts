import pg from 'pg';
import type { Target } from './target.ts';

/** A comment and not a table: it must fit a database of any earlier shape, and go and come with a transaction. */
const BEGINNING = 'zhitongche: restore not finished, ';

/** Marks a database as half restored; the program refuses to work on it until the mark is gone. */
export async function markRestoring(client: pg.Client, what: string): Promise<void> {
  await client.query(`comment on table schema_step is ${client.escapeLiteral(BEGINNING + what)}`);
}

/** Takes the mark away. */
export async function unmarkRestoring(target: Target): Promise<void> {
  await withClient(target, (client) => client.query('comment on table schema_step is null'));
}

/** What is being restored into a database; null when nothing is. */
export async function readRestoreMark(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ said: string | null }>(
    "select obj_description(to_regclass('public.schema_step'), 'pg_class') as said",
  );
  const said = rows[0]?.said ?? '';
  return said.startsWith(BEGINNING) ? said.slice(BEGINNING.length) : null;
}

/** The sentence with which the program refuses a half restored database; null = it is whole. */
export async function unfinishedRestore(target: Target): Promise<string | null> {
  const mark = await withClient(target, readRestoreMark);
  return mark === null
    ? null
    : `这个数据库正在从备份恢复，或恢复没有完成（${mark}），不能启用。请重新运行 npm run restore，直到它报告恢复完成。`;
}

async function withClient<T>(target: Target, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...target, application_name: 'zhitongche restore' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
