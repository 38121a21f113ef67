/** What is wrong with these sheets, path → text, one line each. */
export function faultsOfStyles(
  sheets: ReadonlyMap<string, string>,
  screens: readonly string[],
): readonly string[];
