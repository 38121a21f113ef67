import {
  type At,
  type Block,
  documentNumberText,
  type Picture,
  type Verification,
  type Version,
  versionMark,
} from '@zhitongche/base';
import { LAYOUT_STANDARD, refusal } from '@zhitongche/formats';
import { barsSvg, codeSvg, LEAST_MODULE_MM, qrSvg } from './barcode.ts';
import { drawTable } from './draw-table.ts';
import { GBT9704 } from './gbt9704.ts';
import type { TextChecker } from './text-checker.ts';

/** One block as it is laid out: no absent keys, all text checked, days in Chinese, cells in their places. */
export type LaidOutBlock = ReturnType<typeof drawBlock>;

/** Beside office and date stand at most four lines. */
const MOST_BESIDE_MM = 42;

/** Sentence above the verification code when the paper brings none. */
const VERIFY_HINT = '扫描二维码或在查验网址输入查验码，可核验真伪。';

/** What is done with a paper that carries its version. */
const VERSION_HINT = '盖章后拍照或扫描传回，凭版本码核对与所填是否一致；改动所填内容后须重新下载。';

const HEADING_FACES = { 1: 'hei', 2: 'kai', 3: 'fangsong', 4: 'fangsong' } as const;

/** Prepares one block for the page, with its problems noted by the scribe. */
export function drawBlock(block: Block, at: At, scribe: TextChecker) {
  switch (block.kind) {
    case 'redHead': {
      const office = scribe.required(block.office, 'xiaobiaosong', [...at, 'office']);
      return { kind: block.kind, office, form: block.form, urgency: block.urgency ?? null };
    }
    case 'documentNumber': {
      if (!isCount(block.sequence) || !/^\d{4}$/.test(String(block.year)))
        scribe.problems.push(badNumber(at));
      const text = scribe.text(documentNumberText(block), 'fangsong', at);
      const signatory = block.signatory ? scribe.text(block.signatory, 'kai', [...at, 'signatory']) : null;
      return { kind: block.kind, text, signatory };
    }
    case 'title':
      return { kind: block.kind, lines: titleLines(block.lines, [...at, 'lines'], scribe) };
    case 'addressee': {
      const text = scribe.required(block.text, 'fangsong', [...at, 'text']);
      return { kind: block.kind, text: `${text.replace(/[：:]$/, '')}：` };
    }
    case 'heading': {
      const text = scribe.required(block.text, HEADING_FACES[block.level], [...at, 'text']);
      return { kind: block.kind, level: block.level, text };
    }
    case 'paragraph': {
      const text = scribe.inline(block.text, 'fangsong', [...at, 'text']);
      return { kind: block.kind, text, indent: block.indent ?? true, align: block.align ?? 'justify' };
    }
    case 'particulars': {
      const items = block.items.map((item, index) => ({
        label: scribe.required(item.label, 'hei', [...at, 'items', index, 'label']),
        value: scribe.inline(item.value, 'fangsong', [...at, 'items', index, 'value']),
      }));
      return { kind: block.kind, items };
    }
    case 'table':
      return { kind: block.kind, ...drawTable(block, at, scribe) };
    case 'attachmentList':
      return { kind: block.kind, items: several(block.items, [...at, 'items'], scribe) };
    case 'signature': {
      const offices = several(block.offices, [...at, 'offices'], scribe);
      const seal = block.seal ? drawSeal(block.seal, [...at, 'seal'], scribe) : null;
      const date = scribe.day(block.date, [...at, 'date']);
      const code = block.code === undefined ? null : drawSealed(block.code, [...at, 'code'], scribe);
      return { kind: block.kind, offices, date, seal, code };
    }
    case 'note':
      return { kind: block.kind, text: scribe.required(block.text, 'fangsong', [...at, 'text']) };
    case 'verification':
      return drawVerification(block, at, scribe);
    case 'version':
      return drawVersion(block, at, scribe);
    case 'imprint': {
      const copies = block.copiesTo?.length ? `${block.copiesTo.join('，').replace(/。$/, '')}。` : null;
      return {
        kind: block.kind,
        copiesTo: copies ? scribe.text(copies, 'fangsong', [...at, 'copiesTo']) : null,
        printer: scribe.required(block.printer, 'fangsong', [...at, 'printer']),
        printedOn: scribe.day(block.printedOn, [...at, 'printedOn']),
      };
    }
    case 'attachment': {
      const title = titleLines(block.title, [...at, 'title'], scribe);
      return { kind: block.kind, label: `附件${block.number ?? ''}`, title };
    }
    case 'face':
      // Boxes have no place among lines: only a sheet of its own size holds them.
      scribe.problems.push(strayFace(at));
      return { kind: 'space' as const, lines: 0 };
    case 'space':
      return { kind: block.kind, lines: Math.min(Math.max(block.lines, 0), GBT9704.lines) };
  }
}

function titleLines(lines: readonly string[], at: At, scribe: TextChecker): string[] {
  // No line at all is as empty as one empty line.
  return (lines.length ? lines : ['']).map((line, index) =>
    scribe.required(line, 'xiaobiaosong', [...at, index]),
  );
}

function several(texts: readonly string[], at: At, scribe: TextChecker): string[] {
  return (texts.length ? texts : ['']).map((text, index) =>
    scribe.required(text, 'fangsong', [...at, index]),
  );
}

function drawSeal(seal: Picture, at: At, scribe: TextChecker) {
  const sound = (length: number) => length > 0 && length <= 100;
  if (!sound(seal.widthMm) || !sound(seal.heightMm)) {
    scribe.problems.push(
      refusal(
        'paper.seal-size',
        at,
        '印章图片的宽和高应大于 0、不超过 100 毫米。',
        '请在印章设置中改正尺寸。',
        'A seal picture must be larger than 0 and at most 100 mm.',
      ),
    );
  }
  return {
    kind: 'seal',
    path: scribe.file(seal.format, seal.data),
    width: seal.widthMm,
    height: seal.heightMm,
  };
}

/** Words under the signed code. */
const SEALED_HINT = '离线核验码';

/** The signed code beside a signature, as large as its modules need. */
function drawSealed(text: string, at: At, scribe: TextChecker) {
  const code = codeSvg('qr', text);
  const side = (code?.modules ?? 0) * LEAST_MODULE_MM;
  if (!code || side > MOST_BESIDE_MM)
    scribe.problems.push(
      refusal(
        'paper.code-dense',
        at,
        '二维码的内容太多，按这个大小印出来扫不清。',
        '请缩短系统设置中的查验网址。',
        'The code would be printed too densely to be read.',
      ),
    );
  return {
    path: scribe.file('svg', Buffer.from(code?.svg ?? '')),
    side,
    hint: scribe.text(SEALED_HINT, 'song', at),
  };
}

function drawVerification(block: Verification, at: At, scribe: TextChecker) {
  const fits = isAddress(block.url) && /^[\x21-\x7e]{1,40}$/.test(block.code);
  if (!fits) {
    scribe.problems.push(
      refusal(
        'paper.verification',
        at,
        '查验网址应以 http(s) 开头且不含汉字，查验码只含字母、数字和连字符。',
        '请检查系统设置中的查验网址。',
        'The verification address or code is malformed.',
      ),
    );
  }
  return {
    kind: block.kind,
    hint: scribe.text(block.hint ?? VERIFY_HINT, 'song', [...at, 'hint']),
    code: scribe.text(block.code, 'hei', [...at, 'code']),
    // The token stays in the QR code: people type the short code at the site instead.
    site: fits ? scribe.text(new URL(block.url).origin, 'song', [...at, 'url']) : '',
    qr: scribe.file('svg', Buffer.from(fits ? qrSvg(block.url) : '')),
    bars: scribe.file('svg', Buffer.from(fits ? barsSvg(block.code) : '')),
  };
}

function drawVersion({ kind, code }: Version, at: At, scribe: TextChecker) {
  return {
    kind,
    hint: scribe.text(VERSION_HINT, 'song', at),
    code: scribe.text(code, 'hei', [...at, 'code']),
    qr: scribe.file('svg', Buffer.from(qrSvg(versionMark(code)))),
  };
}

function strayFace(at: At) {
  return refusal(
    'paper.sheet-blocks',
    at,
    '方框只能用在标明尺寸的纸张上。',
    '请在文书模板中写明纸张尺寸。',
    'Boxes stand on a sheet of a stated size only.',
  );
}

function isAddress(url: string): boolean {
  return /^https?:\/\/[\x21-\x7e]{1,400}$/.test(url) && URL.canParse(url);
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}

function badNumber(at: At) {
  return refusal(
    'paper.document-number',
    at,
    '发文字号的年份应为四位数，序号应为正整数。',
    '请检查编号设置。',
    'A document number needs a four-digit year and a positive sequence.',
    { title: LAYOUT_STANDARD, article: '7.2.5' },
  );
}
