import { dayInShanghai, type Json } from '@zhitongche/base';
import type { CaseState, RegisterDef } from '@zhitongche/case';
import { readPreparation } from './form.ts';

const text = (value: Json | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** Rounds of a preparation in order: the record that fixes each, and what it is called. */
const ROUNDS = [
  ['first', '一上'],
  ['control', '控制数（一下）'],
  ['second', '二上'],
  ['approval', '批复（二下）'],
  ['adopted', '定稿'],
  ['published', '公开'],
] as const;

/** The letter a record came with: replies from outside come in the order of the rounds that ask for them. */
const replyOf = (state: CaseState, round: string): CaseState['outside'][number] | undefined => {
  const approved = state.outside.filter(({ result }) => result === 'approved');
  return round === 'control' ? approved[0] : round === 'approval' ? approved[1] : undefined;
};

/** One row per year and round: what was asked, allowed, asked again, approved and published. */
const versions: RegisterDef = {
  key: 'budget-versions',
  title: '部门预算台账',
  columns: [
    { key: 'caseNumber', label: '办件编号' },
    { key: 'year', label: '预算年度' },
    { key: 'department', label: '部门' },
    { key: 'round', label: '环节' },
    { key: 'version', label: '版本' },
    { key: 'digest', label: '内容摘要' },
    { key: 'number', label: '文号' },
    { key: 'on', label: '日期' },
    { key: 'total', label: '支出总计（万元）' },
    { key: 'personnel', label: '人员经费' },
    { key: 'publicUse', label: '公用经费' },
    { key: 'project', label: '项目支出' },
    { key: 'threePublic', label: '“三公”经费' },
    { key: 'publishDue', label: '公开期限' },
  ],
  rows(state, { caseId, caseNumber }) {
    const { year, department } = readPreparation(state.answers);
    return ROUNDS.flatMap(([key, round]) => {
      const record = state.records[key]?.at(-1);
      if (record === undefined) return [];
      const { data } = record;
      const reply = replyOf(state, key);
      return [
        {
          id: `${caseId}:${key}`,
          caseNumber,
          year: year === undefined ? '' : String(year),
          department: department ?? '',
          round,
          version: text(data.version),
          digest: text(data.digest),
          number: reply?.number ?? '',
          on: reply?.date ?? dayInShanghai(record.at),
          total: text(data.total),
          personnel: text(data.personnel),
          publicUse: text(data.publicUse),
          project: text(data.project),
          threePublic: text(data.threePublic),
          publishDue:
            key === 'approval' && reply && state.step === 'publish' ? (state.stepClock?.due ?? '') : '',
        },
      ];
    });
  },
};

/** Registers the service feeds. */
export const registers: readonly RegisterDef[] = [versions];
