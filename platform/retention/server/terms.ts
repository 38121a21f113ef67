import { addDays, addMonths, type Basis, dayInShanghai } from '@zhitongche/base';
import { KEPT, KEPT_FROM, type Kept, keptKey, type ServiceCard } from '@zhitongche/case';
import { makePolicyReader, type PolicyReader } from '@zhitongche/office';
import type { App } from '@zhitongche/core/server';
import { budgetPolicy } from '@zhitongche/budget/server';
import { rowTermKey, TERM_FROM } from '@zhitongche/register';
import { morning, personalKinds, rowTerms } from './due-rows.ts';

/** Moments before which what a service left behind is over its term. */
export type Cuts = Readonly<Record<Kept, Date>>;

const WORDS: Readonly<Record<Kept, string>> = {
  drafts: '未提交的草稿及其附件、上传后未随办理提交的附件',
  files: '办结办件的附件',
  personal: '办结办件的个人信息',
};

/** Where the terms of a service end today, by the office's figures. */
export async function cutsOf(app: App, office: string, service: ServiceCard): Promise<Cuts> {
  const today = dayInShanghai(app.clock().toISOString());
  const reader = readerOf(service, (await app.offices.get(office)).policyRows, today);
  const years = (kept: Kept) => morning(addMonths(today, -12 * reader.number(keptKey(service.code, kept))));
  return {
    drafts: morning(addDays(today, -reader.number(keptKey(service.code, 'drafts')))),
    files: years('files'),
    personal: years('personal'),
  };
}

/** A term as the page of retention states it. */
export interface Stated {
  readonly what: string;
  readonly term: string;
  readonly from: string;
  readonly basis: string;
  readonly doneBy: string;
}

const JOB = '到期自动删除';
const TWO = '到期列入清单，两人确认后删除';
const NEVER = '本程序不删除';

/** Every term: of each service, and of what belongs to none. */
export async function statedTerms(app: App, office: string): Promise<readonly Stated[]> {
  const { policyRows } = await app.offices.get(office);
  const today = dayInShanghai(app.clock().toISOString());
  const services = app.services.current.flatMap((service) => {
    const reader = readerOf(service, policyRows, today);
    return KEPT.map((kept): Stated => {
      const key = keptKey(service.code, kept);
      const unit = service.policies.find((def) => def.key === key)?.unit ?? '';
      return {
        what: `${service.name}：${WORDS[kept]}`,
        term: `${reader.number(key)}${unit}`,
        from: KEPT_FROM[kept],
        basis: basisText(reader.basis(key)),
        doneBy: kept === 'drafts' ? JOB : TWO,
      };
    });
  });
  const book = await app.offices.get(office);
  const registers = personalKinds(app).map((kind): Stated => {
    const reader = rowTerms(kind, book, today);
    const key = rowTermKey(kind);
    return {
      what: `${kind.name}：条目的个人信息`,
      term: `${reader.number(key)}年`,
      from: TERM_FROM,
      basis: basisText(reader.basis(key)),
      doneBy: TWO,
    };
  });
  const { keepDays } = budgetPolicy(policyRows, today);
  return [
    ...services,
    ...registers,
    {
      what: '出具的文书（PDF、DOCX）',
      term: '30年或永久，由档案部门鉴定',
      from: '形成之日起',
      basis: '《机关文件材料归档范围和文书档案保管期限规定》（国家档案局令第8号）附表',
      doneBy: NEVER,
    },
    {
      what: '读取后未存为预算的文件',
      term: `${keepDays}天`,
      from: '上传之日起',
      basis: '本办决定',
      doneBy: JOB,
    },
    { what: '导入的名单、导出的列表', term: '不保存', from: '', basis: '本办决定', doneBy: '读完即弃' },
    {
      what: '办理过程（环节、意见、编号、日期、经办人）和审计记录',
      term: '长期',
      from: '',
      basis: '《中华人民共和国网络安全法》：网络日志不少于六个月；办理过程随文书归档',
      doneBy: NEVER,
    },
  ];
}

const readerOf = (
  service: ServiceCard,
  rows: Parameters<typeof makePolicyReader>[1],
  today: string,
): PolicyReader => makePolicyReader(service.policies, rows, [], today);

const basisText = (basis: Basis | undefined): string =>
  basis ? [basis.title, basis.article].filter(Boolean).join(' ') : '本办决定';
