import { addDays } from '@zhitongche/base';
import type { App, OfficeConfig, Way } from '@zhitongche/core/server';
import type { API, ReplyOf } from '@zhitongche/contract';
import type { ConfigCounts } from './config-counts.ts';
import { tableEnds } from './table-ends.ts';

/** One line of the look at the configuration. */
export type ConfigLine = ReplyOf<(typeof API)['configCheck']>[number];

/** Says how one thing stands; what to do only where it is not well. */
export const line = (item: string, ok: boolean, text: string, todo: string): ConfigLine => ({
  item,
  ok,
  text,
  todo: ok ? '' : todo,
});

/** How people reach the program: its address, encryption, what stands in front. */
export const wayLines = (app: App, way: Way): readonly ConfigLine[] => [
  line(
    '访问地址',
    app.config.publicUrl !== null,
    app.config.publicUrl ?? '未设置，文书上的查验地址将取自每次请求',
    '请设置环境变量 ZHITONGCHE_URL。',
  ),
  line(
    '传输加密',
    app.config.publicUrl?.startsWith('https:') ?? false,
    app.config.publicUrl?.startsWith('https:') ? '已使用 HTTPS' : '未使用 HTTPS',
    '请在前置代理上启用 TLS，并把 ZHITONGCHE_URL 设为 https 地址。',
  ),
  proxyLine(app, way),
];

/** Who administers: three different people, each with a second factor. */
export const administratorLines = (counts: ConfigCounts | undefined): readonly ConfigLine[] => [
  line(
    '三员',
    counts?.administrators === 3 && counts.twins.length === 0,
    `已设 ${counts?.administrators ?? 0} 类管理员${counts?.twins.length ? `，${counts.twins.join('、')}在不止一类之中，请核对是否同一人` : ''}`,
    '请设齐系统、安全、审计三类管理员，并由不同人员担任。',
  ),
  line(
    '管理员动态口令',
    counts?.unconfirmed === 0,
    counts?.unconfirmed === 0 ? '均已绑定' : `${counts?.unconfirmed ?? 0} 名管理员未绑定`,
    '请相关管理员登录后绑定动态口令。',
  ),
];

/** What decisions rest on: the calendar, the tables services need, lists with an end, letterheads. */
export const ruleLines = (app: App, book: OfficeConfig, today: string): readonly ConfigLine[] => {
  const heads = book.orgs.filter((org) => org.kind === 'office' || org.kind === 'city-office');
  const bare = heads.filter((org) => book.letterhead(org.id).mark === org.name.slice(0, 1));
  const missing = [
    ...new Set([...app.services.current, ...app.registers].flatMap(({ facts }) => facts.tables)),
  ].filter((table) => book.table(table, today).length === 0);
  const ends = tableEnds(book, today);
  return [
    line(
      '节假日安排',
      book.calendar.covers.to >= addDays(today, 60),
      `已载入至 ${book.calendar.covers.to}`,
      '国务院通知发布后，请及时载入下一年安排；在此之前的期限为暂定。',
    ),
    line(
      '参考表',
      missing.length === 0,
      missing.length === 0 ? '事项与台账所需各表均已载入' : `缺少：${missing.join('、')}`,
      '请在“参考表”中载入缺少的表。',
    ),
    line(
      '有期限的名单',
      ends.length === 0,
      ends.length === 0 ? '近期没有到期的' : ends.map(({ title, text }) => `${title}：${text}`).join('；'),
      '请核对外交部等机关的最新公布，在“参考表”中载入新版本；到期之后系统一律答“未知”。',
    ),
    line(
      '文头',
      bare.length === 0,
      bare.length === 0 ? '均已设置' : `${bare.length} 个出文机关尚未设置机关代字`,
      '请在“文头”中逐一设置。',
    ),
  ];
};

/** Work behind the scenes: jobs, papers. */
export const workLines = (counts: ConfigCounts | undefined): readonly ConfigLine[] => [
  line(
    '后台作业',
    counts?.waiting === 0 && counts.failing === 0,
    `待办 ${counts?.waiting ?? 0} 项，曾失败 ${counts?.failing ?? 0} 项`,
    '请查看“待出证与失败清单”及运行日志。',
  ),
  line(
    '出证',
    counts?.stuck === 0,
    `受阻 ${counts?.stuck ?? 0} 件`,
    '请在审批端“待出证与失败清单”中处理并重试。',
  ),
];

/** The scanner of uploaded files; `scanning` null = none is set. */
export const scannerLine = (scanning: boolean | null): ConfigLine =>
  line(
    '病毒查杀',
    scanning === true,
    scanning === null
      ? '未设置，上传的文件未经查毒'
      : scanning
        ? '正常'
        : '查毒服务没有应答，新上传的附件暂不能打开',
    scanning === null
      ? '请部署 clamd 并设置环境变量 ZHITONGCHE_SCANNER（地址:端口，或套接字文件的路径）。'
      : '请检查 clamd 是否在运行，以及 ZHITONGCHE_SCANNER 是否正确。',
  );

/** Behind a proxy nobody named everybody comes from one address: one person's wrong passwords lock the door for all. */
function proxyLine({ config }: App, way: Way): ConfigLine {
  // The program itself speaks no TLS: where the address is https, something stands in front.
  const unsaid = (config.publicUrl?.startsWith('https:') ?? false) && config.trustedProxies.length === 0;
  const ok = way !== 'over an unnamed proxy' && !unsaid;
  const text = way === 'over a named proxy' ? '已指明' : ok ? '本次访问未经代理' : '经过未指明的代理';
  return line(
    '前置代理',
    ok,
    text,
    '请把前置代理的地址或网段写入环境变量 ZHITONGCHE_PROXIES，并让代理传递 X-Forwarded-For；否则所有人看来都出自同一地址，审计来源不实，一人输错密码会锁住所有人。',
  );
}
