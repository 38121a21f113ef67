import {
  AlignmentType,
  HeightRule,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { LaidOutBlock } from '../typeset/draw-block.ts';
import type { DrawnCell } from '../typeset/draw-table.ts';
import { GBT9704 } from '../typeset/gbt9704.ts';
import { twips, type WordFonts } from './word-fonts.ts';
import { inlineRuns, lineFor, paragraph, runs } from './word-text.ts';

type DrawnTable = Extract<LaidOutBlock, { kind: 'table' }>;

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.LEFT,
} as const;

const PLACE = {
  top: VerticalAlignTable.TOP,
  middle: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
} as const;

/** A ruled table as wide as the sheet's type area (millimetres); header rows repeat, rows stay whole. */
export function wordTable(table: DrawnTable, areaWidth: number, fonts: WordFonts): (Paragraph | Table)[] {
  const size = GBT9704.size[table.size];
  const line = lineFor(size, 1.5);
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = table.widths.map((width) => twips.fromMm((areaWidth * width) / total));
  const cells = [...table.header, ...table.rows];
  const count = Math.max(0, ...cells.map((cell) => cell.y + 1));
  const headerRows = Math.max(0, ...table.header.map((cell) => cell.y + 1));
  const rows = Array.from({ length: count }, (_, y) => {
    const own = cells.filter((cell) => cell.y === y);
    const height = Math.max(0, ...own.filter((cell) => cell.rows === 1).map((cell) => cell.height));
    return new TableRow({
      tableHeader: y < headerRows,
      cantSplit: true,
      ...(height > 0 ? { height: { value: twips.fromMm(height), rule: HeightRule.ATLEAST } } : {}),
      // A row stays on the sheet of the next one when its paragraphs do; so the sum keeps two rows above it.
      children: own.map((cell) =>
        wordCell(cell, size, line, fonts, table.total && y >= count - 3 && y < count - 1),
      ),
    });
  });
  const caption = table.caption ? [paragraph(runs(table.caption, fonts, { size }), {}, line)] : [];
  const drawn = new Table({
    rows,
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
  });
  return [...caption, drawn];
}

function wordCell(
  cell: DrawnCell,
  size: number,
  line: number,
  fonts: WordFonts,
  keepNext: boolean,
): TableCell {
  const style = { size, ...(cell.label ? { face: 'hei' as const } : {}) };
  const main = paragraph(
    inlineRuns(cell.text, fonts, style),
    { alignment: ALIGN[cell.align], keepNext },
    line,
  );
  const foot = cell.foot.map((text) =>
    paragraph(runs(text, fonts, { size }), { alignment: AlignmentType.RIGHT, keepNext }, line),
  );
  return new TableCell({
    children: [main, ...foot],
    columnSpan: cell.columns,
    rowSpan: cell.rows,
    verticalAlign: foot.length ? VerticalAlignTable.BOTTOM : PLACE[cell.place],
  });
}
