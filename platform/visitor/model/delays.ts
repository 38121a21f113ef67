/** What was sent to one address within a day: how many codes, and when the last. */
export interface Sent {
  readonly count: number;
  readonly last: Date | null;
}

/** How many seconds an address must be left alone before the next code; each code doubles what the first waited. */
export function pauseLeft(
  { count, last }: Sent,
  { codePause, codesTarget }: { readonly codePause: number; readonly codesTarget: number },
  now: Date,
): number {
  if (count === 0 || last === null) return 0;
  const since = (now.getTime() - last.getTime()) / 1000;
  if (count >= codesTarget) return Math.max(0, Math.ceil(86_400 - since));
  return Math.max(0, Math.ceil(codePause * 2 ** (count - 1) - since));
}
