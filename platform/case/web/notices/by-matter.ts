/** What of a message says what it is about. */
interface Told {
  readonly id: string;
  readonly case: string | null;
  readonly row: { readonly register: string; readonly id: string } | null;
}

/** Messages, newest first, gathered by what they are about: a matter stands where its newest message is, once. */
export const byMatter = <N extends Told>(notices: readonly N[]): readonly (readonly [N, ...N[]])[] => {
  const gathered = new Map<string, [N, ...N[]]>();
  for (const notice of notices) {
    const about = notice.case ?? (notice.row ? `${notice.row.register}/${notice.row.id}` : notice.id);
    const known = gathered.get(about);
    if (known) known.push(notice);
    else gathered.set(about, [notice]);
  }
  return [...gathered.values()];
};
