import type { Reply } from '@zhitongche/contract/web';
import type { Answers, Form } from '@zhitongche/form';

/** What a count has found. */
export type Counted = Reply<'keptCount'>;

/** Names as a scanner types them, one a line; commas and spaces part them too. */
export const scannedNames = (text: string): readonly string[] =>
  text.split(/[\s,，;；、]+/u).filter((name) => name !== '');

/** What was found in one sentence: the first thing whoever counted wants to know. */
export const countWords = (
  { expected, scanned, missingCount, elsewhere, unknownCount, repeated }: Counted,
  measure: string,
): string => {
  const parts = [
    ...(missingCount > 0 ? [`少 ${missingCount} ${measure}`] : []),
    ...(elsewhere.length > 0 ? [`${elsewhere.length} ${measure}账上不在此处`] : []),
    ...(unknownCount > 0 ? [`${unknownCount} 个号码账上没有`] : []),
  ];
  const said = `应有 ${expected} ${measure}，扫到 ${scanned} ${measure}`;
  const twice = repeated > 0 ? `；重复扫了 ${repeated} 次，只算一次` : '';
  return `${said}，${parts.length > 0 ? parts.join('，') : '完全相符'}${twice}`;
};

/** What a count on record starts from: of what was found, the questions its form asks. */
export const countAnswers = (
  form: Form,
  { expected, scanned, missing, elsewhere, unknown }: Counted,
  { place, day }: { readonly place: string; readonly day: string },
): Answers => {
  const found: Answers = {
    day,
    ...(place === '' ? {} : { place }),
    expected,
    scanned,
    missing: missing.map(({ name }) => ({ serial: name })),
    extra: [
      ...elsewhere.map(({ name, stage }) => ({ serial: name, reason: `账上：${stage}` })),
      ...unknown.map((serial) => ({ serial, reason: '账上没有这个号码' })),
    ],
  };
  const asked = new Set(Object.values(form).flatMap(({ fields }) => Object.keys(fields)));
  return Object.fromEntries(Object.entries(found).filter(([key]) => asked.has(key)));
};
