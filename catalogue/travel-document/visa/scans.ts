import { type CaseState, type Check, checksFor, type Finding, stands } from '@zhitongche/case';
import { date, form, text } from '@zhitongche/form';
import { visaDesk } from './basis.ts';
import { DONE, STATES } from './choices.ts';
import { entriesOf, type Entry, labelOfEntry } from './entries.ts';

/** Numbers as a scanner leaves them: one a line. */
export const scannedIn = (text: unknown): readonly string[] =>
  (typeof text === 'string' ? text : '')
    .split(/[\s,，;；]+/)
    .map((number) => number.trim().toUpperCase())
    .filter(Boolean);

const scanned = text('扫描护照号', {
  max: 2000,
  lines: 6,
  required: true,
  sensitivity: 'sensitive',
  help: '逐本扫描，一行一本',
});

/** Books that go out to a mission. */
export const outForm = form({
  batch: {
    title: '送签批次',
    fields: { mission: text('送往（使领馆、外交部）', { max: 80, required: true }), scanned },
  },
});
/** Books that come back from one. */
export const inForm = form({ batch: { title: '取回批次', fields: { scanned } } });
/** Books that go to their holders. */
export const handForm = form({
  hand: {
    title: '发放',
    fields: {
      scanned,
      collector: text('领取人', { max: 30, required: true, sensitivity: 'personal', width: 6 }),
      on: date('领取日期', { required: true, width: 6 }),
    },
  },
});

const found = (message: string, en: string, todo: string): Finding => ({
  at: ['scanned'],
  message,
  en,
  todo,
});

/** The strands an act is filled in for; undefined where the case is not before us. */
export const chosenEntries = (
  state: CaseState | undefined,
  chosen: readonly string[] = [],
): readonly Entry[] | undefined => state && entriesOf(state).filter(({ id }) => chosen.includes(id));

/** Scanned against what was chosen: twice, not among them, missing. */
const asChosen = (entries: readonly Entry[], numbers: readonly string[]): readonly Finding[] => {
  const due = new Map(
    entries.map(({ traveller: { name = '', passportNumber = '' } }) => [passportNumber, name] as const),
  );
  // What a mask hides the server compares.
  if ([...due.keys()].some((number) => number === '' || number.includes('*'))) return [];
  const twice = numbers.filter((number, at) => numbers.indexOf(number) < at);
  const strange = numbers.filter((number) => !due.has(number));
  const missing = [...due].filter(([number]) => !numbers.includes(number)).map(([, name]) => name);
  return [
    ...(twice.length > 0
      ? [
          found(
            `${[...new Set(twice)].join('、')}扫了两次`,
            'Scanned twice',
            '请核对是不是少扫了另一本，删去重复的一行',
          ),
        ]
      : []),
    ...(strange.length > 0
      ? [
          found(
            `${[...new Set(strange)].join('、')}不是所选人员的护照`,
            'Another passport',
            '请核对证件，或补选人员',
          ),
        ]
      : []),
    ...(missing.length > 0
      ? [
          found(
            `没有扫到：${missing.join('、')}`,
            'A passport is missing',
            '请找齐后再扫；确实没有取回的，不选此人，另作“登记缺件”',
          ),
        ]
      : []),
  ];
};

const batch = checksFor<typeof inForm>();

const scan = (code: string, title: string): Check =>
  batch({
    code,
    title,
    level: 'block',
    basis: visaDesk('护照逐本清点交接'),
    reads: ['scanned'],
    run(answers, { state, chosen }) {
      const entries = chosenEntries(state, chosen);
      return entries ? asChosen(entries, scannedIn(answers.scanned)) : [];
    },
  });

/** Whether the note on a country stands on paper. */
const noteStands = (state: CaseState, countryKey: string): boolean =>
  state.papers.some(
    (entry) => entry.paper === `note:${countryKey}` && entry.status === 'issued' && stands(entry),
  );

/** A batch out. */
export const outChecks: readonly Check[] = [
  scan('V-21', '扫到的护照与送签人员一致'),
  batch({
    code: 'V-22',
    title: '一批只送一个国家，照会已经出具',
    level: 'block',
    basis: visaDesk('凭照会送签'),
    reads: [],
    run(_answers, { state, chosen }) {
      const entries = chosenEntries(state, chosen) ?? [];
      const countries = [...new Set(entries.map(({ countryKey }) => countryKey))];
      const [first] = countries;
      if (!state || first === undefined) return [];
      if (countries.length > 1)
        return [
          found(
            '所选人员分属几个国家',
            'More than one country',
            '请按国家分批送签，护照一次只能送一个使领馆',
          ),
        ];
      return noteStands(state, first)
        ? []
        : [found('照会还没有签发', 'The note is not signed', '请先起草照会送签发')];
    },
  }),
];

/** A batch in. */
export const inChecks: readonly Check[] = [scan('V-23', '扫到的护照与取回人员一致')];

const open = ({ strands = {} }: CaseState, entry: Entry, also: readonly string[]) => {
  const strand = strands['entry']?.[entry.id];
  const settled = ['certified', 'checked', ...DONE].some((one) => one === strand?.state);
  return strand && !settled && !also.includes(entry.id)
    ? [`${labelOfEntry(entry)}（${STATES[strand.state as keyof typeof STATES].label}）`]
    : [];
};

/** Handing out. */
export const handChecks: readonly Check[] = [
  scan('V-31', '扫到的护照与发放人员一致'),
  batch({
    code: 'V-32',
    title: '本人各国签证、出境证明都办完后发放',
    level: 'block',
    basis: visaDesk('核对无误后发放'),
    reads: [],
    run(_answers, { state, chosen = [] }) {
      if (!state) return [];
      const entries = entriesOf(state);
      const personOf = ({ id }: Entry): string => id.replace(/c.*$/, '');
      const people = new Set(entries.filter(({ id }) => chosen.includes(id)).map(personOf));
      const waiting = entries
        .filter((entry) => people.has(personOf(entry)))
        .flatMap((entry) => open(state, entry, chosen));
      return waiting.length > 0
        ? [found(`还没有办完：${waiting.join('、')}`, 'Something is still under way', '请办完后一并发放')]
        : [];
    },
  }),
];
