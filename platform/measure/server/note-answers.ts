import type { Query } from '@zhitongche/host';

/** Answers that were opened together, and what each adds: 1 of a satisfied one, else 0. */
export interface NotedAnswers {
  readonly measure: string;
  readonly org: string;
  readonly day: string;
  readonly answers: readonly { readonly id: string; readonly n: '0' | '1' }[];
}

/** Counts answers in the transaction that opened them; they never change afterwards. */
export async function noteAnswers(query: Query, office: string, noted: NotedAnswers): Promise<void> {
  await query(
    `insert into measure_line (office, measure, subject, kind, seq, org, day, n)
     select $1, $2, a.id, 'answer', 0, $3, $4, a.n from json_to_recordset($5::json) as a(id uuid, n numeric)`,
    [office, noted.measure, noted.org, noted.day, JSON.stringify(noted.answers)],
  );
}
