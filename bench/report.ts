import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NOTES } from './lib/notes.ts';
import { engine } from './lib/report-engine.ts';
import { growth, kept } from './lib/report-growth.ts';
import { at, isTable, type Table, table, text, type Value } from './lib/report-parts.ts';

const DOCS = new URL('../docs/', import.meta.url);

/** The JSON of a run kept beside the page; null when nobody has run it. */
function runOf(name: string): Table | null {
  const file = new URL(`performance/${name}.json`, DOCS);
  if (!existsSync(file)) return null;
  const value: Value = JSON.parse(readFileSync(file, 'utf8'));
  return isTable(value) ? value : null;
}

const on = (run: Table): string => {
  const m = (key: string) => text(at(run, 'machine', key));
  const day = text(run.at).slice(0, 10);
  const postgres = run.postgres === undefined ? '' : `, PostgreSQL ${text(run.postgres)}`;
  return `_Run of ${day}: ${m('cpu')}, ${m('cores')} cores, ${m('memoryGigabytes')} GB, ${m('system')}, Node ${m('node')}${postgres}. Other work on the machine before the run: load ${m('loadBefore')}._`;
};

function scale(run: Table): string {
  const sizes = Array.isArray(run.sizes) ? run.sizes.filter(isTable) : [];
  const largest = sizes.at(-1);
  const questions = Object.keys(isTable(run.p95Ratio) ? run.p95Ratio : {});
  const scans = largest?.sequentialScans;
  const tables = Array.isArray(largest?.tables) ? largest.tables.filter(isTable) : [];
  const perCase = (bytes: Value | undefined): string =>
    text(Math.round(Number(bytes) / Number(largest?.cases ?? 1)));
  const plans = isTable(largest?.plans) ? largest.plans : {};
  return [
    table(
      ['p95, ms (rows answered)', ...sizes.map((size) => `${text(size.cases)} cases`), 'ratio (goal ≤ 1.5)'],
      questions.map((q) => [
        q,
        ...sizes.map((size) => `${text(at(size, 'ms', q, 'p95'))} (${text(at(size, 'rows', q))})`),
        text(at(run, 'p95Ratio', q)),
      ]),
    ),
    `Database: ${sizes.map((size) => `${text(size.databaseMegabytes)} MB for ${text(size.cases)} cases (${text(size.bytesPerCase)} bytes each), grown in ${text(size.growSeconds)} s`).join('; ')}. Growing tables read from end to end at the largest size, by the plans of what was asked: ${isTable(scans) && Object.keys(scans).length > 0 ? JSON.stringify(scans) : 'none'}; by the server's own counters: ${isTable(largest?.scansCounted) && Object.keys(largest.scansCounted).length > 0 ? JSON.stringify(largest.scansCounted) : 'none'}. Above the goal and above ${text(at(run, 'goals', 'unlessBelowMs'))} ms: ${Array.isArray(run.slowerThanGoal) && run.slowerThanGoal.length > 0 ? run.slowerThanGoal.map(text).join(', ') : 'none'}.`,
    table(
      ['bytes per case at the largest size', 'rows per case', 'rows', 'out of line', 'indexes'],
      tables.map((one) => [
        text(one.table),
        text(Math.round((Number(one.rows) / Number(largest?.cases ?? 1)) * 100) / 100),
        perCase(one.heap),
        perCase(one.outOfLine),
        perCase(one.indexes),
      ]),
    ),
    `<details><summary>How each question reaches its rows at the largest size</summary>\n\n${Object.entries(
      plans,
    )
      .map(([q, how]) => `- ${q}: ${Array.isArray(how) ? how.map(text).join('; ') : ''}`)
      .join('\n')}\n\n</details>`,
  ].join('\n\n');
}

const WAYS: Readonly<Record<string, string>> = {
  mainThread: 'in the thread that answers requests, one job at once',
  ownThread: 'in a thread of its own, one job at once',
  ownThreadTwoHands: 'in a thread of its own, two jobs at once (as a server does)',
};

function papers(run: Table): string {
  const ways: readonly (readonly [string, Table])[] = isTable(run.ways)
    ? Object.entries(run.ways).flatMap(([name, way]) => (isTable(way) ? [[name, way] as const] : []))
    : [['mainThread', run]];
  return table(
    [
      'made',
      'papers',
      'per second',
      'per second and core',
      'job p50 ms',
      'job p95 ms',
      'event loop late, p50 ms',
      'p99 ms',
      'longest ms',
      'bytes per PDF',
      'resident memory before → peak, MB',
    ],
    ways.map(([name, way]) => [
      WAYS[name] ?? name,
      text(way.papers),
      text(way.perSecond),
      text(way.perCoreSecond),
      text(at(way, 'jobMs', 'p50')),
      text(at(way, 'jobMs', 'p95')),
      text(at(way, 'loopDelayMs', 'p50')),
      text(at(way, 'loopDelayMs', 'p99')),
      text(at(way, 'loopDelayMs', 'max')),
      text(way.bytesPerPdf),
      `${text(way.rssBeforeMegabytes)} → ${text(way.rssPeakMegabytes)}`,
    ]),
  );
}

function web(run: Table): string {
  const visits = isTable(run.visits) ? run.visits : {};
  return [
    table(
      [
        'first load',
        'KB gz (goal ≤ 200)',
        'all KB over the wire',
        'requests',
        'LCP ms (goal ≤ 1500)',
        'slowest',
        'interaction ms',
      ],
      Object.entries(visits).map(([name, v]) => [
        name,
        text(at(v, 'kilobytesGz')),
        text(at(v, 'wireKilobytes')),
        text(at(v, 'requests')),
        text(at(v, 'lcpMs')),
        text(at(v, 'lcpMsSlowest')),
        text(at(v, 'interactionMs')),
      ]),
    ),
    `Medians of ${text(at(run, 'method', 'runs'))} cold loads. Chromium ${text(run.chromium)}, processor slowed ${text(at(run, 'method', 'cpuSlowDown'))} times, service worker blocked so that nothing comes from an earlier visit.`,
  ].join('\n\n');
}

function nation(run: Table): string {
  if (typeof run.chart === 'string') writeFileSync(new URL('performance/nation.svg', DOCS), run.chart);
  return [
    '![A year of 31 provinces](performance/nation.svg)',
    table(
      [
        'received',
        'decided',
        'closed',
        'acts',
        'backlog at most',
        'at the end',
        'within the promise',
        'numbers drawn',
        'series with gaps',
        'papers',
        'jobs left',
      ],
      [
        [
          text(run.received),
          text(run.decided),
          text(run.closed),
          text(run.acts),
          text(run.backlogAtMost),
          text(run.backlogAtEnd),
          text(run.withinPromise),
          text(at(run, 'numbers', 'drawn')),
          text(at(run, 'numbers', 'seriesWithGaps')),
          text(at(run, 'papers', 'recorded')),
          text(at(run, 'papers', 'jobsLeft')),
        ],
      ],
    ),
    `${text(run.acts)} acts by people, ${text(run.events)} events, ${text(run.registerRows)} register rows in ${text(run.seconds)} s: ${text(run.actsPerSecond)} acts a second with all their jobs, ${text(at(run, 'cpuSeconds', 'node'))} s of processor time in Node and ${text(at(run, 'cpuSeconds', 'database'))} s in the database. ${text(run.bytesPerCase)} bytes of database per case. Stopped by the form's own rules, by rule: ${text(run.stoppedByTheForm)}.`,
  ].join('\n\n');
}

const sourceNames: Readonly<Record<string, string>> = {
  'hebei-fao-2024': 'Hebei: nine tables, 11 goal forms',
  'shanxi-fao-2024': 'Shanxi: thirteen tables, 8 forms',
  'shijiazhuang-fao-2024': 'Shijiazhuang: 8 forms, scanned',
};

function budget(run: Table): string {
  const single = isTable(run.single) ? run.single : {};
  const median = (source: Value, key: string) => text(at(source, key, 'median'));
  const memory = (source: Value, key: string) => text(at(source, 'memoryMegabytes', key));
  const checks = (source: Value) => {
    const counts = at(source, 'checks');
    return isTable(counts)
      ? text(Object.values(counts).reduce<number>((sum, own) => sum + Number(own), 0))
      : '–';
  };
  const sources = Object.entries(single);
  return [
    table(
      [
        'median, ms',
        'KB of text',
        'read text',
        'read XLSX',
        'read DOCX',
        'read PDF',
        'prove',
        'checks',
        'write XLSX',
        'write DOCX',
        'write PDF',
      ],
      sources.map(([name, own]) => [
        sourceNames[name] ?? name,
        text(at(own, 'kilobytes')),
        ...['readText', 'readXlsx', 'readDocx', 'readPdf', 'reconcile'].map((key) => median(own, key)),
        checks(own),
        ...['writeXlsx', 'writeDocx', 'writePdf'].map((key) => median(own, key)),
      ]),
    ),
    table(
      ['memory more, MB', 'text', 'XLSX', 'DOCX', 'PDF'],
      sources.map(([name, own]) => [
        sourceNames[name] ?? name,
        ...['text', 'xlsx', 'docx', 'pdf'].map((key) => memory(own, key)),
      ]),
    ),
    `${text(at(run, 'thousandCopies', 'copies'))} copies, one after the other: ${text(at(run, 'thousandCopies', 'seconds'))} s, ${text(at(run, 'thousandCopies', 'perSecond'))} per second, ${text(at(run, 'thousandCopies', 'checks'))} checks; resident memory ${text(at(run, 'thousandCopies', 'rssBeforeMegabytes'))} MB before, ${text(at(run, 'thousandCopies', 'rssPeakMegabytes'))} MB at most.`,
  ].join('\n\n');
}

const PARTS: readonly (readonly [keyof typeof NOTES, string, (run: Table) => string])[] = [
  ['engine', 'The write path', engine],
  ['scale', 'Screens over a growing archive', scale],
  ['web', 'First load', web],
  ['papers', 'Papers', papers],
  ['nation', 'A year of 31 provinces', nation],
  ['budget', 'Published budgets', budget],
  ['kept', 'Registers people keep', kept],
  ['growth', 'Thirty services', growth],
];

/** Writes docs/performance.md from the runs kept in docs/performance; figures come from them and from nowhere else. */
export default async function report(): Promise<Record<string, unknown>> {
  const written: string[] = [];
  const parts = PARTS.flatMap(([name, title, show]) => {
    const run = runOf(name);
    if (!run) return [];
    written.push(name);
    const notes = NOTES[name];
    return [
      `## ${title}`,
      `\`npm run bench -- ${name}\``,
      notes.method,
      show(run),
      on(run),
      ...notes.learnt.map((note: string) => `- ${note}`),
    ];
  });
  const page = [
    '# Performance',
    'Written by `npm run bench -- report` from the runs in `docs/performance`. Every run starts its own PostgreSQL with fsync on.',
    ...parts,
  ];
  const path = fileURLToPath(new URL('performance.md', DOCS));
  writeFileSync(path, `${page.join('\n\n').replaceAll(/(\n- [^\n]+)\n(?=\n- )/g, '$1')}\n`);
  return { parts: written };
}
