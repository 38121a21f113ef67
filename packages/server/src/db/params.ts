/** Collects the values of one statement; every value is a parameter, none is pasted into the text. */
export class Params {
  readonly values: unknown[];
  constructor(before: readonly unknown[] = []) {
    this.values = [...before];
  }
  /** The placeholder for a value. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}
