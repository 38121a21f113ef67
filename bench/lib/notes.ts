/** What stands beside the figures of a run: how it was done, and what was learnt on the way. */
export interface Notes {
  readonly method: string;
  readonly learnt: readonly string[];
}

/** Notes by measurement. */
export const NOTES = {
  engine: {
    method:
      'One official trip of six people: submitted, signed by the unit, accepted, approved twice more, closed. (a) pgbench plays the very statements the write path sends, captured from a real case, prepared, with the same rows; ids and keys are fetched by one more statement per case whose time is left out, and the first ten cases of each connection are not counted. (b) calls the use case in one Node process. (c) sends the same acts over HTTP after log-in, each answered with the whole case page; the load generator shares the client core. Database and clients are bound to half of the cores each, one Node process per core left to the database. Jobs do not run. Afterwards every case must be closed, or the run fails.',
    learnt: [
      '**Helped:** one reading per set of answers. The form was read again for every lookup, check, figure and page; definitions are now prepared once and the reading of an unchanged object is remembered. Processor time of an act over HTTP fell to less than half.',
      '**Helped:** the case page in one statement instead of five in two steps; answers of the log stay in the database.',
      '**Helped:** an act over HTTP answers with a page put together from what it read and wrote, instead of reading the case again. A test compares every such answer with a page read anew by a process that remembers nothing.',
      '**Helped:** uploads and registers a submission asks about in one statement instead of four; checks, masks and lookups of unchanged answers are not computed again, for they are pure. Submitted answers stay in memory, so the next act need not have them sent and unsealed.',
      '**Helped:** events written to their canonical text once, for the digest and for the row alike.',
      '**Did not help:** analysing empty tables. Plans prepared then read growing tables from end to end until autovacuum comes by; the run analyses after its first round, as a minute of operation would.',
      '**Did not help:** timing on a machine with other work. A Node process has one thread to lose, PostgreSQL eight backends: the measured ratio falls with every neighbour. The ratio by processor time is printed beside it.',
      '**Left:** an act over HTTP still asks the registers for its page, and every statement has its columns described anew by the driver. **Next:** a driver that remembers what a prepared statement returns.',
    ],
  },
  scale: {
    method:
      'One closed case is copied with other ids, days, units, words and offices (weights 1/rank, 30 % in the measured office, eight years); 120 cases are open, whatever the archive holds, for an office carries what its people can handle. Each question is asked 60 times through the same functions the HTTP door calls. Sequential scans are counted by the server.',
    learnt: [
      '**Helped:** an index in the very order registers are read in (rows without a day last), for the office and for one unit: the page cost 6 times as much at ten times the rows before.',
      '**Helped:** an index of open tasks for the dashboard, which read all tasks ever.',
      'The statistics come from day facts that a follower moves in commit order; a test compares them with the whole record after random cases and any number of followers at once.',
      '**Still grows:** trips by country on the dashboard read the trips of the chosen span, and a register searched for words nobody wrote is read to its end. **Next:** country counts as day facts, character pairs for register rows as cases have them.',
    ],
  },
  web: {
    method:
      'Built for production, served by the program with its API over loopback to a cold browser; bytes are scripts and styles.',
    learnt: [],
  },
  papers: {
    method:
      'Approved trips; the production job makes acceptance notice, approval, roster and funding opinion of each: typesetting, Word file, ECDSA signature, SM2 record, file by digest, event, paper row, one commit each. One hand. Processor time counts the Node process alone.',
    learnt: [],
  },
  nation: {
    method:
      'Every working day of the year, office by office, through the use cases on a virtual clock: arrivals with a season, the official holidays, fifteen of a hundred sent back for corrections, leaders away one week in seven, desks with a daily capacity. Typesetting is left out. A run that is stopped continues in its folder.',
    learnt: [],
  },
} satisfies Readonly<Record<string, Notes>>;
