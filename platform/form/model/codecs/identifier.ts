import type { IdentifierField } from '../field.ts';
import {
  parseCitizenId,
  parseEmail,
  parsePhone,
  parsePassportNumber,
  parseUscc,
  type Problem,
  type Result,
} from '@zhitongche/base';
import {
  asText,
  type FieldCodec,
  type CodecTools,
  type Reading,
  sound,
  unsound,
  VERBS,
  wrongType,
} from './codec.ts';

const identifier = (
  read: (raw: string, tools: CodecTools) => Result<{ value: string; warnings: readonly Problem[] }>,
): FieldCodec<IdentifierField> => ({
  verb: VERBS.fill,
  read(field, raw, tools): Reading {
    if (typeof raw !== 'string') return wrongType(field, '文字', 'text');
    const result = read(raw, tools);
    return result.ok ? sound(result.value.value, result.value.warnings) : unsound(...result.problems);
  },
  show: (_field, value) => asText(value),
  blank: () => '',
});

const plain = (result: Result<string>): Result<{ value: string; warnings: readonly Problem[] }> =>
  result.ok ? { ok: true, value: { value: result.value, warnings: [] } } : result;

/** Reads, shows and blanks a citizen identity number. */
export const citizenIdCodec = identifier((raw, tools) => {
  const result = parseCitizenId(raw, tools.today);
  return result.ok ? { ok: true, value: { value: result.value.number, warnings: [] } } : result;
});

/** Reads, shows and blanks a unified social credit code. */
export const usccCodec = identifier((raw) => {
  const result = parseUscc(raw);
  return result.ok
    ? { ok: true, value: { value: result.value.code, warnings: result.value.warnings } }
    : result;
});

/** Reads, shows and blanks a passport or permit number. */
export const passportCodec = identifier((raw) => plain(parsePassportNumber(raw)));

/** Reads, shows and blanks a telephone number. */
export const phoneCodec = identifier((raw) => plain(parsePhone(raw)));

/** Reads, shows and blanks an e-mail address. */
export const emailCodec = identifier((raw) => plain(parseEmail(raw)));
