import type { Briefing, BriefFigure, CaseState } from '@zhitongche/case';
import { figuresIn } from './derive.ts';
import { MATTERS, readAccount } from './form.ts';
import { changeWords } from './papers.ts';

/** What each clerk brings: trained when, or that nothing is on record. */
const trained = (state: CaseState): ReadonlyMap<string, string> =>
  new Map(figuresIn(state).clerks.map(({ login, trainedOn }) => [login, trainedOn]));

const figuresOf = (state: CaseState): readonly BriefFigure[] => {
  const { signers = [], clerks = [] } = readAccount(state.answers);
  const { termMonths, handover, inPost } = figuresIn(state);
  if (handover)
    return [
      { value: String(handover.cases.length), unit: '件', caption: '未办结，一并移交' },
      { value: handover.from.name, caption: handover.absent ? '移交人，已离岗' : '移交人' },
      { value: handover.to.name, caption: '接收人' },
    ];
  const untrained = clerks.filter(({ login = '' }) => !trained(state).get(login)).length;
  return [
    ...(signers.length > 0 ? [{ value: String(signers.length), unit: '人', caption: '签批人' }] : []),
    ...(clerks.length > 0
      ? [
          {
            value: String(clerks.length),
            unit: '人',
            caption: untrained > 0 ? `专办员，${untrained} 人无培训记录` : '专办员，均有培训记录',
          },
        ]
      : []),
    ...(inPost.length > 0 ? [{ value: String(inPost.length), unit: '人', caption: '现任专办员' }] : []),
    ...(termMonths > 0 ? [{ value: String(termMonths), unit: '个月', caption: '备案有效期' }] : []),
  ];
};

/** The decision card of a unit's filing: what is asked for, who signs and who files for it, what is handed over. */
export const accountBrief = (state: CaseState): Briefing => {
  const {
    matter,
    unit = '',
    changes = [],
    reason = '',
    signers = [],
    clerks = [],
  } = readAccount(state.answers);
  const what = MATTERS[matter as keyof typeof MATTERS];
  const known = trained(state);
  const people = [
    ...signers.map(({ name = '', post = '' }) => ({ name, post, note: '签批人' })),
    ...clerks.map(({ name = '', login = '' }) => ({
      name,
      post: '专办员',
      note: known.get(login) ? '有培训记录' : '无培训记录',
    })),
  ];
  return {
    sentence: what === undefined ? '' : `${unit}申请${what}`,
    under: [
      changes.length === 0 ? '' : `变更${changeWords(changes)}`,
      figuresIn(state).reopens ? '曾开户，重新启用' : '',
      reason,
    ].filter((words) => words !== ''),
    figures: figuresOf(state),
    ...(people.length === 0 ? {} : { people: { title: '签批人和专办员', unit: '人', all: people } }),
  };
};
