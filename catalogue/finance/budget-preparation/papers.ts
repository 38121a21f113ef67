import type { Answers } from '@zhitongche/form';
import { type Block, type Cell, type Json, moneyText } from '@zhitongche/base';
import type { PaperDef, PaperFacts } from '@zhitongche/case';
import { CATEGORIES, type CategoryKey } from './act-forms.ts';
import { readPreparation } from './form.ts';
import { key } from './policy.ts';

const KEYS = Object.keys(CATEGORIES) as CategoryKey[];
const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const number = (value: Json | undefined): string => (typeof value === 'number' ? String(value) : '');
const money = (value: Json | undefined): Cell => ({
  text: text(value) === '' ? '—' : moneyText(text(value)),
  align: 'right',
});

const issuer: PaperDef['issuer'] = ({ orgs }) => (orgs?.city === undefined ? 'office' : 'city');
const pinOf = ({ state }: PaperFacts, form: 'first' | 'second'): Answers =>
  state.records[form]?.at(-1)?.data ?? {};

const publicFacts =
  (form: 'first' | 'second'): PaperDef['publicFacts'] =>
  (facts) => {
    const { year, department } = readPreparation(facts.state.answers);
    const pin = pinOf(facts, form);
    return [
      ...(facts.number ? [{ label: '文号', en: 'Number', value: facts.number }] : []),
      { label: '出具单位', en: 'Issued by', value: facts.letterhead.signature },
      { label: '出具日期', en: 'Issued on', value: facts.date },
      { label: '部门和年度', en: 'Department and year', value: `${department ?? ''} ${year ?? ''}` },
      { label: '所报版本摘要', en: 'Digest of the version', value: text(pin.digest) },
    ];
  };

const head = (facts: PaperFacts, title: string): readonly Block[] => {
  const parts = /^(.+)〔(\d{4})〕(\d+)号$/.exec(facts.number ?? '');
  return [
    { kind: 'redHead', office: facts.letterhead.name, form: 'letter' },
    ...(parts
      ? [
          {
            kind: 'documentNumber' as const,
            word: parts[1] ?? '',
            year: Number(parts[2]),
            sequence: Number(parts[3]),
          },
        ]
      : []),
    { kind: 'title', lines: [title] },
    { kind: 'addressee', text: facts.policy.text(key('receiver')) },
  ];
};

const letter = (
  form: 'first' | 'second',
  round: string,
  body: (facts: PaperFacts, year: string) => readonly Block[],
): PaperDef => ({
  key: `${form}-letter`,
  title: `报送部门预算（${round}）的函`,
  issuer,
  series: { key: 'budget-letter', pattern: '{mark}函〔{year}〕{seq}号' },
  signed: true,
  docx: true,
  publicFacts: publicFacts(form),
  build(facts) {
    const { year, department } = readPreparation(facts.state.answers);
    const pin = pinOf(facts, form);
    return {
      kind: `${form}-letter`,
      name: `报送部门预算（${round}）的函 ${department ?? ''}${year ?? ''}年`,
      issuer: facts.letterhead.signature,
      issuedOn: facts.date,
      blocks: [
        ...head(facts, `关于报送${year ?? ''}年部门预算（${round}）的函`),
        ...body(facts, String(year ?? '')),
        {
          kind: 'paragraph',
          text: `随函报送预算表格和绩效目标（第${number(pin.version)}版），电子文本的SM3摘要为${text(pin.digest)}。`,
        },
        { kind: 'signature', offices: [facts.letterhead.signature], date: facts.date },
        { kind: 'verification', url: facts.verify.url, code: facts.verify.code },
      ],
    };
  },
});

const paragraph = (said: string): Block => ({ kind: 'paragraph', text: said });

const firstLetter = letter('first', '一上', (facts, year) => {
  const pin = pinOf(facts, 'first');
  return [
    paragraph(`按照${year}年部门预算编制要求，现将我单位${year}年部门预算建议（一上）报送如下，请予审核。`),
    {
      kind: 'table',
      size: 'form',
      widths: [20, 14],
      header: [['项目', '申报数（万元）']],
      rows: KEYS.map((category) => [CATEGORIES[category], money(pin[category])]),
    },
    ...(text(pin.changes) === '' ? [] : [paragraph(`与上年相比的主要变化：${text(pin.changes)}`)]),
  ];
});

const secondLetter = letter('second', '二上', (facts, year) => {
  const pin = pinOf(facts, 'second');
  const control = facts.state.records.control?.at(-1)?.data ?? {};
  const notice = facts.state.outside.findLast(({ result }) => result === 'approved');
  return [
    paragraph(
      `${notice ? `根据${notice.authority}${notice.number}下达的控制数，` : ''}我单位编制了${year}年部门预算草案（二上），已经内部会签和集体审议，现报送如下，请予批复。`,
    ),
    {
      kind: 'table',
      size: 'form',
      widths: [16, 12, 12],
      header: [['项目', '控制数（万元）', '二上数（万元）']],
      rows: KEYS.map((category) => [CATEGORIES[category], money(control[category]), money(pin[category])]),
    },
    ...(text(pin.gap) === '' ? [] : [paragraph(`与控制数的差额说明：${text(pin.gap)}`)]),
  ];
});

/** The letters that carry both drafts to the finance department. */
export const papers: readonly PaperDef[] = [firstLetter, secondLetter];
