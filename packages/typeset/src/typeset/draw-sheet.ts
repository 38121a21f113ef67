import {
  type At,
  type BoxCode,
  type BoxMrz,
  type BoxPlace,
  type BoxText,
  type Face,
  fits,
  fitText,
} from '@zhitongche/base';
import { lineOf, type PaperDoc, type Problem, type SheetBox, type SheetSize } from '@zhitongche/base';
import { refusal } from '@zhitongche/formats';
import { codeSvg, LEAST_MODULE_MM } from './barcode.ts';
import { points } from './gbt9704.ts';
import type { TextChecker } from './text-checker.ts';

/** Millimetres between two machine-readable characters: ten to the inch (ICAO Doc 9303-3 §4). */
const MRZ_PITCH = 2.54;
/** Size at which the face draws its letters as large as OCR-B size 1, and the width of its letters at that size, in points. */
const MRZ_SIZE = 10;
const MRZ_LETTER = 7.23;
/** Least height of a machine-readable line in millimetres. */
const MRZ_LINE = 3.5;
/** A sheet no printer of cards or labels goes below, and the largest ISO 216 size an office prints. */
const [SMALLEST, LARGEST] = [15, 420];
/** Millimetres by which a box may pass the edge through rounding. */
const HAIR = 0.001;

/** One box as the template reads it. */
export type DrawnBox = ReturnType<typeof drawBox>;

/** The faces of a sheet as the template reads them, with their problems noted by the scribe. */
export function drawFaces(
  doc: PaperDoc,
  sheet: SheetSize,
  scribe: TextChecker,
): readonly (readonly DrawnBox[])[] {
  const sound = (side: number) => side >= SMALLEST && side <= LARGEST;
  if (!sound(sheet.widthMm) || !sound(sheet.heightMm)) scribe.problems.push(wrongSize());
  return doc.blocks.flatMap((block, index) => {
    if (block.kind !== 'face') {
      scribe.problems.push(mixed(['blocks', index]));
      return [];
    }
    return [drawFace(block, sheet, ['blocks', index], scribe)];
  });
}

function drawFace({ boxes }: Face, sheet: SheetSize, at: At, scribe: TextChecker): readonly DrawnBox[] {
  return boxes.map((box, index) => {
    const here = [...at, 'boxes', index];
    if (!inside(box, sheet)) scribe.problems.push(outside(here));
    return drawBox(box, here, scribe);
  });
}

const inside = ({ x, y, width, height }: BoxPlace, { widthMm, heightMm }: SheetSize): boolean =>
  x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= widthMm + HAIR && y + height <= heightMm + HAIR;

function drawBox(box: SheetBox, at: At, scribe: TextChecker) {
  const { x, y, width, height } = box;
  const place = { x, y, width, height };
  switch (box.kind) {
    case 'text':
      return { ...place, ...drawText(box, at, scribe) };
    case 'mrz':
      return { ...place, ...drawMrz(box, at, scribe) };
    case 'code':
      return {
        ...place,
        kind: 'picture' as const,
        cut: false,
        says: box.says,
        path: drawCode(box, at, scribe),
      };
    case 'picture': {
      const path = scribe.file(box.picture.format, box.picture.data);
      return { ...place, kind: box.kind, cut: box.cut ?? false, says: box.says, path };
    }
    case 'frame':
      return { ...place, kind: box.kind, colour: box.colour, weight: box.weight, fill: box.fill ?? null };
  }
}

function drawText(box: BoxText, at: At, scribe: TextChecker) {
  const face = box.face ?? 'song';
  const text = scribe.text(box.text, face, [...at, 'text']);
  const fit = fitText(text, box);
  if (!fits(fit)) scribe.problems.push(overfull(text, fit.most, fit.across, [...at, 'text']));
  return {
    kind: box.kind,
    lines: fit.lines,
    face,
    size: box.size,
    line: lineOf(box),
    align: box.align ?? 'left',
    place: box.place ?? 'top',
    lang: box.lang ?? 'zh',
    colour: box.colour ?? '#000000',
  };
}

function drawMrz(box: BoxMrz, at: At, scribe: TextChecker) {
  const readable = box.lines.length > 0 && box.lines.every((line) => /^[A-Z0-9<]{1,44}$/.test(line));
  const long = Math.max(0, ...box.lines.map((line) => line.length)) * MRZ_PITCH;
  const high = box.lines.length * MRZ_LINE;
  if (!readable || long > box.width + HAIR || high > box.height) scribe.problems.push(noMrz(at));
  return {
    kind: box.kind,
    lines: box.lines,
    size: MRZ_SIZE,
    tracking: points(MRZ_PITCH) - MRZ_LETTER,
  };
}

function drawCode(box: BoxCode, at: At, scribe: TextChecker): string {
  const code = codeSvg(box.symbol, box.text);
  const side = Math.min(box.width, box.height);
  if (!code || side / code.modules < LEAST_MODULE_MM) {
    scribe.problems.push(dense(at));
    return scribe.file('svg', Buffer.from(''));
  }
  return scribe.file('svg', Buffer.from(code.svg));
}

/** A sheet that holds no sheet of letters: boxes only, of a size somebody prints. */
function wrongSize(): Problem {
  return refusal(
    'paper.sheet-size',
    ['sheet'],
    `纸张的宽和高应在${SMALLEST}到${LARGEST}毫米之间。`,
    '请检查文书模板的纸张尺寸。',
    'The sheet is smaller or larger than anything an office prints.',
  );
}

function mixed(at: At): Problem {
  return refusal(
    'paper.sheet-blocks',
    at,
    '按固定尺寸印制的文书只能由各面的方框组成。',
    '请检查文书模板。',
    'A sheet of boxes consists of faces only.',
  );
}

function outside(at: At): Problem {
  return refusal(
    'paper.box-outside',
    at,
    '有方框超出纸张边缘。',
    '请检查文书模板中方框的位置和大小。',
    'A box reaches beyond the edge of the sheet.',
  );
}

function overfull(text: string, most: number, across: number, at: At): Problem {
  const start = [...text].slice(0, 12).join('');
  return refusal(
    'paper.box-overfull',
    at,
    `“${start}…”印不下：这一栏印${most}行、每行约${across}字。`,
    '请缩短后再生成。',
    `The text does not fit its box of ${most} lines.`,
  );
}

function noMrz(at: At): Problem {
  return refusal(
    'paper.mrz',
    at,
    '机读行只含大写字母、数字和“<”，每行长度应与方框相符。',
    '请检查姓名拼音和证件号码。',
    'The machine-readable lines are malformed or wider than their box.',
    { title: 'ICAO Doc 9303-3' },
  );
}

function dense(at: At): Problem {
  return refusal(
    'paper.code-dense',
    at,
    '二维码的内容太多，按这个大小印出来扫不清。',
    '请减少写入二维码的内容，或加大方框。',
    'The code would be printed too densely to be read.',
  );
}
