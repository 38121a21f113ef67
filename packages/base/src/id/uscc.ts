import { ok, type Problem, type Result } from '../problem.ts';
import { normaliseIdentifier } from './normalise.ts';

/** What a unified social credit code says. */
export interface Uscc {
  /** Upper case, 18 characters. */
  readonly code: string;
  /** Registration department, first character: 1 机构编制, 5 民政, 9 市场监管 … */
  readonly department: string;
  readonly category: string;
  readonly region: string;
  /** Nine characters of GB 11714, its own check last. */
  readonly organisationCode: string;
  /** Things to look at that do not refuse the code. */
  readonly warnings: readonly Problem[];
}

const BASIS = { title: 'GB 32100-2015《法人和其他组织统一社会信用代码编码规则》' };
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const DEPARTMENTS = '123456789ANY';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

const problem = (
  code: string,
  level: Problem['level'],
  message: string,
  en: string,
  todo: string,
): Problem => ({ code: `uscc.${code}`, level, at: [], message, en, todo, basis: BASIS });

/** Check character of the first 17 characters: weights 3^(i-1) mod 31. */
export const usccCheck = (body: string): string => {
  let [sum, weight] = [0, 1];
  for (const char of body.slice(0, 17)) {
    sum += ALPHABET.indexOf(char) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '';
};

/** Check character of an organisation code (GB 11714): weights 3 7 9 10 5 8 4 2 mod 11, letters count A=10 … Z=35. */
export const organisationCheck = (body: string): string => {
  const sum = ORGANISATION_WEIGHTS.reduce((s, w, i) => s + w * Number.parseInt(body[i] ?? '0', 36), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
};

/** Reads a unified social credit code (GB 32100-2015); a failing organisation check only warns, some issued codes break it. */
export const parseUscc = (raw: string): Result<Uscc> => {
  const code = normaliseIdentifier(raw.slice(0, 100));
  const problems: Problem[] = [];
  if (code.length !== 18) {
    problems.push(
      problem(
        'length',
        'block',
        '统一社会信用代码应为18位',
        'A unified social credit code has 18 characters',
        '请核对位数后重新填写',
      ),
    );
  } else if ([...code].some((char) => !ALPHABET.includes(char))) {
    problems.push(
      problem(
        'characters',
        'block',
        '统一社会信用代码只含数字和大写字母，且不含I、O、Z、S、V',
        'Only digits and capital letters other than I, O, Z, S, V are used',
        '请检查是否将数字1、0、2、5误填为字母',
      ),
    );
  } else {
    if (!/^\d{6}$/.test(code.slice(2, 8))) {
      problems.push(
        problem(
          'region',
          'block',
          '统一社会信用代码第3至8位应为数字',
          'Characters 3 to 8 are digits',
          '请对照登记证书核对',
        ),
      );
    }
    if (usccCheck(code) !== code[17]) {
      problems.push(
        problem(
          'check',
          'block',
          '统一社会信用代码校验位不符，可能有字符填错',
          'The check character does not match; a character may be mistyped',
          '请对照登记证书逐位核对',
        ),
      );
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  const warnings: Problem[] = [];
  if (organisationCheck(code.slice(8, 16)) !== code[16]) {
    warnings.push(
      problem(
        'organisation-check',
        'warn',
        '统一社会信用代码中的组织机构代码校验位不符',
        'The check character of the organisation code inside does not match',
        '请对照登记证书核对第9至17位',
      ),
    );
  }
  if (!DEPARTMENTS.includes(code[0] ?? '')) {
    warnings.push(
      problem(
        'department',
        'warn',
        '统一社会信用代码首位不是已知的登记管理部门代码',
        'The first character is no known registration department',
        '请对照登记证书核对首位',
      ),
    );
  }
  return ok({
    code,
    department: code.slice(0, 1),
    category: code.slice(1, 2),
    region: code.slice(2, 8),
    organisationCode: code.slice(8, 17),
    warnings,
  });
};
