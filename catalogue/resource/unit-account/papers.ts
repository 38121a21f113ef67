import { type Block, dayInChinese, dayInShanghai } from '@zhitongche/base';
import type { PaperDef, PaperFacts } from '@zhitongche/case';
import { type NoticeWords, refusalNotice } from '../../shared/notices.ts';
import { centred, head, paper, paragraph, publicHead, tail } from '../../shared/papers.ts';
import { addDays } from '@zhitongche/base';
import { figuresIn, monthsOn } from './derive.ts';
import { byCity } from './flow.ts';
import { accountForm, CHANGES, MATTERS, readAccount } from './form.ts';

const issuer: PaperDef['issuer'] = (state) => (byCity(state) ? 'city' : 'office');
const answersOf = ({ state }: PaperFacts) => readAccount(state.answers);
/** Name of the unit as it stands once the matter is done. */
const unitOf = (facts: PaperFacts): string => answersOf(facts).newName ?? answersOf(facts).unit ?? '';

const confirmedOn = ({ state }: PaperFacts): string =>
  dayInShanghai(state.path.find(({ step }) => step === 'issuing')?.at ?? `${'2000-01-01'}T00:00:00.000Z`);

const publicFacts: PaperDef['publicFacts'] = (facts) => [
  ...publicHead(facts),
  { label: '单位', en: 'Unit', value: unitOf(facts) },
];

const notice = (
  key: string,
  title: string,
  pattern: string,
  body: (facts: PaperFacts) => readonly Block[],
): PaperDef => ({
  key,
  title,
  issuer,
  series: { key: `unit-account-${key}`, pattern },
  signed: true,
  docx: true,
  publicFacts,
  build: (facts) =>
    paper(facts, key, `${title} ${unitOf(facts)}`, [
      ...head(facts, [title], 'letter'),
      { kind: 'addressee', text: unitOf(facts) },
      ...body(facts),
      ...tail(facts),
    ]),
});

const names = (list: readonly { readonly name?: string }[] | undefined): string =>
  (list ?? []).flatMap(({ name }) => name ?? []).join('、');

const receipt = notice('receipt', '备案回执', '{mark}备字〔{year}〕{seq}号', (facts) => {
  const { matter, uscc, signers, clerks } = answersOf(facts);
  const from = confirmedOn(facts);
  const until = addDays(monthsOn(from, figuresIn(facts.state).termMonths), -1);
  return [
    paragraph(
      `你单位报来的${MATTERS[matter as keyof typeof MATTERS] ?? '备案'}材料收悉，经核对，予以确认。备案自${dayInChinese(from)}起，至${dayInChinese(until)}止，期满前请办理年度续期。`,
    ),
    ...(uscc === undefined ? [] : [paragraph(`统一社会信用代码：${uscc}。`)]),
    ...(signers ? [paragraph(`签批人：${names(signers)}。签字样本、公章样本已留存。`)] : []),
    ...(clerks ? [paragraph(`专办员：${names(clerks)}。`)] : []),
  ];
});

const change = notice('change', '备案变更通知', '{mark}备变字〔{year}〕{seq}号', (facts) => {
  const { changes = [], newName, unit = '', signers, clerks } = answersOf(facts);
  const { handover } = figuresIn(facts.state);
  const day = dayInChinese(confirmedOn(facts));
  if (handover)
    return [
      paragraph(
        `你单位专办员由${handover.from.name}变更为${handover.to.name}，自${day}起生效。${handover.from.name}在本系统的岗位和登录同时终止，其未办结的${handover.cases.length}件办件由${handover.to.name}接办，清单另附。`,
      ),
    ];
  const lines = [
    ...(changes.includes('name') && newName ? [`单位名称由“${unit}”变更为“${newName}”`] : []),
    ...(changes.includes('seal') ? ['启用新的公章样本，原样本停止使用'] : []),
    ...(changes.includes('signers') ? [`签批人变更为${names(signers)}`] : []),
    ...(changes.includes('clerks') ? [`增加专办员${names(clerks)}`] : []),
  ];
  return [
    paragraph(`你单位报来的备案变更材料收悉，经核对，自${day}起作以下变更：${lines.join('；')}。`),
    paragraph('此前已经提交的申报按提交时的备案办理。'),
  ];
});

const closing = notice('closing', '备案注销通知', '{mark}备销字〔{year}〕{seq}号', (facts) => [
  paragraph(
    `你单位报来的注销材料收悉，经核对，备案自${dayInChinese(confirmedOn(facts))}起注销，专办员不再以你单位名义申报。`,
  ),
]);

/** The list both sign: whoever filed signs by having filed. */
const list: PaperDef = {
  key: 'list',
  title: '办件移交清单',
  issuer,
  signed: true,
  docx: true,
  publicFacts,
  build(facts) {
    const { handover } = figuresIn(facts.state);
    const cases = handover?.cases ?? [];
    const { applicant, seats, path } = facts.state;
    const filedAt = path[0]?.at;
    const signedOn = (id: string | undefined): string => {
      const at =
        seats.findLast(
          ({ step, person, status }) => step === 'both' && status === 'done' && person?.id === id,
        )?.at ?? (applicant?.id === id ? filedAt : undefined);
      return at === undefined ? '未签字（已离岗）' : dayInChinese(dayInShanghai(at));
    };
    return paper(facts, 'list', `办件移交清单 ${unitOf(facts)}`, [
      ...head(facts, ['办件移交清单'], 'letter'),
      { kind: 'addressee', text: unitOf(facts) },
      paragraph(
        cases.length === 0
          ? '移交人名下没有未办结的办件。'
          : `移交人名下未办结的办件和草稿共${cases.length}件：`,
      ),
      ...(cases.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              size: 'list' as const,
              widths: [4, 14, 33],
              header: [['序号', '办件编号', '事项']],
              rows: cases.map(({ number, title }, i) => [
                centred(`${i + 1}`),
                number || '草稿',
                title || '未命名',
              ]),
            },
          ]),
      paragraph(`移交人：${handover?.from.name ?? ''}　${signedOn(handover?.from.id)}`),
      paragraph(`接收人：${handover?.to.name ?? ''}　${signedOn(handover?.to.id)}`),
      ...tail(facts),
    ]);
  },
};

const words: NoticeWords = {
  series: 'unit-account',
  issuer,
  form: accountForm,
  addressee: (facts) => answersOf(facts).unit ?? '',
  matter: (facts) => `单位备案（${MATTERS[answersOf(facts).matter as keyof typeof MATTERS] ?? ''}）`,
  basis: '本单位因公出访单位开户备案管理规定',
};

/** Everything this service issues. */
export const papers: readonly PaperDef[] = [receipt, change, closing, list, refusalNotice(words)];

/** What a change is about, in words. */
export const changeWords = (changes: readonly string[]): string =>
  changes.map((one) => CHANGES[one as keyof typeof CHANGES] ?? one).join('、');
