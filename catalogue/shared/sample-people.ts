import { citizenIdCheck } from '@zhitongche/base';

/** What a sample says about somebody invented. */
export interface InventedTraveller {
  readonly name: string;
  readonly pinyin: string;
  readonly sex: 'M' | 'F';
  readonly birthDate: string;
  readonly post: string;
  readonly rank?: 'bureau' | 'division' | 'section' | 'technical';
}

const SURNAMES = [
  ['林', 'LIN'],
  ['陆', 'LU'],
  ['秦', 'QIN'],
  ['顾', 'GU'],
  ['孟', 'MENG'],
  ['康', 'KANG'],
  ['贺', 'HE'],
  ['龚', 'GONG'],
  ['邵', 'SHAO'],
  ['万', 'WAN'],
  ['钱', 'QIAN'],
  ['严', 'YAN'],
] as const;
const GIVEN = [
  ['若谷', 'RUOGU', 'M'],
  ['清和', 'QINGHE', 'F'],
  ['知行', 'ZHIXING', 'M'],
  ['望舒', 'WANGSHU', 'F'],
  ['景行', 'JINGXING', 'M'],
  ['采薇', 'CAIWEI', 'F'],
  ['怀瑾', 'HUAIJIN', 'M'],
  ['思齐', 'SIQI', 'F'],
  ['明远', 'MINGYUAN', 'M'],
  ['静姝', 'JINGSHU', 'F'],
] as const;

/** A whole number written with leading zeros. */
export const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** An identity number that passes its check; region code 99 has never been given to any place. */
export const sampleCitizenId = (birthDate: string, sex: 'M' | 'F', serial: number): string => {
  const order = ((serial * 2) % 998) + (sex === 'M' ? 1 : 0);
  const digits = `990100${birthDate.replaceAll('-', '')}${pad(order, 3)}`;
  return digits + citizenIdCheck(digits);
};

/** Invented people, each different: the `n`th of a list that never ends in practice (120 names). */
export const samplePerson = (
  n: number,
  post: string,
  rank: InventedTraveller['rank'] = 'section',
): InventedTraveller => {
  const surname = SURNAMES[n % SURNAMES.length] ?? SURNAMES[0];
  const given = GIVEN[(n + Math.floor(n / SURNAMES.length)) % GIVEN.length] ?? GIVEN[0];
  const birthDate = `${1970 + (n % 25)}-${pad((n % 12) + 1, 2)}-${pad((n % 28) + 1, 2)}`;
  return {
    name: surname[0] + given[0],
    pinyin: `${surname[1]} ${given[1]}`,
    sex: given[2],
    birthDate,
    post,
    rank,
  };
};
