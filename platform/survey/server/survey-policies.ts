import { dayInShanghai } from '@zhitongche/base';
import type { App, OfficeConfig } from '@zhitongche/core/server';
import type { PolicyDef } from '@zhitongche/office';
import type { Mark } from '@zhitongche/survey';

const LEAST = 'survey.least';
const FROM = 'survey.satisfied-from';
const CALL = 'survey.call-back-days';
const MEND = 'survey.mend-days';

/** Figures of voices an office sets. */
export const SURVEY_POLICIES: readonly PolicyDef[] = [
  {
    key: LEAST,
    label: '满意度：几份答卷起开启并显示',
    type: 'number',
    unit: '份',
    default: 5,
    bounds: [3, 100],
    unconfirmed: true,
  },
  {
    key: FROM,
    label: '满意度：几级起算满意（5非常满意、4满意、3基本满意）',
    type: 'number',
    unit: '级',
    default: 3,
    bounds: [3, 5],
    unconfirmed: true,
  },
  {
    key: CALL,
    label: '差评：几个工作日内回访',
    type: 'number',
    unit: '工作日',
    default: 5,
    bounds: [1, 30],
    unconfirmed: true,
  },
  {
    key: MEND,
    label: '差评：几个工作日内整改',
    type: 'number',
    unit: '工作日',
    default: 15,
    bounds: [1, 90],
    unconfirmed: true,
  },
];

/** The figures in force today. */
export function surveyFigures(app: Pick<App, 'clock'>, book: OfficeConfig) {
  const today = dayInShanghai(app.clock().toISOString());
  const policy = book.policy(
    { code: 'survey', version: 1, policies: [...SURVEY_POLICIES] },
    book.root.id,
    today,
  );
  return {
    today,
    least: policy.number(LEAST),
    from: policy.number(FROM) as Mark,
    callDays: policy.number(CALL),
    mendDays: policy.number(MEND),
  };
}
