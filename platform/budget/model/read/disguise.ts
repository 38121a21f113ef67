import { projectCheckCharacter } from '../codes/project-code.ts';

/** Gives a number from 0 up to 1, for tests that must be repeatable by their seed. */
export type Dice = () => number;

/** A dice whose throws follow from its seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const whole = (dice: Dice, from: number, to: number) => from + Math.floor(dice() * (to - from + 1));
const pick = <T>(dice: Dice, from: readonly T[], otherwise: T): T =>
  from[Math.floor(dice() * from.length)] ?? otherwise;

/** Another office's content in the words of a published text: every change is made alike wherever the old words stand. */
export interface Costume {
  readonly words: readonly (readonly [string, string])[];
  /** Amounts with two decimals, without thousand separators. */
  readonly figures: ReadonlyMap<string, string>;
  /** Classification codes of three, five or seven digits, where one fills a cell. */
  readonly codes: ReadonlyMap<string, string>;
}

const amount = /(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)\.\d\d(?![\d.%])/g;
const code = /(?<=^|[\t\n])[235]\d{2}(?:\d{2}){0,2}(?=[\t\n]|$)/g;
const characters = [...'东西南北山水云海安康平和新华建国文明春秋松柏泉溪林川岭湖江'];

/** Words, figures and codes to be put in the place of those of a text. */
export function costumeFor(
  text: string,
  old: { names: readonly string[]; projectCodes: readonly string[]; years: readonly string[] },
  dice: Dice,
): Costume {
  const taken = new Set<string>();
  const unused = (make: () => string): string => {
    const made = make();
    if (taken.has(made)) return unused(make);
    taken.add(made);
    return made;
  };
  const figures = new Map<string, string>();
  for (const [printed] of text.matchAll(amount)) {
    const old = printed.replaceAll(',', '');
    if (figures.has(old)) continue;
    figures.set(
      old,
      unused(
        () =>
          `${whole(dice, 0, pick(dice, [9, 999, 99_999, 9_999_999], 9))}.${String(whole(dice, 0, 99)).padStart(2, '0')}`,
      ),
    );
  }
  const codes = new Map<string, string>();
  for (const [printed] of text.matchAll(code)) {
    if (codes.has(printed)) continue;
    codes.set(
      printed,
      unused(
        () =>
          printed.charAt(0) +
          String(whole(dice, 0, 10 ** (printed.length - 1) - 1)).padStart(printed.length - 1, '0'),
      ),
    );
  }
  const name = () => Array.from({ length: whole(dice, 4, 9) }, () => pick(dice, characters, '山')).join('');
  const shift = whole(dice, 1, 20);
  const words = [
    ...old.names.map(
      (own) => [own, unused(() => `${name()}${own.endsWith('办公室') ? '办公室' : ''}`)] as const,
    ),
    ...old.projectCodes.map((own) => [own, unused(() => otherCode(own, dice))] as const),
    ...old.years.map((own) => [own, String(Number(own) + shift)] as const),
  ].sort(([a], [b]) => b.length - a.length);
  return { words, figures, codes };
}

function otherCode(own: string, dice: Dice): string {
  const start = `${own.slice(0, 9)}${Array.from({ length: 6 }, () => pick(dice, [...'0123456789ABCDEFGH'], '0')).join('')}1${String(whole(dice, 0, 9999)).padStart(4, '0')}`;
  return `${start}${projectCheckCharacter(start) ?? ''}`;
}

/** A text in costume; works on the published text and on any string taken from it. */
export function dress(text: string, costume: Costume): string {
  let dressed = text
    .replace(amount, (printed) => {
      const figure = costume.figures.get(printed.replaceAll(',', '')) ?? printed;
      return printed.includes(',') ? figure.replace(/\B(?=(\d{3})+\.)/g, ',') : figure;
    })
    .replace(code, (printed) => costume.codes.get(printed) ?? printed);
  for (const [at, [old]] of costume.words.entries()) dressed = dressed.replaceAll(old, `\ue000${at}\ue001`);
  return dressed.replace(/\ue000(\d+)\ue001/g, (_, at: string) => costume.words[Number(at)]?.[1] ?? '');
}

const wide = (text: string) =>
  text.replace(/[0-9.,]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

/** Another printing of the same content: signs, blanks, digits, line ends and page numbers differ, what is said does not. */
export function reprint(text: string, dice: Dice): string {
  const often = dice();
  const now = () => dice() < often * 0.5;
  const cells = text.split('\n').map((line) =>
    line
      .split('\t')
      .map((cell) => reprintCell(cell, line.includes('\t'), dice, now))
      .join('\t'),
  );
  const lines = cells.flatMap((line, at) => {
    // Two empty lines inside a table tear a row apart; between blocks a page may end there.
    const gap = line === '' && cells[at - 1] === '' && /^[^\t]/.test(cells[at + 1] ?? '');
    return gap && now() ? [line, pick(dice, ['- 12 -', '第 3 页 共 90 页', '７', '—8—'], '9'), ''] : [line];
  });
  const end = dice() < 0.3 ? '\r\n' : '\n';
  return (dice() < 0.3 ? '\ufeff' : '') + lines.join(end);
}

function reprintCell(cell: string, inTable: boolean, dice: Dice, now: () => boolean): string {
  if (!inTable) return now() && /^单位：|^部门名称：/.test(cell) ? cell.replace('：', ':') : cell;
  if (/^\d+\.\d\d$/.test(cell)) {
    const grouped = now() ? cell.replace(/\B(?=(\d{3})+\.)/g, ',') : cell;
    const printed = now() ? wide(grouped) : grouped;
    return now()
      ? pick(dice, [` ${printed}`, `${printed} `, `\u3000${printed}`, `\u00a0${printed}`], printed)
      : printed;
  }
  if (/^(?:单位|预算年度|部门名称|截止时间)：/.test(cell) && now())
    return cell.replace('：', pick(dice, [':', '： ', ':\u3000'], ':'));
  if (
    /^(?:合计|小计|项目|收入|支出|基本支出|项目支出|科目名称|科目编码|人员经费|公用经费|序号|栏次)$/.test(
      cell,
    ) &&
    now()
  )
    return [...cell].join(pick(dice, [' ', '\u3000', '  ', '\u00a0'], ' '));
  if (/（/.test(cell) && cell.length < 14 && now()) return cell.replace('（', '(').replace('）', ')');
  return cell;
}
