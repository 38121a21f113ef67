import { at, isTable, type Table, table, text } from './report-parts.ts';

const PAGE_NAMES: Readonly<Record<string, string>> = {
  login: 'log-in',
  hall: 'hall',
  inbox: 'inbox',
  case: 'case',
  registers: 'registers',
  statistics: 'statistics',
  audit: 'audit',
  policies: 'figures',
  letterheads: 'letterheads',
};

/** What thirty copies of the thickest service cost beside two services. */
export function growth(run: Table): string {
  const pages = isTable(run.pageRatios) ? Object.keys(run.pageRatios) : [];
  const side = (name: 'few' | 'many', ...path: readonly string[]): string => text(at(run, name, ...path));
  return [
    table(
      [
        'page, KB over the wire',
        `${side('few', 'services')} services`,
        `${side('many', 'services')}`,
        'ratio (goal ≤ 1.1)',
      ],
      [
        ...pages.map((page) => [
          PAGE_NAMES[page] ?? page,
          side('few', 'pages', page),
          side('many', 'pages', page),
          text(at(run, 'pageRatios', page)),
        ]),
        [
          'kept by a device',
          side('few', 'keptKilobytes'),
          side('many', 'keptKilobytes'),
          text(run.keptRatio),
        ],
      ],
    ),
    table(
      ['per service more', 'measured', 'goal'],
      [
        ['start, ms', text(at(run, 'perService', 'startMs')), '≤ 20'],
        ['memory, MB', text(at(run, 'perService', 'memoryMegabytes')), '≤ 0.5'],
        ['sweep, s', text(at(run, 'perService', 'sweepSeconds')), '≤ 0.3'],
        ['catalogue answer, KB', text(at(run, 'perService', 'catalogueKilobytes')), '≤ 0.5'],
      ],
    ),
  ].join('\n\n');
}

/** Registers people keep, at ten thousand rows and at many. */
export function kept(run: Table): string {
  const questions = isTable(run.p95Ratios) ? Object.keys(run.p95Ratios) : [];
  return [
    table(
      [
        'p95, ms',
        `${text(at(run, 'method', 'few'))} rows`,
        `${text(at(run, 'method', 'many'))} rows`,
        'ratio (goal ≤ 1.5 or ≤ 30 ms)',
      ],
      questions.map((question) => [
        question,
        text(at(run, 'few', question, 'p95')),
        text(at(run, 'many', question, 'p95')),
        text(at(run, 'p95Ratios', question)),
      ]),
    ),
    `Import of ${text(at(run, 'method', 'imported'))} lines: ${text(at(run, 'import', 'checkedPerSecond'))} lines a second looked at with every check, ${text(at(run, 'import', 'writtenPerSecond'))} looked at again and written (goal ≥ 5,000). Rows written, chained and told in the audit: ${text(at(run, 'rowsWrittenPerSecond', 'many'))} a second.`,
  ].join('\n\n');
}
