import { makePolicyReader, type PolicyDef, type PolicyRow } from '@zhitongche/office';

const PIPL = (article: string) => ({ title: '《中华人民共和国个人信息保护法》', article });
const DJCP = (article: string) => ({ title: 'GB/T 22239-2019', article });

const figure = (
  key: string,
  label: string,
  unit: string,
  value: number,
  bounds: readonly [number, number],
  basis: PolicyDef['basis'],
) =>
  ({
    key: `visitor.${key}`,
    label,
    type: 'number',
    unit,
    default: value,
    bounds,
    seconded: true,
    ...(basis ? { basis } : {}),
    unconfirmed: true,
  }) as const satisfies PolicyDef;

/** Figures of the public door; what log-in asks of passwords, tries and sessions holds for it as well. */
export const VISITOR_POLICIES: readonly PolicyDef[] = [
  figure('code-minutes', '公众账户：验证码有效时间', '分钟', 10, [3, 30], DJCP('8.1.4.1 b')),
  figure('code-tries', '公众账户：一个验证码可试几次', '次', 5, [3, 10], DJCP('8.1.4.1 b')),
  figure(
    'code-pause',
    '公众账户：向同一地址再发验证码的首次间隔（以后每次加倍）',
    '秒',
    60,
    [30, 600],
    undefined,
  ),
  figure('codes-target', '公众账户：一天内向同一地址最多发几个验证码', '个', 6, [3, 20], undefined),
  figure('codes-source', '公众账户：一小时内同一来源最多要几个验证码', '个', 10, [3, 200], undefined),
  figure('codes-office', '公众账户：一小时内全办最多发几个验证码', '个', 2000, [50, 100_000], undefined),
  figure('link-days', '公众账户：邀请和委托链接有效时间', '天', 3, [1, 30], undefined),
  figure('link-span', '公众账户：一次授权或委托最长时间', '天', 366, [1, 1096], undefined),
  figure('counter-minutes', '公众账户：窗口码有效时间', '分钟', 15, [5, 120], undefined),
  figure(
    'status-tries',
    '公众账户：同一来源或同一编号查进度几次不符后暂停',
    '次',
    10,
    [3, 50],
    DJCP('8.1.4.1 b'),
  ),
  figure('closed-days', '公众账户：注销后账户资料保留时间', '天', 30, [0, 366], PIPL('第四十七条')),
];

/** The figures in force, read once per use. */
export interface VisitorPolicy {
  readonly codeMinutes: number;
  readonly codeTries: number;
  readonly codePause: number;
  readonly codesTarget: number;
  readonly codesSource: number;
  readonly codesOffice: number;
  readonly linkDays: number;
  readonly linkSpan: number;
  readonly counterMinutes: number;
  readonly statusTries: number;
  readonly closedDays: number;
}

/** Reads them from an office's policy rows on a day. */
export function visitorPolicy(rows: readonly PolicyRow[], day: string): VisitorPolicy {
  const reader = makePolicyReader(VISITOR_POLICIES, rows, [], day);
  const number = (key: string) => reader.number(`visitor.${key}`);
  return {
    codeMinutes: number('code-minutes'),
    codeTries: number('code-tries'),
    codePause: number('code-pause'),
    codesTarget: number('codes-target'),
    codesSource: number('codes-source'),
    codesOffice: number('codes-office'),
    linkDays: number('link-days'),
    linkSpan: number('link-span'),
    counterMinutes: number('counter-minutes'),
    statusTries: number('status-tries'),
    closedDays: number('closed-days'),
  };
}
