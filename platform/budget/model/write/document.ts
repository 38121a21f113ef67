/** A document ready to be typeset: the same blocks become Word, Excel or PDF, and any other room may typeset them its own way. */
export interface OfficeDocument {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A piece of a document, in reading order; `newPage` begins a page, as offices do for each table and form. */
export type Block =
  | {
      readonly kind: 'title' | 'heading' | 'paragraph' | 'caption' | 'identity' | 'note';
      readonly text: string;
      readonly newPage?: true;
    }
  | GridBlock;

/** A ruled table. Rows leave out cells covered by a span to their left or above. */
export interface GridBlock {
  readonly kind: 'grid';
  /** Short name, unique in the document; Excel names the sheet by it. */
  readonly name: string;
  /** Relative width of each column. */
  readonly widths: readonly number[];
  /** Rows repeated at the top of every page. */
  readonly headRows: number;
  readonly wide: boolean;
  readonly rows: readonly (readonly GridCell[])[];
}

/** A cell: what it prints, how far it spans, and how it is set. `figure` marks decimal text that Excel stores as a number. */
export interface GridCell {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly figure?: boolean;
}

/** Rows with every covered position present, as null. */
export function expand(grid: GridBlock): (GridCell | null)[][] {
  const width = grid.widths.length;
  const covered = new Set<string>();
  return grid.rows.map((row, y) => {
    const cells: (GridCell | null)[] = [];
    const rest = [...row];
    for (let x = 0; x < width; x += 1) {
      if (covered.has(`${x},${y}`)) {
        cells.push(null);
        continue;
      }
      const cell = rest.shift();
      cells.push(cell ?? null);
      if (cell === undefined) continue;
      for (let dy = 0; dy < (cell.rows ?? 1); dy += 1) {
        for (let dx = 0; dx < (cell.columns ?? 1); dx += 1) {
          if (dx > 0 || dy > 0) covered.add(`${x + dx},${y + dy}`);
        }
      }
    }
    return cells;
  });
}
