import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  Header,
  HeightRule,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Table,
  TableAnchorType,
  TableBorders,
  TableCell,
  TableRow,
  TextDirection,
  TextRun,
  WidthType,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ok, type PaperDoc, type Result } from '@zhitongche/base';
import { GBT9704 } from '../typeset/gbt9704.ts';
import { layOut, type Layout, type Section } from '../typeset/layout-input.ts';
import { TextChecker } from '../typeset/text-checker.ts';
import { wordFaces } from './word-sheet.ts';
import { HEAD_RED, wordBlock } from './word-blocks.ts';
import { OFFICE_WORD_FONTS, twips, type WordFonts, WORD_GRID } from './word-fonts.ts';
import { lineFor, paragraph, runs } from './word-text.ts';

/**
 * The same paper as an editable Word file with the margins, type sizes and face names of GB/T 9704. It carries
 * neither seal nor verification codes. Problems are those of `typeset`, except missing glyphs: the reader's own
 * fonts draw it.
 */
export async function toDocx(
  doc: PaperDoc,
  fonts: WordFonts = OFFICE_WORD_FONTS,
): Promise<Result<Uint8Array>> {
  const scribe = new TextChecker((text) => unprintable(text));
  const sections = doc.sheet ? wordFaces(doc, doc.sheet, scribe, fonts) : letterSections(doc, scribe, fonts);
  if (scribe.problems.length) return { ok: false, problems: scribe.problems };
  const file = new Document({
    title: doc.name,
    creator: doc.issuer,
    evenAndOddHeaderAndFooters: !doc.sheet,
    styles: {
      default: {
        document: { run: { size: GBT9704.size.body * 2, font: { eastAsia: fonts.fangsong } } },
      },
    },
    sections,
  });
  const written = new Uint8Array(await Packer.toBuffer(file));
  return ok(doc.sheet ? written : mirrored(written));
}

function letterSections(doc: PaperDoc, scribe: TextChecker, fonts: WordFonts): readonly ISectionOptions[] {
  const layout = layOut(doc, scribe);
  return layout.sections.map((section, index) => wordSection(section, index, layout, fonts));
}

/** The margins of even pages mirrored: the library writes no such setting. Its place in the schema is before the tab stops. */
function mirrored(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  const settings = strFromU8(parts['word/settings.xml'] ?? new Uint8Array(0));
  const stop = '<w:defaultTabStop';
  if (settings.split(stop).length !== 2) throw new Error('The settings of the Word file have another shape');
  return zipSync({
    ...parts,
    'word/settings.xml': strToU8(settings.replace(stop, `<w:mirrorMargins/>${stop}`)),
  });
}

/** Characters a Word file cannot hold or would hide. */
function unprintable(text: string) {
  const found = text.match(/[\p{Cs}\p{Cf}]|(?!\n)\p{Cc}/gu) ?? [];
  return [...new Set(found)].map((character) => ({ character, codePoint: character.codePointAt(0) ?? 0 }));
}

function wordSection(section: Section, index: number, layout: Layout, fonts: WordFonts): ISectionOptions {
  const { page, margin, area, letter } = GBT9704;
  const [inner, top] = [margin.binding, margin.top];
  const [outer, foot] = [page.width - inner - area.width, page.height - top - area.height];
  // A sheet on its side is bound at its top or at its foot, see the template of the PDF.
  const middle = (inner + outer) / 2;
  const [right, bottom] = section.landscape ? [top, middle] : [outer, foot];
  const letterHead = index === 0 && layout.form === 'letter';
  const areaWidth = section.landscape ? area.height : area.width;
  return {
    properties: {
      ...(index > 0 ? { type: SectionType.NEXT_PAGE } : {}),
      titlePage: letterHead,
      page: {
        size: {
          width: twips.fromMm(page.width),
          height: twips.fromMm(page.height),
          orientation: section.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips.fromMm(section.landscape ? middle : top),
          bottom: twips.fromMm(bottom),
          left: twips.fromMm(section.landscape ? foot : inner),
          right: twips.fromMm(right),
          header: twips.fromMm(letterHead ? letter.top : 15),
          // The dashes lie 7 mm below the type area; the line is as high as its characters.
          footer:
            twips.fromMm(letterHead ? letter.bottom : bottom - GBT9704.pageNumber.drop) -
            twips.fromPoints(GBT9704.pageNumber.size / 2),
        },
      },
      // Every line states its exact height; a grid on top would stretch the lines of tables.
      grid: { type: DocumentGridType.DEFAULT, linePitch: WORD_GRID.line },
    },
    headers: letterHead ? { first: new Header({ children: [letterMark(section, fonts)] }) } : {},
    footers: {
      default: section.landscape ? sideFooter('odd', fonts) : pageFooter(AlignmentType.RIGHT, fonts),
      even: section.landscape ? sideFooter('even', fonts) : pageFooter(AlignmentType.LEFT, fonts),
      ...(letterHead ? { first: new Footer({ children: [letterRule()] }) } : {}),
    },
    children: section.blocks.flatMap((block) => wordBlock(block, { fonts, form: layout.form, areaWidth })),
  };
}

function pageNumber(fonts: WordFonts): TextRun {
  const size = GBT9704.pageNumber.size * 2;
  const font = { eastAsia: fonts.song, ascii: fonts.song, hAnsi: fonts.song };
  return new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size, font });
}

/** The number of a sheet on its side: turned, at the left edge, where the upright sheets of the same paper have it (§8). */
function sideFooter(pages: 'odd' | 'even', fonts: WordFonts): Footer {
  const { page, margin, area, pageNumber: figures } = GBT9704;
  const em = figures.size;
  const long = twips.fromPoints(5 * em);
  const outer = page.width - margin.binding - area.width;
  const inset = twips.fromMm(outer) + twips.fromPoints(em);
  const dash = twips.fromMm(page.height - margin.top - area.height - figures.drop);
  const alignment = pages === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT;
  const cell = new TableCell({
    textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    children: [new Paragraph({ alignment, children: [pageNumber(fonts)] })],
  });
  const table = new Table({
    rows: [new TableRow({ height: { value: long, rule: HeightRule.EXACT }, children: [cell] })],
    borders: TableBorders.NONE,
    width: { size: twips.fromPoints(1.6 * em), type: WidthType.DXA },
    columnWidths: [twips.fromPoints(1.6 * em)],
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: dash - twips.fromPoints(0.8 * em),
      absoluteVerticalPosition: pages === 'odd' ? twips.fromMm(page.width) - inset - long : inset,
    },
  });
  return new Footer({ children: [table, new Paragraph({})] });
}

function pageFooter(alignment: 'right' | 'left', fonts: WordFonts): Footer {
  const indent = {
    left: twips.fromPoints(GBT9704.pageNumber.size),
    right: twips.fromPoints(GBT9704.pageNumber.size),
  };
  return new Footer({ children: [new Paragraph({ alignment, indent, children: [pageNumber(fonts)] })] });
}

const OVERHANG = -twips.fromMm((GBT9704.letter.ruleWidth - GBT9704.area.width) / 2);

function letterMark(section: Section, fonts: WordFonts): Paragraph {
  const head = section.blocks.find((block) => block.kind === 'redHead');
  const office = head?.office ?? '';
  const size = Math.min(44, (GBT9704.area.width * 72) / 25.4 / Math.max([...office].length, 1));
  return paragraph(
    runs(office, fonts, { face: 'xiaobiaosong', size, color: HEAD_RED }),
    {
      alignment: AlignmentType.CENTER,
      indent: { left: OVERHANG, right: OVERHANG },
      border: {
        bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: HEAD_RED, space: 11 },
      },
    },
    lineFor(size, 1.1),
  );
}

function letterRule(): Paragraph {
  return paragraph(
    [],
    {
      indent: { left: OVERHANG, right: OVERHANG },
      border: { top: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, color: HEAD_RED, space: 0 } },
    },
    20,
  );
}
