import type { Face, SheetSize } from './sheet.ts';
import type { Typeface } from './typeface.ts';

/**
 * A paper as data: what it says, in which parts, and nothing about points, boxes or fonts.
 *
 * One document is a list of blocks in reading order. The same value becomes a PDF (`typeset`) and an editable
 * Word file (`toDocx`). This file imports no code, so a service or a browser can build documents from it.
 */

/** A piece of text; a bare string is set in the face of its block, a run may ask for another face. */
export type Inline = string | readonly Run[];

/** One stretch of text within a line. */
export interface Run {
  readonly text: string;
  /** 仿宋 is the body face; 黑体 and 楷体 mark labels and quoted opinions. */
  readonly face?: Typeface;
  /** Draws a line under the text, for filled-in values. */
  readonly underline?: boolean;
}

/** A calendar day as `YYYY-MM-DD`, already in the office's own time zone. */
export type IsoDay = string;

/** Horizontal place of text within its box. */
export type Align = 'left' | 'center' | 'right' | 'justify';

/**
 * 红头: the issuing body's mark in red with its rule.
 * `document` is the ordinary form of GB/T 9704-2012 §7; `letter` is the letter form of §10.1.
 */
export interface RedHead {
  readonly kind: 'redHead';
  /** Printed as given, for example `某某省人民政府外事办公室` (add `文件` here when the office does). */
  readonly office: string;
  readonly form: 'document' | 'letter';
  /** 紧急程度, printed above the mark. */
  readonly urgency?: '特急' | '加急';
}

/** 发文字号, kept in parts so that the year always stands in 〔 〕. */
export interface DocumentNumber {
  readonly kind: 'documentNumber';
  /** 机关代字 with its class word, for example `冀外出字`. */
  readonly word: string;
  readonly year: number;
  readonly sequence: number;
  /** Prints `第N号` instead of `N号`, as papers for Taiwan affairs do. */
  readonly ordinal?: boolean;
  /** 签发人, printed only on papers that go upward. */
  readonly signatory?: string;
}

/** 标题: each entry is one line, so that the writer and not the machine breaks it at the sense. */
export interface Title {
  readonly kind: 'title';
  readonly lines: readonly string[];
}

/** 主送机关: flush left, the colon is added. */
export interface Addressee {
  readonly kind: 'addressee';
  readonly text: string;
}

/** 一、 / （一） / 1. / （1）: numbered headings of level 1 to 4; the number is part of the text. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly text: string;
}

/** Body text, first line indented by two characters unless `indent` is false. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Inline;
  readonly indent?: boolean;
  readonly align?: Align;
}

/** `姓名：张三` lines of a paper made of particulars: labels in 黑体, values hang beside them. */
export interface Particulars {
  readonly kind: 'particulars';
  readonly items: readonly { readonly label: string; readonly value: Inline }[];
}

/** One box of a table. */
export interface Cell {
  readonly text: Inline;
  /** How many columns it covers; 1 when absent. */
  readonly columns?: number;
  /** How many rows it covers; 1 when absent. */
  readonly rows?: number;
  readonly align?: Align;
  /** Vertical place; `middle` when absent. */
  readonly place?: 'top' | 'middle' | 'bottom';
  /** Set in 黑体 as the name of the neighbouring value. */
  readonly label?: boolean;
  /** Lines at the foot of the box, set to the right: signer, seal, date. */
  readonly foot?: readonly string[];
  /** Least height of the box in millimetres, for boxes that are signed by hand. */
  readonly height?: number;
}

/** A ruled table; the header rows repeat on every page the table reaches. */
export interface Table {
  readonly kind: 'table';
  /** Relative widths; the table always fills the type area. */
  readonly widths: readonly number[];
  readonly header?: readonly (readonly (Cell | string)[])[];
  readonly rows: readonly (readonly (Cell | string)[])[];
  /** `body` is 三号 (16 pt), `form` 四号 (14 pt), `list` 小四 (12 pt), `dense` 五号 (10.5 pt); `form` when absent. */
  readonly size?: 'body' | 'form' | 'list' | 'dense';
  /** The last row is the sum of those above (合计): it never stands on a sheet with fewer than two of them. */
  readonly total?: boolean;
  /** Line above the table at the left, for example the unit of money. */
  readonly caption?: string;
}

/** 附件说明 under the body: `附件：1.名单`. */
export interface AttachmentList {
  readonly kind: 'attachmentList';
  readonly items: readonly string[];
}

/** A picture to be printed at a stated size. */
export interface Picture {
  readonly format: 'svg' | 'png' | 'jpg';
  readonly data: Uint8Array;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** 发文机关署名 and 成文日期; with a seal picture the seal sits centred upon both. */
export interface Signature {
  readonly kind: 'signature';
  /** One body, or several that issue together, the leading one first. */
  readonly offices: readonly string[];
  readonly date: IsoDay;
  /** Only the signing transaction passes a picture; without one the space for a wet seal stays free. */
  readonly seal?: Picture;
  /** Text of a signed code (see `paper-seal`), printed at the left of name and date, where no line stands. */
  readonly code?: string;
}

/** 附注: printed in brackets under the date. */
export interface Note {
  readonly kind: 'note';
  readonly text: string;
}

/** How anyone checks the paper: QR code of the address, the short code as text and as a bar code. */
export interface Verification {
  readonly kind: 'verification';
  /** Full address with its unguessable token. */
  readonly url: string;
  /** Short code people can read out, see `verify-code`. */
  readonly code: string;
  /** One sentence above the code; a plain one is printed when absent. */
  readonly hint?: string;
}

/** 版本码 of a paper that comes back sealed: at the foot of the sheet as text and as a square code. */
export interface Version {
  readonly kind: 'version';
  /** Stands for what the paper says, see `shortCodeOf`. */
  readonly code: string;
}

/** 版记 at the foot of the last page: 抄送, 印发机关, 印发日期. */
export interface Imprint {
  readonly kind: 'imprint';
  readonly copiesTo?: readonly string[];
  readonly printer: string;
  readonly printedOn: IsoDay;
}

/** Begins an attachment on a new page: `附件1` at the top left, then its title. */
export interface Attachment {
  readonly kind: 'attachment';
  /** Absent when the paper has only one attachment. */
  readonly number?: number;
  readonly title: readonly string[];
  /** Wide lists lie on their side. */
  readonly orientation?: Orientation;
}

/** Empty lines of body height. */
export interface Space {
  readonly kind: 'space';
  readonly lines: number;
}

/** Which way an A4 sheet lies. */
export type Orientation = 'portrait' | 'landscape';

/** Everything a paper can be built of. */
export type Block =
  | RedHead
  | DocumentNumber
  | Title
  | Addressee
  | Heading
  | Paragraph
  | Particulars
  | Table
  | AttachmentList
  | Signature
  | Note
  | Verification
  | Version
  | Imprint
  | Attachment
  | Space
  | Face;

/** A file a paper carries within its PDF: an electronic original, which reads as it was handed in. */
export interface Carried {
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  /** SM3 digest of its bytes, by which whoever makes the paper finds them. */
  readonly digest: string;
  /** What it is, for programs that read aloud. */
  readonly says: string;
  /** Its bytes, put in when the paper is made. */
  readonly data?: Uint8Array;
}

/** One paper. */
export interface PaperDoc {
  /** What it is, in the issuing service's own words: `approval`, `notice`, `roster`, `acceptance` … */
  readonly kind: string;
  /** Name shown by file viewers; not printed. */
  readonly name: string;
  /** Issuing body, shown by file viewers; not printed. */
  readonly issuer: string;
  /** Day of issue; also the creation date inside the file, so that the same paper gives the same bytes. */
  readonly issuedOn: IsoDay;
  /** How the first sheet lies; portrait when absent. */
  readonly orientation?: Orientation;
  /** A sheet of another size than A4: its blocks are faces, its texts stand in boxes. */
  readonly sheet?: SheetSize;
  /** Files within its PDF, which is then PDF/A-3a. */
  readonly carries?: readonly Carried[];
  readonly blocks: readonly Block[];
}

/** `冀外出字〔2026〕15号` from its parts (GB/T 9704-2012 §7.2.5: no leading zero, no 第 unless asked). */
export function documentNumberText(number: Omit<DocumentNumber, 'kind'>): string {
  return `${number.word}〔${number.year}〕${number.ordinal ? '第' : ''}${number.sequence}号`;
}

/** `2026年11月5日`, the form of dates on papers; an unreadable day comes back unchanged. */
export function dayInChinese(day: IsoDay): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return parts ? `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日` : day;
}
