import { record } from '@zhitongche/audit/server';
import type { App, OfficeActor } from '@zhitongche/core/server';
import { listWorkbook, XLSX } from '@zhitongche/file/server';
import { type Channel, CHANNELS, LEVELS, type Mark, MARKS } from '@zhitongche/survey';
import { voicesOf } from './read-surveys.ts';

/** A share as it is printed, to a tenth of a per cent. */
export const shareText = (value: number | null): string =>
  value === null ? '不显示' : `${(value * 100).toFixed(1)}%`;

/** The year's report as a workbook: never a share without how many answered, and by which way. */
export async function voicesFile(app: App, actor: OfficeActor, year: string) {
  const { groups, least } = await voicesOf(app, actor, year);
  const ways = Object.keys(CHANNELS) as Channel[];
  await record(app.db.query, actor, app.clock(), 'survey.export', `voices:${year}`);
  const body = await listWorkbook({
    title: `${year}年满意度`,
    heads: [
      '人群',
      '调查（期）',
      '有效答卷（份）',
      '满意（份）',
      '满意度',
      ...MARKS.map((mark) => LEVELS[mark].zh),
      ...ways.map((way) => CHANNELS[way]),
      '不满意的原因',
      '未开启（份）',
    ],
    rows: groups.map(({ who, surveys, lying, counted }) => [
      who,
      String(surveys),
      String(counted.n),
      String(counted.satisfied),
      counted.n === 0 ? '没有答卷' : shareText(counted.value),
      ...MARKS.map((mark: Mark) => String(counted.marks.find((one) => one.mark === mark)?.n ?? 0)),
      ...ways.map((way) => String(counted.channels.find(({ channel }) => channel === way)?.n ?? 0)),
      counted.reasons.map(({ text, n }) => `${text}（${n}）`).join('、'),
      String(lying),
    ]),
    watermark: `满意度 = 满意 ÷ 有效答卷；不足${least}份的不开启、不显示。${actor.name}导出`,
  });
  return { body, type: XLSX, name: `满意度-${year}.xlsx` };
}
