import { dayInShanghai } from '@zhitongche/base';
import { sm2SelfTest } from '@zhitongche/formats';
import type { OfficeActor, App, Way } from '@zhitongche/core/server';
import { rowAlarm } from '@zhitongche/proof/server';
import { configCounts } from './config-counts.ts';
import {
  administratorLines,
  type ConfigLine,
  line,
  ruleLines,
  scannerLine,
  wayLines,
  workLines,
} from './config-lines.ts';
import { seatsAhead } from './seats-ahead.ts';

/** Milliseconds after which a job that is due, or an audit line without its seal, is late. */
const LATE = 5 * 60_000;

/** What an administrator should look at before and during operation; each line says what to do when it is not well, and those stand first. */
export async function checkConfig(app: App, actor: OfficeActor, way: Way): Promise<ConfigLine[]> {
  const now = app.clock();
  const today = dayInShanghai(now.toISOString());
  const book = await app.offices.get(actor.office);
  const counts = await configCounts(app.db.query, actor.office, new Date(now.getTime() - LATE), today);
  const scanning = app.scanner ? await app.scanner.alive() : null;
  const alarm = await rowAlarm(app.db.query, actor.office);
  const seats = await seatsAhead(app, actor);
  const sealAge = counts?.unsealed ? now.getTime() - counts.unsealed.getTime() : 0;
  const lines = [
    ...wayLines(app, way),
    line('数据库', true, `PostgreSQL ${counts?.version ?? ''}`, ''),
    ...administratorLines(counts),
    ...ruleLines(app, book, today),
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
      sealAge < LATE,
      sealAge < LATE ? '正常' : '有超过 5 分钟未封签的记录',
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
    ...workLines(counts),
    scannerLine(scanning),
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
