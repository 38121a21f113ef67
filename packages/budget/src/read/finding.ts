import { type Place, placeText } from './line.ts';

/**
 * What happened at a spot: `unread` could not be read and is blank in the model, `doubtful` was read but the print contradicts itself,
 * `cleaned` was read after removing what cannot belong there, `ignored` holds no content, `missing` was expected and not found.
 */
export type FindingKind = 'unread' | 'doubtful' | 'cleaned' | 'ignored' | 'missing';

/** One spot a person should look at before accepting a reading. */
export interface Finding {
  readonly kind: FindingKind;
  readonly place: Place;
  /** The place in words. */
  readonly at: string;
  /** Table or form, and the field in it, as the model names them. */
  readonly subject: string;
  /** Id of the table, "project:<position>" or "department", for marking it on screen. */
  readonly owner: string | null;
  /** What is printed there, shortened to 160 characters. */
  readonly raw: string;
  readonly message: string;
  readonly en: string;
  /** What to do about it. */
  readonly advice: string;
}

const advice: Record<FindingKind, string> = {
  unread: '请对照原文补填。',
  doubtful: '请对照原文核对。',
  cleaned: '已按去除杂质后的内容读入，请核对。',
  ignored: '不含预算内容，无需处理。',
  missing: '请确认原文是否缺少这一部分。',
};

/** Collects findings while a document is read; the order is the order of the document. */
export class Findings {
  readonly list: Finding[] = [];

  /** Notes a finding at a place. */
  add(
    kind: FindingKind,
    place: Place,
    what: { subject: string; owner?: string; raw?: string; message: string; en: string; advice?: string },
  ): void {
    const raw = (what.raw ?? '').replace(/\s+/g, ' ').trim();
    this.list.push({
      kind,
      place,
      at: placeText(place),
      subject: what.subject,
      owner: what.owner ?? null,
      raw: raw.length > 160 ? `${raw.slice(0, 159)}…` : raw,
      message: what.message,
      en: what.en,
      advice: what.advice ?? advice[kind],
    });
  }
}
