import type { Content } from './sealed.ts';

interface Entry {
  /** Number of the `submitted` event it came from. */
  readonly seq: number;
  readonly content: Content;
}

/** Newest answers of recently touched cases: an event never changes, so what is here is right or missing. */
export class ContentCache {
  readonly #entries = new Map<string, Entry>();
  readonly #most: number;

  constructor(most = 500) {
    this.#most = most;
  }

  /** `seq` of the content in memory; 0 = none. */
  known(caseKey: string): number {
    return this.#entries.get(caseKey)?.seq ?? 0;
  }

  get(caseKey: string, seq: number): Content | undefined {
    const entry = this.#entries.get(caseKey);
    if (!entry || entry.seq !== seq) return undefined;
    this.#entries.delete(caseKey);
    this.#entries.set(caseKey, entry);
    return entry.content;
  }

  put(caseKey: string, seq: number, content: Content): void {
    this.#entries.delete(caseKey);
    this.#entries.set(caseKey, { seq, content });
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > this.#most && !oldest.done) this.#entries.delete(oldest.value);
  }
}
