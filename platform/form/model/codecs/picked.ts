import { isJsonObject, type Json } from '@zhitongche/base';
import type { Picked, PickField } from '../field.ts';
import { asText, english, type FieldCodec, fault, sound, unsound, VERBS } from './codec.ts';

const isPicked = (value: Json): value is { readonly id: string; readonly title: string } =>
  isJsonObject(value) && typeof value.id === 'string' && typeof value.title === 'string';

const plain = ({ id, title }: Picked): Json => ({ id, title });

/** By what it is looked up: its id, or its name where that alone was given. */
const namedBy = (raw: Json): { readonly id: string } | { readonly title: string } | null => {
  if (isPicked(raw)) return raw.id === '' ? { title: raw.title.trim() } : { id: raw.id };
  return typeof raw === 'string' ? { title: raw.trim() } : null;
};

/** Reads, shows and blanks what is picked from what is on record; a name alone, as a spreadsheet holds it, is looked up. */
export const pickCodec: FieldCodec<PickField> = {
  verb: VERBS.choose,
  read(field, raw, tools) {
    const given = namedBy(raw);
    const found = given && tools.pick?.(field.from, given);
    if (found) return sound(plain(found));
    // Where nobody knows, as in the browser, what was picked is believed; the server looks it up again.
    if (isPicked(raw) && !tools.pick) return sound(plain({ id: raw.id, title: raw.title }));
    const name = isPicked(raw) ? raw.title : asText(raw).slice(0, 60);
    return unsound(
      fault(
        'unknown-pick',
        `「${field.label}」${name === '' ? '' : `中的“${name}”`}不在可选范围内`,
        `${english(field)}: not among what may be picked`,
        { todo: '请从列表中选择；没有的，请先登记' },
      ),
    );
  },
  show: (_field, value) => (isPicked(value) ? value.title : asText(value)),
  blank: () => undefined,
};
