import type { ActDef, FlowContext, Step, Who } from '@zhitongche/case';
import { agree, correct, passOn, refuse, superiorReview } from '../../shared/desk-acts.ts';
import { personnelFilings } from './papers/personnel-filing.ts';
import { key } from './policy.ts';

/** Roles of the departments that the policy `unit-opinions` names. */
const SEATS = {
  affairs: 'unit-affairs',
  finance: 'unit-finance',
  personnel: 'unit-personnel',
} as const;

const isDepartment = (code: string): code is keyof typeof SEATS => Object.hasOwn(SEATS, code);

const opinionsAsked = ({ policy }: FlowContext): readonly Who[] =>
  policy
    .list(key('unit-opinions'))
    .filter(isDepartment)
    .map((code): Who => ({ role: SEATS[code], at: 'unit' }));

/** The answer of whoever clears the travellers, entered by the unit's personnel department. */
export const recordClearance: ActDef = {
  kind: 'advance',
  key: 'filed',
  label: '登记备案、政审结果',
  en: 'Record the answer',
  form: 'personnel',
  opinion: 'none',
};

/** The filing form of each traveller, to be sealed and sent to the authority that manages him. */
const printFilings: ActDef = {
  kind: 'advance',
  key: 'print-filings',
  label: '出具人员备案表',
  en: 'Print the filing forms',
  to: 'personnel-filing',
  opinion: 'none',
  effects: [{ do: 'issue', papers: ({ state }) => personnelFilings(state) }],
};

/** Where the unit's own part ends: the city office where there is one above, else the window of the province. */
export const toOffice = (context: FlowContext): string => (context.underCity ? 'city-review' : 'window');

/** What the unit does before an office sees the case: opinions, signature, its supervising department, its people cleared. */
export const beforeOffice: Readonly<Record<string, Step>> = {
  'unit-opinions': {
    kind: 'panel',
    title: '单位各部门审核',
    en: 'Opinions of the unit’s departments',
    phase: '单位',
    when: (context) => opinionsAsked(context).length > 0,
    rule: 'all',
    members: opinionsAsked,
    days: key('days.opinions'),
    next: 'unit-sign',
    // Who does not agree sends back; should a seat be refused all the same, the departments are asked again.
    onFail: 'unit-opinions',
    acts: [
      { ...agree, opinion: 'required' },
      {
        ...correct,
        key: 'disagree',
        label: '不同意，退回修改',
        en: 'Disagree and send back',
        opinion: 'required',
      },
      ...passOn,
    ],
  },
  'unit-sign': {
    kind: 'work',
    title: '单位签批',
    en: 'Sign-off by the unit',
    phase: '单位',
    who: { role: 'signer', at: 'unit' },
    days: key('days.unit'),
    next: 'superior',
    acts: [agree, correct, refuse, ...passOn],
  },
  superior: {
    ...superiorReview,
    days: key('days.superior'),
    next: 'personnel-filing',
    acts: [agree, correct, refuse, ...passOn],
  },
  'personnel-filing': {
    kind: 'work',
    title: '人员备案、政审',
    en: 'Clearance of the travellers',
    phase: '单位',
    when: ({ policy }) => policy.flag(key('personnel-filing')),
    who: { role: 'unit-personnel', at: 'unit' },
    days: key('days.personnel'),
    next: toOffice,
    acts: [
      recordClearance,
      printFilings,
      {
        ...correct,
        key: 'not-cleared',
        label: '未通过，退回调整',
        en: 'Not cleared: send back',
        opinion: 'required',
      },
      ...passOn,
    ],
  },
};
