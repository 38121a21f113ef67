import {
  type Briefing,
  type CaseState,
  defineService,
  type Service,
  strandsOf,
  withFees,
} from '@zhitongche/case';
import { ENTRY_ANSWERS } from '../../shared/entry-rules.ts';
import { CHARGES, CHECKLISTS, REFUSALS, VISA } from './basis.ts';
import { DONE, STATES } from './choices.ts';
import { DAYS_TAKEN, entriesOf, type Figures, figuresFor, labelOfEntry, standing } from './entries.ts';
import { fees } from './fees.ts';
import { flow, KIND } from './flow.ts';
import { readVisa, visaForm } from './form.ts';
import { forms } from './forms.ts';
import { guide } from './guide.ts';
import { keeps } from './keeps.ts';
import { papers } from './papers.ts';
import { policies } from './policy.ts';
import { registers } from './registers.ts';
import { PAST, rules } from './rules.ts';
import { visaSample } from './samples.ts';

export { visaRefusals } from './refusals.ts';

const brief = (state: CaseState): Briefing => {
  const { groupName = '', unit = '', approval = '', travellers = [], exitDate = '' } = standing(state);
  const all = entriesOf(state);
  const open = strandsOf(state, KIND).filter((one) => !DONE.some((end) => end === one.state));
  return {
    sentence: `${groupName}签证、出境证明`.slice(0, 80),
    under: [unit, approval].filter((words) => words !== ''),
    figures: [
      { value: `${travellers.length}`, unit: '人', caption: '人员' },
      { value: `${state.strands ? open.length : all.length}`, unit: '项', caption: '待办' },
      { value: exitDate, caption: '出境' },
    ].filter(({ value }) => value !== ''),
  };
};

/** 因公签证、照会、免签核对: one group, each traveller and country with a state of its own. */
export const visa: Service = withFees(
  defineService({
    code: VISA,
    name: '因公签证、照会、免签核对',
    en: 'Visas for official trips',
    version: 1,
    audience: ['unit', 'enterprise'],
    category: '证照',
    occasion: '派人出国、赴港澳',
    guide,
    form: visaForm,
    begins: ({ unit, phone }) => ({ unit, ...(phone === undefined ? {} : { phone }) }),
    forms,
    checks: rules,
    facts: {
      tables: ['countries', 'visa-exemptions', CHECKLISTS, CHARGES],
      lookups: {
        [DAYS_TAKEN]: {
          provider: 'visa-days',
          args(answers) {
            const countries = [
              ...new Set((readVisa(answers).stops ?? []).flatMap(({ country }) => country ?? [])),
            ];
            return countries.length > 0 ? { countries } : undefined;
          },
        },
        [PAST]: {
          provider: 'kept-rows',
          args(answers) {
            const people = (readVisa(answers).travellers ?? []).flatMap(({ citizenId }) => citizenId ?? []);
            return people.length > 0
              ? { registers: [REFUSALS], stages: [], due: '', people, except: '', masked: [] }
              : undefined;
          },
        },
      },
    },
    policies,
    flow,
    papers,
    registers,
    keeps,
    strands: {
      [KIND]: {
        label: '各人签证',
        one: '项',
        of: (state) => entriesOf(state).map((entry) => ({ id: entry.id, label: labelOfEntry(entry) })),
        states: STATES,
        first: 'pending',
      },
    },
    computed: [
      {
        key: 'answers',
        label: '是否免签',
        after: 'stops',
        show: ({ entries }: Figures) =>
          entries.length === 0
            ? undefined
            : {
                kind: 'table',
                columns: ['第几人', '国家（地区）', '答案', '停留期', '依据'].map((label) => ({
                  label,
                  align: 'left' as const,
                })),
                rows: entries.map(({ id, country, answer, stay, source }) => [
                  id.slice(1).replace(/c.*$/, ''),
                  country,
                  ENTRY_ANSWERS[answer],
                  stay,
                  source,
                ]),
              },
      },
      {
        key: 'checklists',
        label: '国别须知',
        after: 'stops',
        show: ({ entries, countries }: Figures) => {
          const asked = countries.filter(({ name }) =>
            entries.some(({ country, answer }) => country === name && answer !== 'exempt'),
          );
          return asked.length === 0
            ? undefined
            : {
                kind: 'table',
                columns: ['国家', '材料和要求', '签证费', '以往在使馆'].map((label) => ({
                  label,
                  align: 'left' as const,
                })),
                rows: asked.flatMap(({ name, asks, fee, feeBasis, days }) =>
                  asks.map((one, at) => [
                    at === 0 ? name : '',
                    one,
                    at > 0 ? '' : fee === '' ? '没有收录' : `${fee}元（${feeBasis}）`,
                    at > 0 ? '' : days || '没有记录',
                  ]),
                ),
              };
        },
      },
    ],
    derive: (answers, context): Figures => figuresFor({ answers: answers, records: {} }, context),
    summary({ groupName, unit, travellers = [], stops = [], approval }) {
      const countries = [...new Set(stops.flatMap(({ country }) => country ?? []))];
      return {
        title: groupName ? `${groupName}签证` : '未命名团组签证',
        facts: [
          { label: '单位', value: unit ?? '' },
          { label: '人数', value: travellers.length === 0 ? '' : `${travellers.length}人` },
          { label: '前往', value: countries.join('、') },
        ],
        words: [
          unit ?? '',
          approval ?? '',
          ...countries,
          ...travellers.flatMap(({ name }) => name ?? []),
        ].filter((word) => word !== ''),
      };
    },
    brief,
    sample: (today) => visaSample(today),
    fees,
  }),
);
