import { ok, type Result } from '../problem.ts';
import { halfWidth } from './normalise.ts';

const PHONES = [
  /^1[3-9]\d{9}$/,
  /^0\d{2,3}-?[2-9]\d{6,7}(-\d{1,6})?$/,
  /^\+\d{1,3}-?\d[\d-]{4,15}$/,
  /^[48]00-?\d{3}-?\d{4}$/,
];

/** Reads a telephone number: mainland mobile, landline with area code (and extension), service number or `+` country code. */
export const parsePhone = (raw: string): Result<string> => {
  const number = halfWidth(raw.slice(0, 100))
    .replace(/[\s()]/g, '')
    .replace(/[‐-―−]/g, '-');
  if (PHONES.some((form) => form.test(number))) return ok(number);
  return {
    ok: false,
    problems: [
      {
        code: 'phone.form',
        level: 'block',
        at: [],
        message: '电话号码格式不符',
        en: 'This does not look like a telephone number',
        todo: '请填写11位手机号，或带区号的固定电话，如0311-12345678；境外号码以+和国家代码开头',
      },
    ],
  };
};

/** Reads an e-mail address; the domain is made lower case. */
export const parseEmail = (raw: string): Result<string> => {
  const address = halfWidth(raw.slice(0, 400)).trim();
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1).toLowerCase()];
  const sound =
    at > 0 &&
    at <= 64 &&
    address.length <= 254 &&
    /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/.test(local) &&
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(domain);
  if (sound) return ok(`${local}@${domain}`);
  return {
    ok: false,
    problems: [
      {
        code: 'email.form',
        level: 'block',
        at: [],
        message: '电子邮箱格式不符',
        en: 'This does not look like an e-mail address',
        todo: '请填写完整邮箱地址，如name@example.com',
      },
    ],
  };
};
