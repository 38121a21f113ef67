import type { ActData, Check, Finding, Lookup } from '@zhitongche/case';
import type { Basis, Json } from '@zhitongche/base';
import type { Answers, OnRecord, Proposal } from '@zhitongche/form';
import { countIn, rowsAt, textIn } from './lookup-rows.ts';

/** Why people are kept once and no more of them than is needed. */
const PRIVACY: Basis = { title: '《中华人民共和国个人信息保护法》', article: '第六条、第八条' };

/** One person of a form, in the words of the register of people. */
export interface PersonSaid {
  readonly name?: string | undefined;
  readonly pinyin?: string | undefined;
  readonly sex?: string | undefined;
  readonly citizenId?: string | undefined;
  readonly birth?: string | undefined;
  readonly birthPlace?: string | undefined;
  readonly household?: string | undefined;
  readonly nation?: string | undefined;
  /** Name of the unit; somebody of a unit the office does not know is not its to keep. */
  readonly unit?: string | undefined;
  readonly post?: string | undefined;
  readonly phone?: string | undefined;
  readonly document?: { readonly kind: string; readonly number: string; readonly until: string } | undefined;
}

/** One person of the register, as its reader may see him; of his documents the one that is good longest of each kind. */
export const personKnown = (row: Answers): PersonSaid & { readonly documents: readonly Json[] } => {
  const said = (key: string): string | undefined => {
    const value = row[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const unit = row['unit'];
  return {
    name: said('name'),
    pinyin: said('pinyin'),
    sex: said('sex'),
    citizenId: said('citizenId'),
    birth: said('birth'),
    birthPlace: said('birthPlace'),
    household: said('household'),
    nation: said('nation'),
    unit:
      unit instanceof Object && 'title' in unit && typeof unit.title === 'string' ? unit.title : undefined,
    post: said('post'),
    phone: said('phone'),
    documents: Array.isArray(row['documents']) ? row['documents'] : [],
  };
};

/** What a case says of a person, as the register of people takes it: kept for the duties of the office, with the case as its origin. */
export const personProposed = ({ unit, document, ...said }: PersonSaid): Proposal | undefined => {
  if (!said.name || !said.citizenId || !unit) return undefined;
  const given = Object.entries(said).filter(([, value]) => value !== undefined && value !== '');
  return {
    answers: {
      ...Object.fromEntries(given),
      unit: { id: '', title: unit },
      ...(document && { documents: [{ ...document }] }),
    },
    fresh: { foreign: false, origin: 'case', ground: 'duty' },
  };
};

/** A column by which people are picked from the register, and proposed to it. */
export const personColumn = (
  fill: (known: ReturnType<typeof personKnown>) => Answers,
  propose: (row: Answers) => PersonSaid,
): OnRecord => ({
  register: 'person',
  fill: (row) =>
    Object.fromEntries(Object.entries(fill(personKnown(row))).filter(([, value]) => value !== undefined)),
  propose: (row) => personProposed(propose(row)),
});

const NAME = 'people-on-record';

/** Asks how the people of a table stand on the register of people: by the number of each row, in its place. */
export const standingOf = (
  numbers: (answers: Answers, act?: ActData) => readonly string[],
): Readonly<Record<string, Lookup>> => ({
  [NAME]: {
    provider: 'on-record',
    args: (answers, act) => {
      const asked = numbers(answers, act);
      return asked.some((number) => number !== '') ? { register: 'person', numbers: [...asked] } : undefined;
    },
  },
});

/** Warns of somebody who was taken off the register of people: left, died, or was kept twice. */
export const retiredPeople = (code: string, table: string, column: string): Check => ({
  code,
  title: '人员库里已注销的人员须核对',
  level: 'warn',
  basis: PRIVACY,
  reads: [table],
  run: (_answers, { facts }) =>
    rowsAt(facts.lookup(NAME), 'gone').map((row): Finding => {
      const into = textIn(row['into']);
      return {
        at: [table, countIn(row['at']), column],
        message: into === '' ? '这个人在人员库里已注销' : `这个人在人员库里已并入“${into}”`,
        en: 'This person is on the register no more',
        todo: into === '' ? '请核对是否还在本单位；仍要派出的，请先在人员库恢复' : '请核对姓名和证件号码',
      };
    }),
});
