/** A cell by row and column, counted from 0. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads from a cell; undefined when the key is none of the grid's. Stops at the edges. */
export const move = (
  from: Spot,
  key: string,
  size: { readonly rows: number; readonly columns: number },
  control = false,
): Spot | undefined => {
  const to = target(from, key, size, control);
  return to && { row: clamp(to.row, size.rows), column: clamp(to.column, size.columns) };
};

const PAGE = 10;
const clamp = (n: number, length: number): number => Math.max(0, Math.min(length - 1, n));

const target = (
  { row, column }: Spot,
  key: string,
  size: { readonly rows: number; readonly columns: number },
  control: boolean,
): Spot | undefined => {
  switch (key) {
    case 'ArrowUp':
      return { row: control ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: control ? size.rows - 1 : row + 1, column };
    case 'ArrowLeft':
      return { row, column: control ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: control ? size.columns - 1 : column + 1 };
    case 'Home':
      return { row: control ? 0 : row, column: 0 };
    case 'End':
      return { row: control ? size.rows - 1 : row, column: size.columns - 1 };
    case 'PageUp':
      return { row: row - PAGE, column };
    case 'PageDown':
      return { row: row + PAGE, column };
    default:
      return undefined;
  }
};

/** The next cell in reading order, as Tab goes while editing; undefined past the last one. */
export const nextCell = (
  from: Spot,
  size: { readonly rows: number; readonly columns: number },
  back = false,
): Spot | undefined => {
  const index = from.row * size.columns + from.column + (back ? -1 : 1);
  if (index < 0 || index >= size.rows * size.columns) return undefined;
  return { row: Math.floor(index / size.columns), column: index % size.columns };
};
