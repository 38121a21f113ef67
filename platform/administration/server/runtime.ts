import { getHeapStatistics } from 'node:v8';
import type { API, ReplyOf } from '@zhitongche/contract';
import { type App, expectedStep, waitingWork } from '@zhitongche/core/server';
import { messageFigures } from '@zhitongche/channel/server';
import { VERSION } from '@zhitongche/host';

type Runtime = ReplyOf<(typeof API)['runtime']>;
type Part = Runtime['parts'][number];

/** Beyond these a part is shown as needing somebody; alert rules of the handbook use the same. */
const LATE_MS = 250;
const OLD_SECONDS = 300;
const FULL = 0.85;
/** Statements shown, the slowest first. */
const MOST = 20;

/** This process as it is now, failing parts first, each with what to do; and its slow statements by kind. */
export async function lookAtRuntime(app: App): Promise<Runtime> {
  const [work, messages, step, expected] = await Promise.all([
    waitingWork(app),
    messageFigures(app, app.config.office).catch(() => null),
    app.db.query<{ step: number | null }>('select max(number) as step from schema_step').then(
      ([row]) => row?.step ?? 0,
      () => null,
    ),
    expectedStep(),
  ]);
  const parts = [
    schema(step, expected),
    pool(app),
    outbox(work),
    stuck(work),
    post(messages),
    loops(app),
    loop(app),
    memory(),
    screens(app),
    figures(app),
  ];
  return {
    version: VERSION,
    since: new Date(Date.now() - process.uptime() * 1000).toISOString(),
    parts: [...parts.filter((part) => !part.ok), ...parts.filter((part) => part.ok)],
    slow: {
      thresholdMs: app.config.slowMs,
      statements: app.watch.slow
        .summary()
        .slice(0, MOST)
        .map(({ newest, ...one }) => ({ ...one, newest: newest.toISOString() })),
    },
  };
}

const part = (name: string, ok: boolean, value: string, text: string, todo = ''): Part => ({
  part: name,
  ok,
  value,
  text,
  todo: ok ? '' : todo,
});

function schema(step: number | null, expected: number): Part {
  if (step === null)
    return part('数据库', false, '没有应答', '', '请检查数据库是否在运行、网络是否可达，并查看运行日志。');
  return part(
    '数据库结构',
    step >= expected,
    `第 ${step} 步`,
    step > expected ? `由更新的版本升级过，本版本到第 ${expected} 步` : '与本版本一致',
    `本版本需要第 ${expected} 步，请用数据库属主账户重新启动程序以完成升级。`,
  );
}

function pool(app: App): Part {
  const { size, inUse, waiting } = app.db.pool();
  return part(
    '数据库连接',
    waiting === 0,
    `${inUse} / ${size}`,
    waiting === 0 ? '没有请求在等连接' : `${waiting} 个请求在等连接`,
    '若持续出现，请先看下方慢语句，再酌情调大 ZHITONGCHE_POOL。',
  );
}

/** A length of time in the largest unit that gives a whole number. */
const spanText = (seconds: number): string =>
  seconds < 120
    ? `${Math.round(seconds)} 秒`
    : seconds < 7200
      ? `${Math.round(seconds / 60)} 分钟`
      : seconds < 172_800
        ? `${Math.round(seconds / 3600)} 小时`
        : `${Math.round(seconds / 86_400)} 天`;

type Work = Awaited<ReturnType<typeof waitingWork>>;

function outbox(work: Work): Part {
  return part(
    '待发箱',
    work !== null && work.oldestSeconds < OLD_SECONDS,
    work ? `${work.waiting} 项` : '未知',
    work
      ? `${work.waiting === 0 ? '' : `最早的一项已等 ${spanText(work.oldestSeconds)}，`}曾失败 ${work.failing} 项`
      : '',
    '请确认至少有一个进程在做后台作业（ZHITONGCHE_WORKER），并在运行日志中查看 job failed。',
  );
}

const stuck = (work: Work): Part =>
  part(
    '出证受阻',
    work?.stuck === 0,
    work ? `${work.stuck} 件` : '未知',
    '全部机构合计',
    '请各处室在“待出证与失败清单”中查看原因并重试。',
  );

/** Of a day's messages so many are to be handed over within ten seconds. */
const IN_TIME_SHARE = 0.95;

function post(messages: Awaited<ReturnType<typeof messageFigures>> | null): Part {
  if (messages === null) return part('外发消息', false, '未知', '', '请查看数据库是否在运行。');
  const { due, inTime, queued, refused, stuck: held } = messages;
  return part(
    '外发消息',
    held === 0 && inTime >= due * IN_TIME_SHARE,
    due === 0 ? '近一天没有' : `${Math.floor((inTime / due) * 1000) / 10} %`,
    `近一天到期 ${due} 条，${inTime} 条在 10 秒内交付；待发 ${queued}，受阻 ${held}，被拒收 ${refused}`,
    '请在“外发消息”中查看原因并重发；目标是 95 % 在 10 秒内交付。',
  );
}

const loops = (app: App): Part =>
  part(
    '后台作业',
    app.jobsHealthy(),
    app.jobsHealthy() ? '正常' : '停滞',
    app.config.worker ? '由本进程执行' : '由其他进程执行',
    '本进程的作业三分钟没有进展，请重新启动本进程，并保留日志。',
  );

function loop(app: App): Part {
  const { p99Ms, maxMs } = app.watch.loop.now();
  return part(
    '响应延迟',
    p99Ms < LATE_MS,
    `${p99Ms} 毫秒`,
    `近两分钟 99% 的时刻不超过此数，最长 ${maxMs} 毫秒`,
    '处理器可能不足：请查看同机其他程序，或增加一个进程分担。',
  );
}

function memory(): Part {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
  return part(
    '内存',
    used < limit * FULL,
    megabytes(process.memoryUsage.rss()),
    `其中堆 ${megabytes(used)}，上限 ${megabytes(limit)}`,
    '堆已接近上限：请安排重新启动，并保留日志。',
  );
}

const screens = (app: App): Part => part('实时连接', true, `${app.live.screens()} 个`, '正在接收变动的页面');

const figures = ({ config, watch }: App): Part =>
  part(
    '监测',
    true,
    config.metricsAt ? '已开启' : '未开启',
    `指标 ${config.metricsAt ? `${config.metricsAt.host}:${config.metricsAt.port}` : '未提供'}，链路${watch.spans.on ? '已采集' : '未采集'}`,
  );
