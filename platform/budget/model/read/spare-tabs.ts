/** Gives a function that takes the tabs off a line's end that hold no cell: those every line has, and those behind a cell in a line of its own. */
export function withoutSpareTabs(text: string): (line: string) => string {
  const { spare, cellPerLine } = habitOf(text);
  return (line) => {
    const kept = spare > 0 && line.endsWith('\t') ? line.slice(0, -spare) : line;
    if (!cellPerLine || !kept.endsWith('\t')) return kept;
    const end = endOfWords(kept);
    return kept.lastIndexOf('\t', end - 1) <= 0 ? kept.slice(0, Math.max(end, 1)) : kept;
  };
}

/** How a text uses tabs: how many every line ends with, and whether a cell stands in its own line, led by a tab. */
function habitOf(text: string): { readonly spare: number; readonly cellPerLine: boolean } {
  let spare = Number.POSITIVE_INFINITY;
  let cells = 0;
  let rows = 0;
  for (let start = 0; start < text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const line = text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
    if (line !== '') {
      const words = endOfWords(line);
      spare = Math.min(spare, line.length - words);
      if (line.lastIndexOf('\t', words - 1) > 0) rows += 1;
      else if (line.startsWith('\t')) cells += 1;
    }
    start = end + 1;
  }
  return { spare: Number.isFinite(spare) ? spare : 0, cellPerLine: cells > rows };
}

/** Length of a line without the tabs it ends with. */
function endOfWords(line: string): number {
  let end = line.length;
  while (line[end - 1] === '\t') end -= 1;
  return end;
}
