/** What somebody will do about a case by themselves, without its lying on a desk. */
export type Errand = 'correct' | 'return' | 'passports' | 'report';

/** A case somebody has to do something about. */
export interface Entry {
  readonly office: string;
  readonly id: string;
  readonly errand: Errand;
}

/** Who has to do what on which day. */
export class Diary {
  readonly #days = new Map<string, Entry[]>();

  add(day: string, entry: Entry): void {
    const known = this.#days.get(day);
    if (known) known.push(entry);
    else this.#days.set(day, [entry]);
  }

  /** Takes out everything due up to a day. */
  due(day: string): readonly Entry[] {
    const days = [...this.#days.keys()].filter((one) => one <= day).sort();
    const found = days.flatMap((one) => this.#days.get(one) ?? []);
    for (const one of days) this.#days.delete(one);
    return found;
  }
}
