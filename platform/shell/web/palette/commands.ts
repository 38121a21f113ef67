import type { IconName } from '@zhitongche/ui';

interface Line {
  readonly key: string;
  readonly label: string;
  readonly note?: string;
  readonly icon: IconName;
  /** What it is found by besides its label. */
  readonly words?: readonly string[];
  /** The key that does the same on the page. */
  readonly keys?: string;
}

/** Something the palette leads to, or begins on the page that is open. */
export type Command = Line & ({ readonly to: string } | { readonly run: () => void });

/** Commands of one kind, under one head. */
export interface CommandGroup {
  readonly title: string;
  readonly commands: readonly Command[];
}

/** Most of a kind that are shown at once. */
const SHOWN = 6;

/** What was typed, word by word; `>` asks for acts only. */
export const wordsOf = (typed: string): readonly string[] =>
  typed
    .replace(/^\s*>/, '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');

/** True when only acts are asked for. */
export const actsOnly = (typed: string): boolean => typed.trimStart().startsWith('>');

/** How well a command answers: lower is better, undefined = not at all. Each word is found in its words or in the initials of their sounds. */
export const rankOf = (
  command: Command,
  words: readonly string[],
  initials: (text: string) => string,
): number | undefined => {
  const texts = [command.label, command.note ?? '', ...(command.words ?? [])].map((text) =>
    text.toLowerCase(),
  );
  const sounds = texts.map((text) => initials(text));
  let rank = 0;
  for (const word of words) {
    if (texts[0]?.startsWith(word)) rank += 0;
    else if (texts.some((text) => text.includes(word))) rank += 1;
    else if (sounds[0]?.startsWith(word)) rank += 2;
    else if (sounds.some((sound) => sound.includes(word))) rank += 3;
    else return undefined;
  }
  return rank;
};

/** The groups with what answers to the words, the best first, and the group of the best; empty ones left out. */
export const found = (
  groups: readonly CommandGroup[],
  typed: string,
  initials: (text: string) => string,
): readonly CommandGroup[] => {
  const words = wordsOf(typed);
  const answering = groups.flatMap(({ title, commands }) => {
    const ranked = commands
      .flatMap((command) => {
        const rank = rankOf(command, words, initials);
        return rank === undefined ? [] : [{ command, rank }];
      })
      .toSorted((a, b) => a.rank - b.rank)
      .slice(0, SHOWN);
    const [best] = ranked;
    return best === undefined
      ? []
      : [{ title, best: best.rank, commands: ranked.map(({ command }) => command) }];
  });
  return answering.toSorted((a, b) => a.best - b.best).map(({ title, commands }) => ({ title, commands }));
};
