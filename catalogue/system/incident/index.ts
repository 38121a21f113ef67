import { isJsonObject } from '@zhitongche/base';
import { checksFor } from '@zhitongche/case';
import { dateTime } from '@zhitongche/form';
import { defineRegister, type KeptRow, type RowTimer } from '@zhitongche/register';
import { DESK_AND_CITIES } from '../../shared/desk-readers.ts';
import { policiesOf } from '../../shared/policies.ts';
import { incidentForm, known } from './form.ts';
import { samples } from './samples.ts';
import { incidentOf, stages } from './stages.ts';

const { key, words } = policiesOf('incident');

const stands = ({ stage }: KeptRow): boolean => stage !== 'withdrawn';

/** A limit of the row itself; of two timers by hours only the one the row counts by has begun. */
const limit = (what: 'answer' | 'repair', label: string): readonly RowTimer[] => {
  const common = {
    label,
    from: 'reported',
    until: what === 'answer' ? 'answered' : 'restored',
    limit: (row: KeptRow) => incidentOf(row)[what],
    pauses: 'waits',
    tell: key('tell'),
  };
  return [
    { ...common, key: what, when: (row) => stands(row) && incidentOf(row).hours === 'always' },
    {
      ...common,
      key: `${what}-office`,
      hours: key('hours'),
      when: (row) => stands(row) && incidentOf(row).hours === 'office',
    },
  ];
};

/** 系统故障: reported, answered and restored as moments, each held to the limit of its system. */
export const incidents = defineRegister({
  code: 'incident',
  name: '系统故障',
  noun: '故障',
  en: 'Incidents',
  category: '系统运维',
  what: '每起故障：何时报告、何时响应、何时修复，按所属系统的时限计时，快到时提醒。',
  basis: ['河北省外办2024年度部门预算：应急响应时间、故障修复平均时长'],
  measure: '起',
  form: incidentForm,
  set: {
    title: '处理',
    fields: { answered: dateTime('响应时间'), restored: dateTime('修复时间') },
  },
  checks: [
    checksFor<typeof incidentForm>()({
      code: 'I-01',
      title: '报告时间不在今天之后',
      level: 'block',
      basis: { title: '本单位信息系统故障登记规定', unconfirmed: true },
      reads: ['reported'],
      run: ({ reported }, { today }) =>
        reported.slice(0, 10) > today
          ? [
              {
                at: ['reported'],
                message: '报告时间在今天之后',
                en: 'Reported after today',
                todo: '请按接到报告的时间填写',
              },
            ]
          : [],
    }),
  ],
  facts: { tables: [], lookups: {} },
  policies: [
    words('tell', '用到时限的百分之几时提醒（如 80；100:director 同时告知主任）', [
      '80',
      '100',
      '150:director',
    ]),
    words('hours', '计时的办公时间', ['09:00-12:00', '14:00-18:00']),
  ],
  title: ({ system, what }) => [system, what].filter(Boolean).join('：') || '故障',
  columns: [
    { key: 'system', later: true },
    { key: 'reported' },
    { key: 'down', filter: true },
    { key: 'answered' },
    { key: 'restored' },
  ],
  order: 'day',
  stages,
  timers: [...limit('answer', '响应'), ...limit('repair', '修复')],
  begins: [
    {
      from: 'it-system',
      label: '登记故障',
      answers: ({ answers: { name, ...card } }) => ({
        ...(typeof name === 'string' ? { system: name } : {}),
        ...known(card, 'hours'),
        ...known(card, 'answer'),
        ...known(card, 'repair'),
      }),
    },
    {
      // What the program found becomes a fault once somebody says so: the card's limits come with the system picked anew.
      from: 'availability-outage',
      label: '登记故障',
      answers: ({ answers: { of, from, said } }) => ({
        ...(isJsonObject(of) && typeof of['title'] === 'string' ? { system: of['title'] } : {}),
        ...(typeof from === 'string' ? { reported: from } : {}),
        ...(typeof said === 'string' ? { what: said } : {}),
        down: 'down',
      }),
    },
  ],
  readers: DESK_AND_CITIES,
  keepers: ['handler', 'division-head'],
  samples,
});
