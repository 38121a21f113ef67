import { type Check, checksFor, type Finding } from '@zhitongche/case';
import { choice, date, form, integer, options, text } from '@zhitongche/form';
import { readMrz } from '@zhitongche/formats';
import { visaDesk, ZONE } from './basis.ts';
import { ENTRIES } from './choices.ts';
import type { Entry } from './entries.ts';
import { chosenEntries } from './scans.ts';

const typed = (row: { readonly zone?: unknown }): boolean => !row.zone;

/** The visa as it lies in the passport: its zone scanned, or its words typed. */
export const receivedForm = form({
  visa: {
    title: '收到的签证',
    intro: '扫描机读区两行的，姓名、号码和有效期不用再填。',
    fields: {
      zone: text('机读区（两行）', { max: 100, lines: 2, sensitivity: 'sensitive' }),
      visaNumber: text('签证号', { max: 20, required: true, width: 6 }),
      holder: text('签证上的姓名', { max: 60, required: true, shown: typed, width: 6 }),
      passport: text('签证上的护照号', {
        max: 20,
        required: true,
        shown: typed,
        sensitivity: 'sensitive',
        width: 6,
      }),
      from: date('有效期自', { required: true, width: 6 }),
      until: date('有效期至', { required: true, shown: typed, width: 6 }),
      entries: choice('入境次数', options(ENTRIES), { required: true, width: 6 }),
      stay: integer('每次停留', { min: 1, max: 3650, unit: '天', required: true, width: 6 }),
    },
  },
});

/** The two lines of a zone as they were scanned or typed, on one line or two. */
export const zoneLines = (text: string): readonly string[] => {
  const letters = text.toUpperCase().replace(/\s+/g, '');
  return letters.length === 88 || letters.length === 72
    ? [letters.slice(0, letters.length / 2), letters.slice(letters.length / 2)]
    : [letters];
};

/** Letters of a name alone. */
const spelled = (name: string): readonly string[] =>
  name
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter(Boolean);

/** Whether a name in a zone is that of the passport: whole, or cut where the zone was full. */
export const sameName = (zone: string, name: string, full: boolean): boolean => {
  const [has, due] = [spelled(zone), spelled(name)];
  const whole = has.join(' ') === due.join(' ');
  return whole || (full && has.length > 0 && has.every((part, at) => due[at]?.startsWith(part) === true));
};

interface Read {
  readonly holder: string;
  readonly cut: boolean;
  readonly number: string;
  readonly until: string;
  readonly birth?: string;
  readonly sex?: string;
}

const MOST = { single: 1, double: 2, multiple: Number.POSITIVE_INFINITY } as const;
const STOP = '不得发放：退使领馆更正，或先办理行程变更';

/** What of a visa does not fit the trip of its holder. */
export const mismatches = (
  entry: Entry,
  read: Read,
  visa: {
    readonly from: string;
    readonly entries: keyof typeof ENTRIES;
    readonly stay: number;
    readonly visaNumber: string;
  },
): readonly Finding[] => {
  const { traveller, arrive, leave, stayDays, entries } = entry;
  const { pinyin = '', passportNumber = '', birthDate = '', sex } = traveller;
  const found = (at: string, message: string, en: string): Finding => ({ at: [at], message, en, todo: STOP });
  const hidden = (told: string): boolean => told === '' || told.includes('*');
  const place = read.birth === undefined ? 'holder' : 'zone';
  return [
    ...(sameName(read.holder, pinyin, read.cut)
      ? []
      : [found(place, `签证上是“${read.holder}”，护照是“${pinyin}”`, 'Another name')]),
    ...(hidden(passportNumber) || [passportNumber, visa.visaNumber].includes(read.number)
      ? []
      : [
          found(
            place === 'zone' ? 'zone' : 'passport',
            `签证上的号码${read.number}与护照不符`,
            'Another number',
          ),
        ]),
    ...(read.birth === undefined || hidden(birthDate) || birthDate.slice(2).replaceAll('-', '') === read.birth
      ? []
      : [found('zone', '签证上的出生日期与本人不符', 'Another day of birth')]),
    ...(read.sex === undefined || read.sex === '<' || sex === undefined || read.sex === sex
      ? []
      : [found('zone', '签证上的性别与本人不符', 'Another sex')]),
    ...(visa.from > arrive ? [found('from', `签证${visa.from}起有效，${arrive}抵达`, 'Valid too late')] : []),
    ...(read.until < leave
      ? [
          found(
            place === 'zone' ? 'zone' : 'until',
            `签证${read.until}到期，${leave}离开`,
            'Expires too soon',
          ),
        ]
      : []),
    ...(MOST[visa.entries] < entries
      ? [found('entries', `签证允许入境${MOST[visa.entries]}次，行程要入境${entries}次`, 'Too few entries')]
      : []),
    ...(visa.stay < stayDays
      ? [found('stay', `签证允许停留${visa.stay}天，行程停留${stayDays}天`, 'Too short a stay')]
      : []),
  ];
};

const check = checksFor<typeof receivedForm>();

/** What a received visa must agree with before it is handed out. */
export const receivedChecks: readonly Check[] = [
  check({
    code: 'V-41',
    title: '机读区逐位读对',
    level: 'block',
    basis: ZONE,
    reads: ['zone'],
    run({ zone }) {
      const format = readMrz(zoneLines(zone))?.format;
      return format === 'MRV-A' || format === 'MRV-B'
        ? []
        : [
            {
              at: ['zone'],
              message: format ? '这不是签证的机读区' : '机读区读错了：位数或校验位不对',
              en: 'No sound zone of a visa',
              todo: '请重新扫描；没有机读区的清空本栏，照签证填写',
            },
          ];
    },
  }),
  check({
    code: 'V-42',
    title: '签证与护照、行程一致',
    level: 'block',
    basis: visaDesk('核对姓名、拼音、次数、停留期、有效期'),
    reads: ['visaNumber', 'from', 'entries', 'stay'],
    run(answers, { state, chosen }) {
      const entries = chosenEntries(state, chosen);
      if (!entries) return [];
      const [entry, ...others] = entries;
      if (!entry || others.length > 0)
        return [
          {
            at: ['visaNumber'],
            message: '一次核对一人一国的签证',
            en: 'One visa at a time',
            todo: '请只选一项',
          },
        ];
      const lines = zoneLines(answers.zone ?? '');
      const mrz = answers.zone ? readMrz(lines) : undefined;
      if (answers.zone && !mrz) return [];
      const { holder, passport, until } = answers;
      if (mrz)
        return mismatches(
          entry,
          {
            holder: `${mrz.primary} ${mrz.secondary}`.trim(),
            cut: !lines[0]?.endsWith('<'),
            number: mrz.number,
            until: `20${mrz.expiry.slice(0, 2)}-${mrz.expiry.slice(2, 4)}-${mrz.expiry.slice(4, 6)}`,
            birth: mrz.birth,
            sex: mrz.sex,
          },
          answers,
        );
      return holder && passport && until
        ? mismatches(entry, { holder, cut: false, number: passport, until }, answers)
        : [];
    },
  }),
];
