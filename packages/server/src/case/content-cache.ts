import type { Answers, Json } from '@zhitongche/kernel';

/** A case's answers and figures as people filled them in, nothing sealed. */
export interface Content {
  readonly answers: Answers;
  readonly derived: Json;
}

/** Answers in memory and the number of the `submitted` event they came from. */
export interface HeldContent {
  readonly seq: number;
  readonly content: Content;
}

/** Newest answers of recently touched cases: an event never changes, so what is here is right or missing. */
export class ContentCache {
  readonly #entries = new Map<string, HeldContent>();
  readonly #most: number;

  constructor(most = 500) {
    this.#most = most;
  }

  get(caseKey: string): HeldContent | undefined {
    const entry = this.#entries.get(caseKey);
    if (!entry) return undefined;
    this.#entries.delete(caseKey);
    this.#entries.set(caseKey, entry);
    return entry;
  }

  put(caseKey: string, seq: number, content: Content): void {
    this.#entries.delete(caseKey);
    this.#entries.set(caseKey, { seq, content });
    const oldest = this.#entries.keys().next();
    if (this.#entries.size > this.#most && !oldest.done) this.#entries.delete(oldest.value);
  }
}
