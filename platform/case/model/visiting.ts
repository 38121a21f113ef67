import type { Visitor, VisitorKind, VisitorLevel } from '@zhitongche/access';
import { blocking, type Basis, type Problem } from '@zhitongche/base';
import type { Service } from './service.ts';

/** What of a service says whether the public may begin it. */
export type Visited = Pick<Service, 'code' | 'name' | 'en' | 'visitors'>;

/** What each kind of the public is called. */
export const VISITOR_KINDS: Readonly<Record<VisitorKind, { readonly label: string; readonly en: string }>> = {
  citizen: { label: '个人', en: 'individuals' },
  foreigner: { label: '外国人和港澳台居民', en: 'visitors from abroad' },
  enterprise: { label: '企业', en: 'enterprises' },
};

/** What each level means, and how one comes to it. */
export const VISITOR_LEVELS: Readonly<
  Record<VisitorLevel, { readonly label: string; readonly todo: string; readonly en: string }>
> = {
  0: { label: '未认证', todo: '', en: 'not verified' },
  1: {
    label: '已验证联系方式',
    todo: '请在“我的账户”验证邮箱或手机号。',
    en: 'address verified: verify an e-mail address or telephone under “My account”',
  },
  2: {
    label: '已实名',
    todo: '请持身份证件到外办窗口，出示“我的账户”里的窗口码，当场核验。',
    en: 'real name verified: show your document and the counter code of “My account” at the counter',
  },
  3: {
    label: '已实名并绑定动态口令',
    todo: '请在“我的账户”绑定动态口令。',
    en: 'second factor set up: set up an authenticator under “My account”',
  },
};

const ONLINE: Basis = { title: '《国务院关于在线政务服务的若干规定》（国务院令第716号）', article: '第五条' };
const AGENT: Basis = { title: '《中华人民共和国民法典》', article: '第一百六十五条、第一百七十一条' };

/** Why somebody at the public door may not begin a service, and what to do; undefined where nothing speaks against it. */
export function visitProblem(service: Visited, visitor: Visitor): Problem | undefined {
  const { visitors, name, en } = service;
  if (!visitors)
    return blocking(
      'service.not-public',
      [],
      `“${name}”由单位申报，不对社会公众开放。`,
      `"${en}" is filed by units.`,
      {
        todo: '请向本单位外事部门咨询。',
      },
    );
  if (!visitors.who.includes(visitor.kind)) {
    const kinds = visitors.who.map((kind) => VISITOR_KINDS[kind]);
    return blocking(
      'service.not-for-kind',
      [],
      `“${name}”由${kinds.map(({ label }) => label).join('、')}申办。`,
      `"${en}" is for ${kinds.map((kind) => kind.en).join(', ')}.`,
      { todo: '请在页面上方切换办理身份。' },
    );
  }
  if (visitor.only && !visitor.only.includes(service.code))
    return blocking(
      'service.not-entrusted',
      [],
      `委托您办理的事项中没有“${name}”。`,
      `You were not entrusted with "${en}".`,
      { todo: '请委托人另发一个含该事项的委托链接。', basis: AGENT },
    );
  if (visitor.level >= visitors.level) return undefined;
  const needed = VISITOR_LEVELS[visitors.level];
  return blocking(
    'service.level',
    [],
    `办理“${name}”需要账户${needed.label}，您的账户现为：${VISITOR_LEVELS[visitor.level].label}。`,
    `"${en}" needs: ${needed.en}.`,
    { todo: needed.todo, basis: ONLINE },
  );
}
