import type { LayoutId, TableDefinition } from '../layout/definition.ts';
import { layouts } from '../layout/layouts.ts';
import { plainSigns, unmarkedWords } from '../print/signs.ts';
import type { Line } from './line.ts';
import { isContentsEntry, titleKey, withoutBookmarks } from './words.ts';

/** A table title found in the text, with the layout it belongs to. */
export interface TitledTable {
  readonly layout: LayoutId;
  readonly definition: TableDefinition;
  /** Whether the title says that the table goes on from an earlier page (续). */
  readonly continued: boolean;
}

const titles: ReadonlyMap<string, Omit<TitledTable, 'continued'>> = new Map(
  Object.values(layouts).flatMap((layout) =>
    layout.tables.flatMap((definition) =>
      [definition.title, ...(definition.aliases ?? [])].map(
        (title) => [titleKey(title), { layout: layout.id, definition }] as const,
      ),
    ),
  ),
);

/** Longest printed line that can be a title; prose is not searched for titles. */
const longest = 60;

/** The table a line announces, or null; entries of a table of contents announce nothing. */
export function titledTable(text: string): TitledTable | null {
  const bare = withoutBookmarks(text);
  if (bare.length > longest || isContentsEntry(bare)) return null;
  const key = titleKey(bare);
  const own = key.replace(/续上?表?[一二三四五六七八九十\d]*$/, '');
  const found = titles.get(own);
  return found === undefined ? null : { ...found, continued: own !== key };
}

/** The head of Hebei's project form: running number and project name, or null. */
export function paymentPlanTitle(text: string): { no: string | null; name: string } | null {
  const printed = withoutBookmarks(text).trim();
  if (printed.length > 200 || isContentsEntry(printed)) return null;
  const bare = unmarkedWords(printed).text;
  const match = /^(?:([\d０-９]{1,3})\s*[、.．,，])?\s*(.+?)\s*绩效目标表$/.exec(bare);
  return match === null
    ? null
    : { no: match[1] === undefined ? null : plainSigns(match[1]), name: match[2] ?? '' };
}

/** Which of Shanxi's two goal forms a line announces, or null. */
export function declarationTitle(text: string): 'project' | 'department' | null {
  const key = titleKey(text);
  if (key.length > 40 || isContentsEntry(text)) return null;
  if (key.endsWith('项目支出绩效目标申报表')) return 'project';
  return key.endsWith('整体支出绩效目标申报表') ? 'department' : null;
}

/** A numbered heading of the narrative ("一、部门职责", "第一部分 概况"), or null. */
export function sectionHeading(text: string): { no: string; title: string } | null {
  const bare = withoutBookmarks(text).trim();
  if (bare.length > 60 || isContentsEntry(bare)) return null;
  const part = /^(第[一二三四五六七八九十]+部分)\s*(.*)$/.exec(bare);
  if (part !== null) return { no: part[1] ?? '', title: (part[2] ?? '').trim() };
  const chapter = /^([一二三四五六七八九十]{1,3})\s*[、.．]\s*([^：:。；;]+)$/.exec(bare);
  return chapter === null ? null : { no: chapter[1] ?? '', title: (chapter[2] ?? '').trim() };
}

/** True for a line that opens a table or a goal form. */
export function opensTable(text: string): boolean {
  return titledTable(text) !== null || paymentPlanTitle(text) !== null || declarationTitle(text) !== null;
}

/** True for any line that opens something, so that it cannot be the tail of a table cell. */
export function opensSomething(text: string): boolean {
  return opensTable(text) || sectionHeading(text) !== null;
}

/** True when a line ends the table before it; a row of a table may look like a numbered heading ("六、科学技术支出") without being one. */
export function endsTable(line: Line, prose: string): boolean {
  return line.row ? opensTable(prose) : opensSomething(prose);
}
