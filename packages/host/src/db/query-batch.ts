import type { Db, Statement } from './db.ts';

/** A prepared question and its values. */
export interface Question {
  readonly statement: Statement;
  readonly values: readonly unknown[];
}

/** Rows of one question as JSON holds them: days and instants are texts, counts are numbers. */
export type Rows = readonly object[];

/** Questions, and what their rows come to. */
export interface QueryBatch<T> {
  readonly questions: readonly Question[];
  answer(rows: readonly Rows[]): T;
}

/** Makes two inquiries in one round trip. */
export async function runBothBatches<A, B>(
  db: Db,
  first: QueryBatch<A>,
  second: QueryBatch<B>,
): Promise<[A, B]> {
  const rows = await together(db, [...first.questions, ...second.questions]);
  const split = first.questions.length;
  return [first.answer(rows.slice(0, split)), second.answer(rows.slice(split))];
}

/** Makes an inquiry in one round trip, or in none when it asks nothing. */
export const runBatch = async <T>(db: Db, inquiry: QueryBatch<T>): Promise<T> =>
  inquiry.answer(await together(db, inquiry.questions));

async function together(db: Db, questions: readonly Question[]): Promise<readonly Rows[]> {
  if (questions.length === 0) return [];
  const [row] = await db.prepared<{ rows: Rows[] }>(
    joined(questions.map(({ statement }) => statement)),
    questions.flatMap(({ values }) => values),
  );
  return row?.rows ?? [];
}

const known = new Map<string, Statement>();

/** One statement for several, each one's rows gathered as JSON in its own order; the placeholders are counted on. */
function joined(statements: readonly Statement[]): Statement {
  const name = statements.map((statement) => statement.name).join('+');
  const before = known.get(name);
  if (before) return before;
  let used = 0;
  const parts = statements.map(({ text }) => {
    const from = used;
    const moved = text.replaceAll(/\$(\d+)/g, (_, digits: string) => {
      used = Math.max(used, from + Number(digits));
      return `$${from + Number(digits)}`;
    });
    return `(select coalesce(json_agg(q), '[]') from (${moved}) q)`;
  });
  // PostgreSQL tells statements apart by 63 characters.
  const made = {
    name: `${name.slice(0, 56)}/${known.size}`,
    text: `select json_build_array(${parts.join(', ')}) as rows`,
  };
  known.set(name, made);
  return made;
}
