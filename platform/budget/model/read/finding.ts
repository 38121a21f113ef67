import { type SourceLocation, placeText } from './line.ts';

/**
 * What happened at a spot: `unread` could not be read and is blank in the model, `doubtful` was read but the print contradicts itself,
 * `cleaned` was read after removing what cannot belong there, `ignored` holds no content, `missing` was expected and not found.
 */
export type FindingKind = 'unread' | 'doubtful' | 'cleaned' | 'ignored' | 'missing';

/** One spot a person should look at before accepting a reading. */
export interface Finding {
  readonly kind: FindingKind;
  readonly place: SourceLocation;
  /** The place in words. */
  readonly at: string;
  /** Table or form, and the field in it, as the model names them. */
  readonly subject: string;
  /** Id of the table, "project:<position>", "projects" for forms that were not read, or "department", for marking it on screen. */
  readonly owner: string | null;
  /** What of the owner is touched: the key of a column, 'row' for a row that was lost, a part of a form ('money', 'indicators' …); absent where it may be anything. */
  readonly field?: string;
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

/** Findings of one sort that are listed one by one; a file with more of them is damaged throughout, and a longer list helps nobody. */
const listed = 2000;

/** Collects findings while a document is read; the order is the order of the document. */
export class Findings {
  readonly list: Finding[] = [];
  /** How often each sort was found, and where the line counting the rest of them stands. */
  readonly #sorts = new Map<string, { times: number; rest: number }>();

  /** Notes a finding at a place. */
  add(
    kind: FindingKind,
    place: SourceLocation,
    what: {
      subject: string;
      owner?: string;
      field?: string;
      raw?: string;
      message: string;
      en: string;
      advice?: string;
    },
  ): void {
    const raw = (what.raw ?? '').replace(/\s+/g, ' ').trim();
    const key = `${kind}|${what.subject}|${what.en}`;
    const sort = this.#sorts.get(key) ?? { times: 0, rest: -1 };
    sort.times += 1;
    this.#sorts.set(key, sort);
    if (sort.times > listed) {
      if (sort.rest < 0) sort.rest = this.list.length;
      const more = sort.times - listed;
      this.list[sort.rest] = {
        kind,
        place: this.list[sort.rest]?.place ?? place,
        at: this.list[sort.rest]?.at ?? `${placeText(place)}起`,
        subject: what.subject,
        owner: what.owner ?? null,
        raw: '',
        message: `同样的情况另有${more}处，不再逐条列出。`,
        en: `${more} more of the same are not listed one by one.`,
        advice: '请确认文件没有损坏、编码和版式正确。',
      };
      return;
    }
    this.list.push({
      kind,
      place,
      at: placeText(place),
      subject: what.subject,
      owner: what.owner ?? null,
      ...(what.field !== undefined && { field: what.field }),
      raw: raw.length > 160 ? `${raw.slice(0, 159)}…` : raw,
      message: what.message,
      en: what.en,
      advice: what.advice ?? advice[kind],
    });
  }
}
