import type { API, ReplyOf } from '@zhitongche/contract';
import { addDays, dayInShanghai } from '@zhitongche/base';
import { sm2SelfTest } from '@zhitongche/formats';
import type { OfficeActor, App, Way } from '@zhitongche/core/server';
import { rowAlarm } from '@zhitongche/proof/server';
import { seatsAhead } from './seats-ahead.ts';
import { tableEnds } from './table-ends.ts';

type Line = ReplyOf<(typeof API)['configCheck']>[number];

/** What an administrator should look at before and during operation; each line says what to do when it is not well, and those stand first. */
export async function checkConfig(app: App, actor: OfficeActor, way: Way): Promise<Line[]> {
  const now = app.clock();
  const today = dayInShanghai(now.toISOString());
  const book = await app.offices.get(actor.office);
  const [counts] = await app.db.query<{
    unsealed: Date | null;
    waiting: number;
    failing: number;
    stuck: number;
    version: string;
    administrators: number;
    /** Names that stand for administrators of more than one kind. */
    twins: string[];
    unconfirmed: number;
  }>(
    `select
       (select min(a.at) from audit a where a.office = $1 and a.xid > coalesce(
          (select s.upto_xid from audit_seal s where s.office = $1 order by s.seq desc limit 1), '0'::xid8)) as unsealed,
       (select count(*) from outbox where office = $1 and run_after < $2) as waiting,
       (select count(*) from outbox where office = $1 and attempts > 0) as failing,
       (select count(*) from case_file where office = $1 and waiting and status = 'stuck') as stuck,
       current_setting('server_version') as version,
       (select count(distinct g.role) from role_grant g join person p on p.office = g.office and p.id = g.person
        where g.office = $1 and g.status = 'active' and g.role like '%-admin' and p.status = 'active'
          and (p.expires is null or p.expires >= $3::date)) as administrators,
       array(select distinct p.name from role_grant g join person p on p.office = g.office and p.id = g.person
        join role_grant o on o.office = g.office and o.status = 'active' and o.role like '%-admin' and o.role <> g.role
        join person q on q.office = o.office and q.id = o.person and q.status = 'active' and q.id <> p.id
          and replace(q.name, ' ', '') = replace(p.name, ' ', '')
        where g.office = $1 and g.status = 'active' and g.role like '%-admin' and p.status = 'active') as twins,
       (select count(distinct g.person) from role_grant g join person p on p.office = g.office and p.id = g.person
        where g.office = $1 and g.status = 'active' and g.role like '%-admin' and not p.totp_confirmed) as unconfirmed`,
    [actor.office, new Date(now.getTime() - 5 * 60_000), today],
  );
  const scanning = app.scanner ? await app.scanner.alive() : null;
  const line = (item: string, ok: boolean, text: string, todo: string): Line => ({
    item,
    ok,
    text,
    todo: ok ? '' : todo,
  });
  const heads = book.orgs.filter((org) => org.kind === 'office' || org.kind === 'city-office');
  const bare = heads.filter((org) => book.letterhead(org.id).mark === org.name.slice(0, 1));
  const missing = [...new Set(app.services.current.flatMap((service) => service.facts.tables))].filter(
    (table) => book.table(table, today).length === 0,
  );
  const ends = tableEnds(book, today);
  const alarm = await rowAlarm(app.db.query, actor.office);
  const seats = await seatsAhead(app, actor);
  const sealAge = counts?.unsealed ? now.getTime() - counts.unsealed.getTime() : 0;
  const lines = [
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
    proxyLine(app, way, line),
    line('数据库', true, `PostgreSQL ${counts?.version ?? ''}`, ''),
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
    line(
      '节假日安排',
      book.calendar.covers.to >= addDays(today, 60),
      `已载入至 ${book.calendar.covers.to}`,
      '国务院通知发布后，请及时载入下一年安排；在此之前的期限为暂定。',
    ),
    line(
      '参考表',
      missing.length === 0,
      missing.length === 0 ? '事项所需各表均已载入' : `缺少：${missing.join('、')}`,
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
    line(
      '席位',
      seats.lines.length === 0,
      seats.lines.length === 0
        ? `${seats.until}前各环节均有人可办`
        : `${seats.lines.length} 处将无人可办、只有申请人本人可办或由一人签两次`,
      '请在“席位预警”中逐条处理。',
    ),
    line(
      '审计封签',
      sealAge < 5 * 60_000,
      sealAge < 5 * 60_000 ? '正常' : '有超过 5 分钟未封签的记录',
      '请检查后台作业是否在运行（ZHITONGCHE_WORKER）。',
    ),
    line(
      '登记核对',
      alarm === null,
      alarm === null
        ? '授权、账户、数值等与审计所记相同'
        : `${alarm.found.length} 处与审计所记不同：${alarm.found.join('；')}`,
      '可能在系统之外被改动，请立即核查，并由运维人员运行 npm run verify。',
    ),
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
    ),
    line('国密算法', true, sm2SelfTest().engine === 'native' ? '使用系统密码库' : '使用软件实现', ''),
    line(
      '演示数据',
      !book.demo,
      book.demo ? '本机构为演示机构，账号密码公开' : '非演示机构',
      '正式使用请以 --empty 启动，另建机构。',
    ),
  ];
  return [...lines.filter((one) => !one.ok), ...lines.filter((one) => one.ok)];
}

/** Behind a proxy nobody named everybody comes from one address: one person's wrong passwords lock the door for all. */
function proxyLine(
  { config }: App,
  way: Way,
  line: (item: string, ok: boolean, text: string, todo: string) => Line,
): Line {
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
