import { ok, type Result } from '../problem.ts';
import { normaliseIdentifier } from './normalise.ts';

/** A pattern document numbers are known to follow: a hint for people, never a reason to refuse. */
export interface DocumentHint {
  readonly type: string;
  readonly label: string;
  readonly pattern: RegExp;
  /** Where the pattern is known from. */
  readonly source: string;
}

const PUBLIC_NOTICES = '公开公告所见号码形式，未见正式标准';

/** Known forms of Chinese travel document numbers; the machine-readable zone, when scanned, is the real test. */
export const DOCUMENT_HINTS: readonly DocumentHint[] = [
  { type: 'diplomatic', label: '外交护照', pattern: /^(DE\d{7}|D\d{7,8})$/, source: PUBLIC_NOTICES },
  { type: 'service', label: '公务护照', pattern: /^(SE\d{7}|S\d{7,8})$/, source: PUBLIC_NOTICES },
  { type: 'public-affairs', label: '公务普通护照', pattern: /^(PE\d{7}|P\d{7})$/, source: PUBLIC_NOTICES },
  {
    type: 'ordinary',
    label: '普通护照',
    pattern: /^(E\d{8}|E[A-HJ-NP-Z]\d{7}|G\d{8})$/,
    source: PUBLIC_NOTICES,
  },
  { type: 'hk-sar', label: '香港特别行政区护照', pattern: /^[HK]\d{8}$/, source: PUBLIC_NOTICES },
  { type: 'macao-sar', label: '澳门特别行政区护照', pattern: /^MA\d{7}$/, source: PUBLIC_NOTICES },
  {
    type: 'hk-macao-permit',
    label: '往来港澳通行证',
    pattern: /^(C\d{8}|C[A-HJ-NP-Z]\d{7})$/,
    source: '国家移民管理局公告（2018年12月10日）',
  },
];

/** Document types whose number looks like this one; empty for foreign and unknown forms. */
export const documentHints = (number: string): readonly DocumentHint[] =>
  DOCUMENT_HINTS.filter((hint) => hint.pattern.test(number));

/** Reads a passport or permit number: separators removed, upper case, 5 to 20 letters and digits of any country. */
export const parsePassportNumber = (raw: string): Result<string> => {
  const number = normaliseIdentifier(raw.slice(0, 100)).replace(/[.\-·/]/g, '');
  if (/^[A-Z0-9]{5,20}$/.test(number)) return ok(number);
  return {
    ok: false,
    problems: [
      {
        code: 'passport.form',
        level: 'block',
        at: [],
        message: '证件号码应为5至20位字母和数字',
        en: 'A document number has 5 to 20 letters and digits',
        todo: '请对照证件资料页填写，不含空格和标点',
      },
    ],
  };
};
