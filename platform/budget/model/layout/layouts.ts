import type { Layout, LayoutId, TableDefinition } from './definition.ts';
import { hebei } from './hebei.ts';
import { shanxi } from './shanxi.ts';

/** Every layout the readers and writers know; a new province is one more entry of data. */
export const layouts: Record<LayoutId, Layout> = { hebei, shanxi };

/** The definition of a table of a layout by its id, or undefined when the layout has no such table. */
export function tableDefinition(layout: LayoutId, id: string): TableDefinition | undefined {
  return layouts[layout].tables.find((table) => table.id === id);
}
