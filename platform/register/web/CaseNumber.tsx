import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call, type Reply } from '@zhitongche/contract/web';
import { Fragment } from 'react';
import { isNumber, partsOf } from './case-numbers.ts';
import { useWays } from './kept-ways.ts';

type Named = Reply<'namedCases'>[number];
type Waiting = { readonly number: string; readonly heard: (found: Named | null) => void };

const HALF_A_MINUTE = 30_000;
/** Numbers of one question. */
const MOST = 60;

const waiting: Waiting[] = [];

/** Numbers asked for in one turn go as one question. */
const askTogether = (number: string): Promise<Named | null> =>
  new Promise((heard) => {
    if (waiting.length === 0) setTimeout(() => void answerAll());
    waiting.push({ number, heard });
  });

const answerAll = async (): Promise<void> => {
  const asked = waiting.splice(0);
  for (let at = 0; at < asked.length; at += MOST) {
    const some = asked.slice(at, at + MOST);
    // Without an answer a number is a number.
    const found = await call('namedCases', {
      body: { numbers: [...new Set(some.map(({ number }) => number))] },
    }).catch((): Reply<'namedCases'> => []);
    for (const { number, heard } of some) heard(found.find((one) => one.number === number) ?? null);
  }
};

/** The number of a case or of its paper, leading to the case where the reader may open it. */
export const CaseNumber = ({
  number,
  said = number,
}: {
  readonly number: string;
  /** What stands there; absent = the number. */
  readonly said?: string;
}) => {
  const ways = useWays();
  const { data } = useQuery({
    queryKey: ['namedCases', number],
    queryFn: () => askTogether(number),
    staleTime: HALF_A_MINUTE,
  });
  return data ? (
    <Link to={ways.case} params={{ case: data.case }}>
      {said}
    </Link>
  ) : (
    said
  );
};

/** Text in which numbers of cases, and a number of a paper that stands alone, lead to their case. */
export const Numbered = ({ text }: { readonly text: string }) =>
  partsOf(text).map((part, at) => (
    // A part has no identity but its place.
    <Fragment key={`${at}`}>{isNumber(part) ? <CaseNumber number={part} /> : part}</Fragment>
  ));
