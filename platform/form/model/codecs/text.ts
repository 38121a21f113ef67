import { fits, fitText, isPlain } from '@zhitongche/base';
import type { TextField } from '../field.ts';
import { undrawable } from '../undrawable.ts';
import { asText, english, type FieldCodec, fault, sound, unsound, VERBS, wrongType } from './codec.ts';

/** Number of characters as people count them: a rare character outside the basic plane is one. */
export const codePoints = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

// Control and invisible marks arrive with pasted text; storage refuses NUL and search stumbles over the others.
// oxlint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2060\ufeff]/g;

const tidy = (raw: string, lines: boolean): string => {
  const text = raw.replace(/\r\n?/g, '\n').replace(INVISIBLE, '').trim();
  return lines ? text : text.replace(/\s*[\n\t\u2028\u2029]\s*/g, ' ');
};

const wholes = new Map<string, RegExp>();

/** A pattern of a definition, which never changes, as one for whole texts. */
const whole = (regex: string): RegExp => {
  const known = wholes.get(regex) ?? new RegExp(`^(?:${regex})$`, 'u');
  wholes.set(regex, known);
  return known;
};

/** Why a text does not stand whole where it is printed; undefined when it does. */
const overfullIn = (field: TextField, room: NonNullable<TextField['room']>, text: string) => {
  const fit = fitText(text, room);
  if (fits(fit)) return undefined;
  return fault(
    'room',
    `「${field.label}」印在${room.on}上放不下：最多${fit.most}行、每行约${fit.across}个汉字，现需${fit.lines.length}行`,
    `${english(field)} does not fit where it is printed: ${fit.most} lines at most, now ${fit.lines.length}`,
    { todo: '请缩短或改用简称' },
  );
};

/** Reads, shows and blanks free text. */
export const textCodec: FieldCodec<TextField> = {
  verb: VERBS.fill,
  read(field, raw, { draws }) {
    if (typeof raw !== 'string') return wrongType(field, '文字', 'text');
    // A text may be 2 units per character; longer than that is too long without looking at it.
    const far = raw.length > field.max * 2 + 1_000;
    const plain = !far && isPlain(raw);
    const text = far ? '' : plain ? raw.trim() : tidy(raw, field.lines !== undefined && field.lines > 1);
    const length = far ? raw.length : plain ? text.length : codePoints(text);
    if (far || length > field.max) {
      return unsound(
        fault(
          'too-long',
          `「${field.label}」最多${field.max}字，现有${length}字`,
          `${english(field)} takes at most ${field.max} characters, now ${length}`,
          { todo: `请删减${length - field.max}字` },
        ),
      );
    }
    if (!plain && /\p{Surrogate}/u.test(text)) {
      return unsound(
        fault(
          'broken-text',
          `「${field.label}」中有无法识别的字符`,
          `${english(field)} contains a broken character`,
          { todo: '请删除显示为方框或问号的字符后重新输入' },
        ),
      );
    }
    if (field.pattern && !whole(field.pattern.regex).test(text)) {
      return unsound(
        fault(
          'pattern',
          `「${field.label}」格式不符：${field.pattern.hint}`,
          `${english(field)} is not in the expected form: ${field.pattern.hint}`,
          { todo: field.pattern.hint },
        ),
      );
    }
    // The answer stays: a character that cannot be printed must not take the whole name with it.
    const unprinted = draws && undrawable(field.label, english(field), text, draws);
    const overfull = field.room && overfullIn(field, field.room, text);
    return sound(
      text,
      [unprinted, overfull].filter((problem) => problem !== undefined),
    );
  },
  show: (_field, value) => asText(value),
  blank: () => '',
};
