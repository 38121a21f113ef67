import type { Answers } from '@zhitongche/form';
import { type Block, type Cell, type Json, moneyText } from '@zhitongche/base';
import type { PaperDef, PaperFacts } from '@zhitongche/case';
import { CATEGORIES, type CategoryKey } from './act-forms.ts';
import { textIn } from '../../shared/lookup-rows.ts';
import { head, paper, paragraph, publicHead, tail } from '../../shared/papers.ts';
import { readPreparation } from './form.ts';
import { key } from './policy.ts';

const KEYS = Object.keys(CATEGORIES) as CategoryKey[];
const number = (value: Json | undefined): string => (typeof value === 'number' ? String(value) : '');
const money = (value: Json | undefined): Cell => ({
  text: textIn(value) === '' ? '—' : moneyText(textIn(value)),
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
      ...publicHead(facts),
      { label: '部门和年度', en: 'Department and year', value: `${department ?? ''} ${year ?? ''}` },
      { label: '所报版本摘要', en: 'Digest of the version', value: textIn(pin.digest) },
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
    return paper(facts, `${form}-letter`, `报送部门预算（${round}）的函 ${department ?? ''}${year ?? ''}年`, [
      ...head(facts, [`关于报送${year ?? ''}年部门预算（${round}）的函`], 'letter'),
      { kind: 'addressee', text: facts.policy.text(key('receiver')) },
      ...body(facts, String(year ?? '')),
      paragraph(
        `随函报送预算表格和绩效目标（第${number(pin.version)}版），电子文本的SM3摘要为${textIn(pin.digest)}。`,
      ),
      ...tail(facts),
    ]);
  },
});

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
    ...(textIn(pin.changes) === '' ? [] : [paragraph(`与上年相比的主要变化：${textIn(pin.changes)}`)]),
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
    ...(textIn(pin.gap) === '' ? [] : [paragraph(`与控制数的差额说明：${textIn(pin.gap)}`)]),
  ];
});

/** The letters that carry both drafts to the finance department. */
export const papers: readonly PaperDef[] = [firstLetter, secondLetter];
