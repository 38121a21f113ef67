import {
  judgeOutward,
  type NotOutward,
  type Outward,
  type OutwardRules,
  outwardRules,
} from '@zhitongche/host';

/** Where a call goes. */
export type Target = Outward;
/** What a target is judged by; tests bring their own. */
export type TargetRules = OutwardRules;

/** The rules of an office. */
export const targetRules = outwardRules;

const WHY: Readonly<Record<NotOutward['why'], (host: string) => string>> = {
  'no-url': () => '应为 https:// 开头的完整网址。',
  'names-user': () => '网址中不能带用户名和密码。',
  unknown: (host) => `域名 ${host} 解析不到。`,
  inside: () =>
    '指向本机、内网或保留地址，不允许推送；本办自己的网段须先在政策数值“推送允许的本办网段”中列出。',
};

/** Judges where a call would go; a text says why it may not. */
export async function judgeTarget(written: string, rules: TargetRules): Promise<Target | string> {
  const judged = await judgeOutward(written, rules);
  if ('why' in judged) return WHY[judged.why](judged.host);
  return judged.url.protocol === 'http:' && judged.open ? '公网地址只能用 https。' : judged;
}
