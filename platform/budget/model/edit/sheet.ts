import type { Disclosure } from '../model/disclosure.ts';

/** How a cell is typed: words on one line, words on many, or decimal text. */
export type CellKind = 'words' | 'long' | 'figure';

/** A column of a sheet; `fixed` ones say what a row is and cannot be typed into. */
export interface SheetColumn {
  readonly key: string;
  readonly label: string;
  readonly kind: CellKind;
  readonly fixed?: true;
}

/** A part of a disclosure as a grid: what a person corrects, and what two versions are compared by. */
export interface Sheet {
  /** Stable within one disclosure: "T03", "project:2/plan". */
  readonly id: string;
  /** What findings and checks call the part: a table id, "project:<position>", "department" or "narrative"; null = the cover. */
  readonly owner: string | null;
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** Whether rows may be added and removed. */
  readonly growable: boolean;
}

/** A sheet together with the way back into the model; null rows in `write` never reach the model. */
export interface Part extends Sheet {
  /** The model with these rows in place of the present ones. */
  readonly write: (rows: readonly (readonly (string | null)[])[]) => Disclosure;
}

/** Text as stored: nothing but blanks is a blank cell. */
export const stored = (text: string | null | undefined): string | null =>
  text === null || text === undefined || text.trim() === '' ? null : text.trim();

/** A copy of a list with one entry replaced. */
export const replaced = <T>(list: readonly T[], at: number, entry: T): readonly T[] =>
  list.map((own, index) => (index === at ? entry : own));

/** Column of words. */
export const words = (key: string, label: string): SheetColumn => ({ key, label, kind: 'words' });
/** Column of words over several lines. */
export const long = (key: string, label: string): SheetColumn => ({ key, label, kind: 'long' });
/** Column of decimal text. */
export const figure = (key: string, label: string): SheetColumn => ({ key, label, kind: 'figure' });
/** Column that names the row. */
export const fixed = (key: string, label: string): SheetColumn => ({
  key,
  label,
  kind: 'words',
  fixed: true,
});
