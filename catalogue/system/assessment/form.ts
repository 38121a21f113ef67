import {
  type AnswersOf,
  choice,
  date,
  decimal,
  files,
  form,
  onePage,
  options,
  pick,
  table,
  text,
} from '@zhitongche/form';
import { systemName } from '../../shared/system-picked.ts';

const MEGABYTE = 1024 * 1024;

/** Kinds of assessment a budget names. */
export const KINDS = {
  grade: '等级保护测评',
  scan: '漏洞扫描和渗透测试',
  crypto: '密码应用安全性评估',
} as const;

/** How bad a finding is. */
export const SEVERITIES = { urgent: '紧急', high: '高危', middle: '中危', low: '低危' } as const;

/** What is agreed of an assessment, and what it found. */
export const assessmentForm = form({
  assessment: {
    title: '测评',
    fields: {
      system: systemName,
      sort: choice('类别', options(KINDS), { required: true, width: 6 }),
      agency: text('测评机构', {
        max: 120,
        width: 6,
        pick: { register: 'enterprise', fill: ({ name }) => ({ agency: name }) },
      }),
      contract: pick('合同', 'contract', { width: 6 }),
      due: date('约定完成日', { required: true, width: 6 }),
      note: text('备注', { max: 300, lines: 2 }),
    },
  },
  findings: {
    title: '查出的问题',
    intro: '每个问题一行。整改了填整改日期；不整改的写明原因。',
    fields: {
      findings: table(
        '问题',
        {
          what: text('问题', { max: 200, required: true }),
          severity: choice('程度', options(SEVERITIES), { required: true }),
          mended: date('整改日期'),
          kept: text('不整改的原因', { max: 200 }),
        },
        { maxRows: 500, rowName: '项', names: ['what'] },
      ),
    },
  },
});

/** What its report says. */
export const reportForm = onePage('测评报告', {
  reported: date('报告日期', { required: true, width: 4 }),
  score: decimal('得分', { scale: 2, min: '0', max: '100', unit: '分', width: 4 }),
  verdict: text('结论', {
    max: 60,
    required: true,
    width: 4,
    help: '照报告写：优、良、中、差，符合、基本符合、不符合',
  }),
  paper: files('报告', { accept: ['pdf'], maxBytes: 50 * MEGABYTE, maxFiles: 3 }),
});

/** Answers to it, with what the report set. */
export type Assessment = AnswersOf<typeof assessmentForm> & Partial<AnswersOf<typeof reportForm>>;
