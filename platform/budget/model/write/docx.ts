import {
  AlignmentType,
  Document,
  type ISectionOptions,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Block, GridBlock, GridCell, OfficeDocument } from './document.ts';

const fonts = { body: '仿宋', title: '宋体' };

/** Twentieths of a point: the text widths of A4 upright and sideways inside 2 cm margins. */
const textWidth = { upright: 9638, sideways: 14570 };
const margin = 1134;

/** Writes a document as Word; wide tables stand on sideways pages. The same document always gives the same text and tables. */
export async function writeDocx(document: OfficeDocument): Promise<Uint8Array> {
  const sections = runs(document.blocks).map(
    ({ wide, blocks }): ISectionOptions => ({
      properties: {
        page: {
          size: {
            width: 11906,
            height: 16838,
            orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
          margin: { top: margin, bottom: margin, left: margin, right: margin },
        },
      },
      children: blocks.flatMap((block) => children(block, wide)),
    }),
  );
  const file = new Document({
    title: document.title,
    creator: '',
    styles: { default: { document: { run: { font: fonts.body, size: 24 } } } },
    sections,
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

/** Stretches of blocks that share a page orientation; the title above a table turns with it. */
function runs(blocks: readonly Block[]): { wide: boolean; blocks: Block[] }[] {
  const found: { wide: boolean; blocks: Block[] }[] = [];
  let pending: Block[] = [];
  const push = (wide: boolean, own: Block[]) => {
    const last = found.at(-1);
    if (own.length === 0) return;
    if (last?.wide === wide) last.blocks.push(...own);
    else found.push({ wide, blocks: own });
  };
  for (const block of blocks) {
    if (block.kind === 'title' || block.kind === 'caption' || block.kind === 'identity') pending.push(block);
    else if (block.kind === 'note') push(found.at(-1)?.wide ?? false, [...pending.splice(0), block]);
    else {
      push(block.kind === 'grid' && block.wide, [...pending, block]);
      pending = [];
    }
  }
  push(false, pending);
  return found.length > 0 ? found : [{ wide: false, blocks: [] }];
}

function children(block: Block, wide: boolean): (Paragraph | Table)[] {
  // A paragraph after a table keeps Word from joining two tables into one.
  if (block.kind === 'grid')
    return [table(block, wide ? textWidth.sideways : textWidth.upright), new Paragraph({})];
  const bold = block.kind === 'title' || block.kind === 'heading';
  const run = new TextRun({
    text: block.text,
    bold,
    size: block.kind === 'title' ? 32 : 24,
    font: bold ? fonts.title : fonts.body,
  });
  const prose = block.kind === 'paragraph' || block.kind === 'heading';
  return [
    new Paragraph({
      children: [run],
      alignment: block.kind === 'title' ? AlignmentType.CENTER : AlignmentType.LEFT,
      ...(prose && { indent: { firstLine: 480 } }),
      ...(block.kind === 'title' && { keepNext: true }),
      ...(block.newPage && { pageBreakBefore: true }),
      spacing: { line: 360 },
    }),
  ];
}

function table(grid: GridBlock, width: number): Table {
  const unit = width / grid.widths.reduce((sum, size) => sum + size, 0);
  const widths = grid.widths.map((size) => Math.round(size * unit));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    rows: grid.rows.map(
      (row, at) =>
        new TableRow({
          tableHeader: at < grid.headRows,
          cantSplit: true,
          children: row.map((cell) => tableCell(cell)),
        }),
    ),
  });
}

function tableCell(cell: GridCell): TableCell {
  const alignment = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT }[
    cell.align ?? 'left'
  ];
  return new TableCell({
    columnSpan: cell.columns ?? 1,
    rowSpan: cell.rows ?? 1,
    verticalAlign: VerticalAlignTable.CENTER,
    children: cell.text
      .split('\n')
      .map((text) => new Paragraph({ alignment, children: [new TextRun({ text, size: 18 })] })),
  });
}
