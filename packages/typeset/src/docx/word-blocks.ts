import { versionMark } from '@zhitongche/base';
import { AlignmentType, BorderStyle, ImageRun, Paragraph, type Table } from 'docx';
import { qrPng } from '../typeset/barcode.ts';
import type { LaidOutBlock } from '../typeset/draw-block.ts';
import { GBT9704 } from '../typeset/gbt9704.ts';
import { twips, type WordFonts, WORD_GRID } from './word-fonts.ts';
import { inlineRuns, lineFor, paragraph, runs } from './word-text.ts';
import { wordTable } from './word-table.ts';

/** Red of the head and its rules, the same as on the PDF. */
export const HEAD_RED = 'E60012';

/** Where a block stands, as far as its looks depend on it. */
export interface WordPlace {
  readonly fonts: WordFonts;
  readonly form: 'document' | 'letter' | 'plain';
  /** Width of the type area of this sheet in millimetres. */
  readonly areaWidth: number;
}

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const;

const EDITABLE = '（本件为可编辑稿，效力以加盖电子签名、载有查验码的版式文件为准）';
const TWO_CHARACTERS = { firstLine: 2 * WORD_GRID.character, firstLineChars: 200 };
const HEADING_FACES = { 1: 'hei', 2: 'kai', 3: 'fangsong', 4: 'fangsong' } as const;

/** One block as Word paragraphs and tables. */
export function wordBlock(block: LaidOutBlock, place: WordPlace): (Paragraph | Table)[] {
  const { fonts } = place;
  const center = { alignment: AlignmentType.CENTER };
  switch (block.kind) {
    case 'redHead':
      // The letter form carries its head in the page header, above the type area.
      return block.form === 'letter' ? [] : redHead(block.office, block.urgency, fonts);
    case 'documentNumber':
      return documentNumber(block.text, block.signatory, place);
    case 'title':
      return [...titleLines(block.lines, fonts), blank()];
    case 'addressee':
      return [paragraph(runs(block.text, fonts))];
    case 'heading':
      return [
        paragraph(runs(block.text, fonts, { face: HEADING_FACES[block.level] }), {
          indent: TWO_CHARACTERS,
          keepNext: true,
        }),
      ];
    case 'paragraph': {
      const indented = block.indent && (block.align === 'justify' || block.align === 'left');
      const options = { alignment: ALIGN[block.align], ...(indented ? { indent: TWO_CHARACTERS } : {}) };
      return [paragraph(inlineRuns(block.text, fonts), options)];
    }
    case 'particulars':
      return block.items.map((item) =>
        paragraph([...runs(`${item.label}：`, fonts, { face: 'hei' }), ...inlineRuns(item.value, fonts)], {
          indent: TWO_CHARACTERS,
        }),
      );
    case 'table':
      return wordTable(block, place.areaWidth, fonts);
    case 'attachmentList':
      return [blank(), ...attachments(block.items, fonts)];
    case 'signature':
      return signature(block.offices, block.date, fonts);
    case 'note':
      return [paragraph(runs(`（${block.text}）`, fonts), { indent: TWO_CHARACTERS })];
    case 'verification':
      // An editable file must not look like an issued one, so neither codes nor seal are drawn in it.
      return [paragraph(runs(EDITABLE, fonts, { face: 'song', size: GBT9704.size.dense }), center)];
    case 'version':
      return version(block.code, block.hint, fonts);
    case 'imprint':
      return imprint(block.copiesTo, block.printer, block.printedOn, place);
    case 'attachment':
      return [
        paragraph(runs(block.label, fonts, { face: 'hei' })),
        blank(),
        ...titleLines(block.title, fonts),
        blank(),
      ];
    case 'space':
      return Array.from({ length: block.lines }, blank);
  }
}

/** Side of the square code in Word, in pixels of 96 to the inch: 17 mm. */
const CODE_SIDE = 64;

function version(code: string, hint: string, fonts: WordFonts): Paragraph[] {
  const small = { face: 'song', size: GBT9704.size.dense } as const;
  const picture = new ImageRun({
    type: 'png',
    data: qrPng(versionMark(code)),
    transformation: { width: CODE_SIDE, height: CODE_SIDE },
    altText: { name: '版本码', description: `版本码二维码：${code}`, title: '版本码' },
  });
  return [
    // Its line is as high as the picture, whatever lines of text are.
    new Paragraph({ keepNext: true, children: [picture] }),
    paragraph(runs(`版本码：${code}`, fonts, { ...small, face: 'hei' }), { keepNext: true }),
    paragraph(runs(hint, fonts, small)),
  ];
}

function blank(): Paragraph {
  return paragraph([]);
}

function titleLines(lines: readonly string[], fonts: WordFonts): Paragraph[] {
  return lines.map((line) =>
    paragraph(
      runs(line, fonts, { face: 'xiaobiaosong', size: GBT9704.size.title }),
      { alignment: AlignmentType.CENTER },
      Math.round(1.2 * WORD_GRID.line),
    ),
  );
}

function redHead(office: string, urgency: string | null, fonts: WordFonts): Paragraph[] {
  const size = Math.min(60, (GBT9704.area.width * 72) / 25.4 / Math.max([...office].length, 1));
  const drop = twips.fromMm(GBT9704.redHead.drop);
  const above = urgency ? [paragraph(runs(urgency, fonts, { face: 'hei' }))] : [paragraph([], {}, 20)];
  const used = urgency ? WORD_GRID.line : 20;
  const mark = paragraph(
    runs(office, fonts, { face: 'xiaobiaosong', size, color: HEAD_RED }),
    { alignment: AlignmentType.CENTER, spacing: { before: drop - used } },
    lineFor(size, 1),
  );
  return [...above, mark, blank(), blank()];
}

function documentNumber(text: string, signatory: string | null, { fonts, form }: WordPlace): Paragraph[] {
  if (form === 'plain') return [paragraph(runs(text, fonts), { alignment: AlignmentType.CENTER }), blank()];
  if (form === 'letter')
    return [paragraph(runs(text, fonts), { alignment: AlignmentType.RIGHT }), blank(), blank()];
  const rule = {
    bottom: {
      style: BorderStyle.SINGLE,
      size: Math.round(GBT9704.redHead.ruleWeight * (72 / 25.4) * 8),
      color: HEAD_RED,
      space: Math.round(GBT9704.redHead.ruleGap * (72 / 25.4)) - 6,
    },
  };
  const content = signatory
    ? [...runs(`${text}　　　　签发人：`, fonts), ...runs(signatory, fonts, { face: 'kai' })]
    : runs(text, fonts);
  return [paragraph(content, { alignment: AlignmentType.CENTER, border: rule }), blank(), blank()];
}

function attachments(items: readonly string[], fonts: WordFonts): Paragraph[] {
  const marks = items.length > 1 ? 4 : 3;
  return items.map((item, index) => {
    const number = items.length > 1 ? `${index + 1}.` : '';
    const lead = index === 0 ? '附件：' : '　　　';
    const hanging = marks * WORD_GRID.character;
    return paragraph(runs(`${lead}${number}${item}`, fonts), {
      indent: { left: 2 * WORD_GRID.character + hanging, hanging },
    });
  });
}

function signature(offices: readonly string[], date: string, fonts: WordFonts): Paragraph[] {
  const right = GBT9704.dateIndent * WORD_GRID.character;
  const lines = offices.map((office) => {
    // Centred on the date, but never past the margin.
    const indent = Math.max(0, right + Math.round((widthOf(date) - widthOf(office)) / 2));
    return paragraph(runs(office, fonts), {
      alignment: AlignmentType.RIGHT,
      indent: { right: indent },
      keepNext: true,
    });
  });
  const day = paragraph(runs(date, fonts), { alignment: AlignmentType.RIGHT, indent: { right } });
  return [blank(), blank(), ...lines, day];
}

/** Width of body text in twips: Chinese characters are full, digits half as wide. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter < '\u0080' ? 0.5 : 1), 0) * WORD_GRID.character;
}

function imprint(
  copies: string | null,
  printer: string,
  printedOn: string,
  { fonts, areaWidth, form }: WordPlace,
): Paragraph[] {
  const size = GBT9704.imprint.size;
  const line = lineFor(size, 1.7);
  const rule = (millimetres: number) => ({
    style: BorderStyle.SINGLE,
    size: Math.round(millimetres * (72 / 25.4) * 8),
    color: '000000',
    space: 1,
  });
  const { thick, thin } = GBT9704.imprint;
  const inset = twips.fromPoints(size);
  const first = copies
    ? [
        paragraph(
          runs(`抄送：${copies}`, fonts, { size }),
          {
            indent: { left: inset + 3 * inset, hanging: 3 * inset, right: inset },
            ...(form === 'letter' ? {} : { border: { top: rule(thick) } }),
          },
          line,
        ),
      ]
    : [];
  // A letter names only who else gets it, without lines (§10.1).
  if (form === 'letter') return copies ? [blank(), ...first] : [];
  const last = paragraph(
    runs(`${printer}\t${printedOn}印发`, fonts, { size }),
    {
      indent: { left: inset, right: inset },
      tabStops: [{ type: 'right', position: twips.fromMm(areaWidth) - inset }],
      border: { top: rule(copies ? thin : thick), bottom: rule(thick) },
    },
    line,
  );
  return [blank(), ...first, last];
}
