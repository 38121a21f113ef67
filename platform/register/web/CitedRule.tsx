import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call, meQuery, type Reply } from '@zhitongche/contract/web';
import { useWays } from './kept-ways.ts';

type Cited = Reply<'citedRows'>[number];
type Waiting = { readonly title: string; readonly heard: (row: Cited | null) => void };

const HALF_AN_HOUR = 1_800_000;
/** Names of one question. */
const MOST = 60;

const waiting: Waiting[] = [];

/** Names asked for in one turn go as one question. */
const askTogether = (title: string): Promise<Cited | null> =>
  new Promise((heard) => {
    if (waiting.length === 0) setTimeout(() => void answerAll());
    waiting.push({ title, heard });
  });

const answerAll = async (): Promise<void> => {
  const asked = waiting.splice(0);
  for (let at = 0; at < asked.length; at += MOST) {
    const some = asked.slice(at, at + MOST);
    // Without an answer a rule is a name, as it would be without a library.
    const rows = await call('citedRows', {
      body: { titles: [...new Set(some.map(({ title }) => title))] },
    }).catch((): Reply<'citedRows'> => []);
    for (const { title, heard } of some) heard(rows.find(({ cited }) => cited === title) ?? null);
  }
};

/** The name of a rule, leading to its row in the library where the reader may read it, with what must be known of it. */
export const CitedRule = ({ title }: { readonly title: string }) => {
  const ways = useWays();
  const client = useQueryClient();
  const { data: row } = useQuery({
    queryKey: ['citedRows', title],
    queryFn: () => askTogether(title),
    staleTime: HALF_AN_HOUR,
    // A stranger reads the name alone.
    enabled: title !== '' && title.length <= 200 && client.getQueryData(meQuery.queryKey) !== undefined,
  });
  if (!row) return title;
  return (
    <>
      <Link to={ways.row} params={{ register: row.register, row: row.id }}>
        {title}
      </Link>
      {row.mark === '' ? null : <span className="soft">（{row.mark}）</span>}
    </>
  );
};
