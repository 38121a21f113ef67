// Writes docs/reliability.md from the JSON of real runs under docs/measured; `node scripts/reliability.mjs`.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/root.mjs';

const read = (name) => {
  const path = join(root, 'docs/measured', `${name}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
};
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const machine = ({ machine: on, version, at, seconds }) =>
  `${at.slice(0, 10)}, version ${version}, ${on.cores} × ${on.cpu}, ${on.memoryGigabytes} GB, ${on.system}, Node ${on.node}; ${on.loadBefore} other processes wanted the processor on average; ${seconds} s.`;

function crash(run) {
  if (!run) return 'Not run yet.';
  return `${machine(run)}

${table(
  [
    '',
    ...run.runs.map((one) => (one.database === 'embedded' ? 'embedded database' : 'database given by URL')),
  ],
  [
    ['PostgreSQL', ...run.runs.map((one) => one.postgres)],
    [
      'kill -9 of server / database / both',
      ...run.runs.map(({ kills }) => `${kills.server} / ${kills.database} / ${kills.both}`),
    ],
    ['acts acknowledged', ...run.runs.map((one) => one.final.acts)],
    ['requests repeated under their key', ...run.runs.map((one) => one.repeated)],
    ['acts lost', ...run.runs.map((one) => one.final.lost)],
    ['acts done twice', ...run.runs.map((one) => one.final.duplicated)],
    ['case events in whole chains', ...run.runs.map((one) => one.final.events)],
    ['audit rows under sound seals', ...run.runs.map((one) => one.final.auditRows)],
    ['numbers drawn, without a gap', ...run.runs.map((one) => one.final.numbers)],
    [
      'papers issued once / visibly stuck',
      ...run.runs.map((one) => `${one.final.papers} / ${one.final.stuck}`),
    ],
    ['files read back and equal to their digest', ...run.runs.map((one) => one.final.files)],
    [
      'back at work after a kill, median / longest',
      ...run.runs.map((one) => `${one.backMs.median} / ${one.backMs.longest} ms`),
    ],
    ['faults', ...run.runs.map((one) => one.final.faults.length)],
  ],
)}`;
}

const text = `# Reliability

Written by \`node scripts/reliability.mjs\` from the JSON of real runs in \`docs/measured/\`; change those, not this page.

## Killed under load

\`npm run test:crash -- --times N\` starts the program as an office runs it, lets six units file trips over HTTP (upload, submission, five approvals, four signed papers each), and kills with signal 9 at a random moment: the server, PostgreSQL's postmaster, or both. Clients repeat what went unanswered under the same key. After every kill, once the outbox is empty, everything clients were told is compared with everything on record: each acknowledged act exactly once in the audit and among the events, every chain and seal whole, every case equal to its replay, every file equal to its digest, every number series without a gap, every paper asked for issued once or its case visibly stuck. The first fault ends the run with exit code 1. Three kills are part of \`npm test\`.

${crash(read('crash'))}

Killing processes leaves the operating system's cache alone: that a commit survives a power cut rests on PostgreSQL with fsync on, which was not pulled out of a socket here.

What the first runs found, since mended: a connection that broke inside a transaction ended the server process; a lost embedded database stayed lost until somebody restarted the program; the door called an unreachable database an internal fault; a start right after a kill gave up on the lock the dead server still held; a database nobody used was left running because a connection just closed was still listed.

## Several nodes

\`packages/server/src/testing/nodes/nodes.test.ts\`, part of \`npm test\`: two server processes on one PostgreSQL behind a round-robin proxy. A session is known to both and ended on both; the same key sent to both at the same moment is carried out once; numbers have no gap; each paper is made once though both run the jobs; an open screen at one hears what was done at the other; a node that gets SIGTERM finishes a half-received upload, sends open screens away and leaves with 0 while the other serves on.

Mended while writing it: a starting node threw away files another node was receiving; a stopping node could wait for browsers that keep their connection open.

## Hostile requests

\`packages/server/src/http/hostile-requests.test.ts\`, part of \`npm test\`: 20,000 requests made from the printed OpenAPI document, a quarter valid, half with one thing wrong, a quarter absurd, by ten roles and by strangers. None may get a 5xx, silence, a stack trace, SQL, or anything but a problem document. More with \`HOSTILE_REQUESTS\` and \`HOSTILE_SEED\`.

## Not proven yet

Longer runs than the one above, failover to a replica, a rolling upgrade from the previous migration, backup and restore.
`;
writeFileSync(join(root, 'docs/reliability.md'), text);
