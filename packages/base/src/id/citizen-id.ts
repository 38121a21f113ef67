import { isDay } from '../day.ts';
import { blocking, ok, type Problem, type Result } from '../problem.ts';
import { normaliseIdentifier } from './normalise.ts';

/** What a citizen identity number says. */
export interface CitizenId {
  /** Upper case, 18 characters. */
  readonly number: string;
  /** Region code (GB/T 2260) at the time of assignment; abolished codes are valid. */
  readonly region: string;
  readonly birth: string;
  readonly sex: 'M' | 'F';
}

const BASIS = { title: 'GB 11643-1999《公民身份号码》' };
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

const problem = (code: string, message: string, en: string, todo: string): Problem =>
  blocking(`citizen-id.${code}`, [], message, en, { todo, basis: BASIS });

/** Check character of the first 17 digits (ISO 7064 MOD 11-2). */
export const citizenIdCheck = (digits: string): string =>
  CHECKS[WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11] ?? '';

/**
 * Reads an 18-character citizen identity number (GB 11643-1999), also as printed on residence permits for Hong Kong,
 * Macao and Taiwan residents. Regions are not judged. `today` refuses births in the future.
 */
export const parseCitizenId = (raw: string, today?: string): Result<CitizenId> => {
  const number = normaliseIdentifier(raw.slice(0, 100));
  if (number.length !== 18) {
    return {
      ok: false,
      problems: [
        problem(
          'length',
          '公民身份号码应为18位',
          'An identity number has 18 characters',
          '请核对位数后重新填写',
        ),
      ],
    };
  }
  if (!/^\d{17}[\dX]$/.test(number)) {
    return {
      ok: false,
      problems: [
        problem(
          'characters',
          '公民身份号码前17位应为数字，末位应为数字或X',
          'The first 17 characters are digits, the last a digit or X',
          '请对照证件重新填写',
        ),
      ],
    };
  }
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const problems: Problem[] = [];
  if (!isDay(birth) || (today !== undefined && birth > today)) {
    problems.push(
      problem(
        'birth',
        '公民身份号码第7至14位不是有效的出生日期',
        'Characters 7 to 14 are not a valid date of birth',
        '请对照证件核对出生日期部分',
      ),
    );
  }
  if (citizenIdCheck(number) !== number[17]) {
    problems.push(
      problem(
        'check',
        '公民身份号码校验位不符，可能有数字填错',
        'The check character does not match; a digit may be mistyped',
        '请对照证件逐位核对',
      ),
    );
  }
  if (problems.length > 0) return { ok: false, problems };
  const sex = Number(number[16]) % 2 === 1 ? 'M' : 'F';
  return ok({ number, region: number.slice(0, 6), birth, sex });
};

/** The 18-character form of a 15-digit number of the 1989 standard, met only in archives; undefined when it is none. */
export const upgradeCitizenId = (legacy: string): string | undefined => {
  if (!/^\d{15}$/.test(legacy)) return undefined;
  const digits = `${legacy.slice(0, 6)}19${legacy.slice(6)}`;
  return digits + citizenIdCheck(digits);
};
