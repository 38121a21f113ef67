import {
  type Answers,
  date,
  files,
  form,
  identifier,
  type PaperFacts,
  type RegisterDef,
  type Service,
  table,
} from '@zhitongche/kernel';
import type { PaperMaker } from '../ports/paper-maker.ts';
import { toyService } from './toy-service.ts';

/** A person nobody else is called after; every value of it betrays a reader who may not have it. */
export interface Planted {
  readonly name: string;
  readonly born: string;
  readonly phone: string;
  readonly citizenId: string;
  readonly passport: string;
  /** What stands in the scan of the passport. */
  readonly scan: string;
}

/** The last character of a citizen's number, by GB 11643-1999. */
const checked = (seventeen: string): string => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(seventeen[at]), 0);
  return seventeen + '10X98765432'.charAt(sum % 11);
};

/** A person born on a day, told apart by a digit. */
export const planted = (name: string, born: string, digit: number): Planted => ({
  name,
  born,
  phone: `139${String(digit).repeat(4)}5678`,
  citizenId: checked(`110105${born.replaceAll('-', '')}00${digit}`),
  passport: `PE${digit}7${digit}3${digit}19`,
  scan: `SCAN-OF-${digit}${digit}${digit}`,
});

const all = (digits: string): readonly string[] => [digits, [...digits].join(' ')];

/** Shapes in which a value would be no mask any more, by how private it is. */
export const unmasked = (who: Planted): Readonly<Record<'personal' | 'sensitive', readonly string[]>> => {
  const [year = '', month = '', day = ''] = who.born.split('-');
  return {
    personal: [
      // A mask leaves the first character of a name, the year of a birth, both ends of a number.
      who.name.slice(1),
      who.born,
      `${year}/${month}/${day}`,
      `${year}年${Number(month)}月${Number(day)}日`,
      `${month}-${day}`,
      ...all(who.phone.slice(2, 8)),
    ],
    sensitive: [...all(who.citizenId.slice(5, 14)), who.passport.slice(2), who.scan],
  };
};

const said = ({ answers }: Pick<PaperFacts['state'], 'answers'>, key: string): string => {
  const value = answers[key];
  return typeof value === 'string' ? value : '';
};
const PERSON = ['holder', 'born', 'phone', 'citizenId', 'passport'] as const;

const plantedForm = form({
  basics: {
    title: '基本情况',
    fields: {
      ...toyService.form.basics?.fields,
      born: date('出生日期', { sensitivity: 'personal' }),
      phone: identifier('phone', '联系电话', { sensitivity: 'personal' }),
      passport: identifier('passport', '护照号', { sensitivity: 'sensitive' }),
      scan: files('护照扫描件', {
        accept: ['pdf'],
        maxBytes: 1_000_000,
        maxFiles: 1,
        sensitivity: 'sensitive',
      }),
      party: table(
        '同行',
        { number: identifier('citizen-id', '身份证号', { sensitivity: 'sensitive' }) },
        { maxRows: 3, rowName: '人' },
      ),
    },
  },
});

const registers = (prefix: string): readonly RegisterDef[] => [
  {
    key: `${prefix}trips`,
    title: '出访台账',
    columns: [
      { key: 'citizenId', label: '身份证号', field: 'citizenId' },
      { key: 'caseNumber', label: '办件编号' },
      { key: 'exitDate', label: '出境' },
      { key: 'first', label: '首位' },
    ],
    rows: (state, { caseId, caseNumber }) => [
      { id: caseId, caseNumber, citizenId: said(state, 'citizenId'), exitDate: '2026-02-02', first: 'true' },
    ],
  },
  {
    key: `${prefix}passport-custody`,
    title: '护照台账',
    columns: [
      { key: 'holder', label: '持有人', field: 'holder' },
      { key: 'born', label: '出生日期', field: 'born' },
      { key: 'phone', label: '电话', field: 'phone' },
      { key: 'citizenId', label: '身份证号', field: 'citizenId' },
      { key: 'passport', label: '护照号', field: 'passport' },
      { key: 'caseNumber', label: '办件编号' },
      { key: 'due', label: '应交回' },
    ],
    rows: (state, { caseId, caseNumber }) => [
      {
        id: caseId,
        due: '2026-02-20',
        caseNumber,
        ...Object.fromEntries(PERSON.map((key) => [key, said(state, key)])),
      },
    ],
  },
];

const people = (answers: Answers): { readonly people: readonly string[] } => ({
  people: typeof answers.citizenId === 'string' ? [answers.citizenId] : [],
});

/** A service that says what it asks in every way a service can: paper, public facts, registers, lookups, problems. */
const telling = (service: Service, prefix: string): Service => ({
  ...service,
  form: plantedForm,
  facts: {
    tables: [],
    lookups: {
      trips: { provider: 'person-trips', args: people },
      passports: { provider: 'overdue-passports', args: people },
    },
  },
  checks: [
    {
      code: 'T-1',
      title: '请核对出生日期',
      level: 'info',
      basis: { title: '测试' },
      reads: ['born', 'citizenId'],
      run: (answers) => [
        {
          at: ['born'],
          message: `${said({ answers }, 'born')}出生的${said({ answers }, 'holder')}证号为${said({ answers }, 'citizenId')}`,
          en: `${said({ answers }, 'holder')} was born on ${said({ answers }, 'born')}`,
          todo: `请致电${said({ answers }, 'phone')}`,
        },
      ],
    },
  ],
  derive: (answers) => ({ ...people(answers), holder: answers.holder ?? '' }),
  registers: registers(prefix),
  flow: {
    ...service.flow,
    steps: {
      ...service.flow.steps,
      done: {
        kind: 'end',
        title: '办结',
        phase: '办结',
        outcome: 'completed',
        onEnter: [{ do: 'register', register: `${prefix}trips` }],
      },
    },
  },
  papers: service.papers.map((paper) => ({
    ...paper,
    publicFacts: ({ state }) => PERSON.map((key) => ({ label: key, en: key, value: said(state, key) })),
    build: (facts) => ({
      ...paper.build(facts),
      blocks: [{ kind: 'paragraph', text: PERSON.map((key) => said(facts.state, key)).join('，') }],
    }),
  })),
});

/** Filed by the clerks of units. */
export const unitsService = telling(toyService, '');
/** Filed by persons for themselves. */
export const personsService = telling({ ...toyService, code: 'own', audience: ['citizen'] }, 'own-');

/** Answers that say everything about a person; the scan is a file of the case. */
export const answersOf = (who: Planted): Answers => ({
  subject: '海南考察',
  copies: 1,
  holder: who.name,
  born: who.born,
  phone: who.phone,
  citizenId: who.citizenId,
  passport: who.passport,
  party: [{ number: who.citizenId }],
});

/** Papers one can read: the files are the text they were made of. */
export const readablePapers: PaperMaker = {
  ready: () => Promise.resolve({ ok: true, value: null }),
  make: (doc) => {
    const file = Buffer.from(JSON.stringify(doc));
    return Promise.resolve({ ok: true, value: { pdf: file, docx: file } });
  },
};
