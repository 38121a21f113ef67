import { tableDefinition } from '../layout/layouts.ts';
import type { Disclosure } from '../model/disclosure.ts';
import type { Finding } from '../read/finding.ts';

/** What was not read, by owner: "T03" anything of it, "T03|2" a column, "T03|row" whole rows, "project:1|money" amounts of a form. */
export type Gaps = ReadonlySet<string>;

/** The gaps the findings of a reading tell of. A row whose words or code were not read cannot be found by them: it is as good as lost. */
export function gapsOf(findings: readonly Finding[], layout: Disclosure['layout']): Gaps {
  return new Set(
    findings.flatMap(({ kind, owner, field, raw }) => {
      if (kind !== 'unread' || owner === null) return [];
      if (field === undefined) return [owner];
      const columns = tableDefinition(layout, owner)?.columns ?? [];
      const column = columns.findIndex(({ key }) => key === field);
      if (column < 0) return [`${owner}|${field}`];
      const figures = ['money', 'count'].includes(columns[column]?.kind ?? '');
      // Words where a figure should stand: the row is out of step, and no sum over its column can be made.
      if (figures && /[\u4e00-\u9fff]{2}/.test(raw)) return [`${owner}|${column}`, `${owner}|row`];
      return [`${owner}|${figures ? column : 'row'}`];
    }),
  );
}

/** What of a cell decides whether a gap touches it. */
interface Place {
  readonly owner: string;
  readonly spot?: { readonly row: number; readonly column: number };
  readonly figure: string | null;
}

/** Whether what was not read may explain a difference between these cells; what is unrelated to them may not. */
export function touched(cells: readonly Place[], gaps: Gaps): boolean {
  return cells.some((cell) => {
    const { owner, spot, figure } = cell;
    // An amount of a form stands alone: what was read is right whatever else of the form is missing.
    if (owner.startsWith('project:'))
      return figure === null && [owner, `${owner}|row`, `${owner}|money`].some((gap) => gaps.has(gap));
    if (gaps.has(owner) || gaps.has(`${owner}|${spot?.column}`)) return true;
    // A lost row is felt where rows are added up or compared, not between the cells of one row.
    const rows = new Set(cells.flatMap((own) => (own.owner === owner ? [own.spot?.row] : [])));
    return gaps.has(`${owner}|row`) && (rows.size > 1 || spot === undefined);
  });
}
