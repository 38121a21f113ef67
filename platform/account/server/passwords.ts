import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Problem } from '@zhitongche/base';
import type { LoginPolicy } from './login-policies.ts';

// Argon2id (the library's default kind), 64 MiB, 2 passes, 1 lane: three times the least OWASP asks for, some 30 ms.
const COST = { memoryCost: 65_536, timeCost: 2, parallelism: 1 };

/** Stored form of a password (PHC string, own salt). */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST);

/** Whether a password is the one stored; a stored text that is no hash never matches. */
export async function passwordMatches(stored: string, password: string): Promise<boolean> {
  return await verify(stored, password.normalize('NFKC')).catch(() => false);
}

/** Compared with when nobody has that user name, so that the answer takes as long as for a real account. */
export const NOBODYS_PASSWORD =
  '$argon2id$v=19$m=65536,t=2,p=1$Ss5BS+dz3nvPct5t0wcj9A$RI0XA2JlEfpgrbuI0VxT5MAHkQo/Gk9DzNQW6bFRSFs';

const CLASSES = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}\s]/u] as const;

/** Everything that speaks against a new password, at once. */
export function passwordProblems(
  password: string,
  username: string,
  policy: LoginPolicy,
): readonly Problem[] {
  const plain = password.normalize('NFKC');
  const letters = [...plain];
  const weak = (message: string, en: string): Problem => ({
    code: 'password.weak',
    level: 'block',
    at: ['next'],
    message,
    en,
    basis: { title: 'GB/T 22239-2019', article: '8.1.4.1 a' },
  });
  const problems: Problem[] = [];
  if (letters.length < policy.passwordLength)
    problems.push(
      weak(
        `密码至少 ${policy.passwordLength} 位，现为 ${letters.length} 位。`,
        `At least ${policy.passwordLength} characters.`,
      ),
    );
  const classes = CLASSES.filter((kind) => kind.test(plain)).length;
  if (classes < policy.passwordClasses)
    problems.push(
      weak(
        `密码须含大写字母、小写字母、数字、符号中的至少 ${policy.passwordClasses} 类，现有 ${classes} 类。`,
        `At least ${policy.passwordClasses} of: capitals, small letters, digits, symbols.`,
      ),
    );
  if (username.length >= 3 && plain.toLowerCase().includes(username.toLowerCase()))
    problems.push(weak('密码不能包含用户名。', 'The password must not contain the user name.'));
  if (new Set(letters).size < 5)
    problems.push(weak('密码中不同的字符太少。', 'Too few different characters.'));
  if (isRun(plain))
    problems.push(weak('密码不能是连续的字母或数字。', 'The password must not be a plain sequence.'));
  return problems;
}

const SEQUENCES = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** A password of which more than half is one run of the alphabet, the digits or the keyboard. */
function isRun(plain: string): boolean {
  const small = plain.toLowerCase();
  const length = Math.floor(small.length / 2) + 1;
  if (length < 4) return false;
  for (let at = 0; at + length <= small.length; at += 1) {
    const part = small.slice(at, at + length);
    const back = [...part].toReversed().join('');
    if (SEQUENCES.some((run) => run.includes(part) || run.includes(back))) return true;
  }
  return false;
}

// Without 0/O, 1/l/I: one-time passwords are read aloud and typed from paper.
const ALPHABET = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789', '#%+=@'] as const;

/** A random one-time password of 14 characters with every class present (about 80 bits). */
export function oneTimePassword(): string {
  const pick = (letters: string) => letters.charAt(randomInt(letters.length));
  const chosen = [...ALPHABET.map(pick), ...Array.from({ length: 10 }, () => pick(ALPHABET.join('')))];
  for (let at = chosen.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1);
    [chosen[at], chosen[other]] = [chosen[other] ?? '', chosen[at] ?? ''];
  }
  return chosen.join('');
}
