import { measureRows, type Measure, type RowSubject } from '@zhitongche/measure';
import type { KINDS } from './form.ts';
import { assessmentOf } from './stages.ts';

/** An assessment of a kind whose report is there. */
const reported = ({ row }: RowSubject, sort: keyof typeof KINDS) => {
  const one = assessmentOf(row);
  return one.sort === sort && one.reported !== undefined && row.stage !== 'dropped'
    ? [{ ...one, day: one.reported }]
    : [];
};

const count = (code: string, name: string, sort: keyof typeof KINDS): Measure<RowSubject> => ({
  code,
  name,
  what: '已出报告的，按报告日期计',
  unit: '个',
  sort: 'things',
  edition: 1,
  lines: (subject) => reported(subject, sort).map(({ day }) => ({ day, n: '1' })),
});

const inTime = (code: string, name: string, sort: keyof typeof KINDS): Measure<RowSubject> => ({
  code,
  name,
  what: '已出报告的当中，报告日期不晚于约定完成日的',
  unit: '',
  sort: 'rate',
  edition: 1,
  lines: (subject) =>
    reported(subject, sort).map(({ day, due }) => ({ day, n: due !== undefined && day <= due ? '1' : '0' })),
});

/** What assessments come to, by the source codes of indicator tables. */
export const assessmentMeasures = measureRows('assessment', [
  count('ops.assess.count', '等保测评完成数', 'grade'),
  {
    code: 'ops.assess.score',
    name: '等保测评平均得分',
    what: '已出报告的等级保护测评的得分，按报告日期计',
    unit: '分',
    sort: 'mean',
    edition: 1,
    lines: (subject) =>
      reported(subject, 'grade').flatMap(({ day, score }) =>
        score === undefined ? [] : [{ day, n: score }],
      ),
  },
  inTime('ops.assess.date', '等保测评按期完成率', 'grade'),
  count('ops.pentest.count', '漏扫和渗透测试完成数', 'scan'),
  {
    code: 'ops.pentest.rate',
    name: '紧急高危问题占比',
    what: '漏扫和渗透测试查出的问题中紧急、高危的，按报告日期计',
    unit: '',
    sort: 'rate',
    edition: 1,
    lines: (subject) =>
      reported(subject, 'scan').flatMap(({ day, findings = [] }) =>
        findings.map(({ severity }) => ({
          day,
          n: severity === 'urgent' || severity === 'high' ? '1' : '0',
        })),
      ),
  },
  inTime('ops.pentest.date', '漏扫和渗透测试按期完成率', 'scan'),
  count('ops.crypto.count', '密评完成数', 'crypto'),
  {
    code: 'ops.crypto.findings',
    name: '密评不符合项',
    what: '密码应用安全性评估查出的问题，按报告日期计',
    unit: '项',
    sort: 'things',
    edition: 1,
    lines: (subject) =>
      reported(subject, 'crypto').flatMap(({ day, findings = [] }) =>
        findings.length === 0 ? [] : [{ day, n: String(findings.length) }],
      ),
  },
  inTime('ops.crypto.date', '密评按期完成率', 'crypto'),
]);
