/** How many rows a list has; `more` when it has more than lists count to. */
export interface Total {
  readonly n: number;
  readonly more: boolean;
}

/** What is told of an endless list. */
export interface Shown {
  /** Rows on screen. */
  readonly shown: number;
  /** True while more can be loaded. */
  readonly more: boolean;
  readonly total: Total | undefined;
}

/** “共 1000+ 件，已显示 100 件”; lists count only so far, but who has loaded all of them knows. */
export function totalText(unit: '件' | '条', { shown, more, total }: Shown): string {
  if (total === undefined && shown === 0) return '';
  if (total === undefined) return `已显示 ${shown} ${unit}`;
  if (!more) return `共 ${shown} ${unit}`;
  const all = total.more ? `${Math.max(total.n, shown)}+` : String(total.n);
  return `共 ${all} ${unit}，已显示 ${shown} ${unit}`;
}
