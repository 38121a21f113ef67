import type { Finding, ReadReport } from '@zhitongche/budget';

const kinds: readonly (readonly [Finding['kind'], string])[] = [
  ['unread', '未读入，须补填'],
  ['doubtful', '存疑，须核对'],
  ['missing', '没有找到'],
  ['cleaned', '整理后读入'],
];

/** What reading a disclosure gave, for a person at a terminal. */
export function readingInWords(report: ReadReport): string {
  const lines = [`${report.file}（${report.kind}${report.encoding === null ? '' : `，${report.encoding}`}）`];
  if (report.problem !== null) lines.push(`没有读成：${report.problem}`);
  if (report.model !== null) {
    const { department, year, tables, projects } = report.model;
    const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
    const indicators = projects.reduce((sum, form) => sum + form.indicators.length, 0);
    lines.push(
      `${department.name ?? '未写部门'} ${year ?? '未写年度'}：${tables.length}张表${rows}行，${projects.length}个项目${indicators}条指标。`,
      ...tables.map(
        (table) =>
          `  ${table.id} ${table.title}：${table.rows.length}行${table.note === null ? '' : `（${table.note}）`}`,
      ),
      ...projects.map(
        (form, at) =>
          `  项目${at + 1} ${form.name ?? '未写名称'}：${(form.layout === 'payment-plan' ? form.budget : form.money[0]?.year) ?? '空白'}${form.unit}，${form.indicators.length}条指标`,
      ),
    );
  }
  for (const { name, goal, indicators } of report.goals)
    lines.push(
      `  部门目标 ${name || goal?.slice(0, 20) || '未写名称'}：文字表述，${indicators.length}条指标`,
    );
  if (report.reconciliation !== null) {
    const { counts, checks } = report.reconciliation;
    lines.push(
      `勾稽核对：相符${counts.holds}，取整差${counts.rounding}，不符${counts['does-not-hold']}，无法核对${counts['cannot-be-checked']}。`,
      ...checks
        .filter((check) => check.verdict === 'does-not-hold')
        .map(
          (check) =>
            `  不符 ${check.rule} ${check.title}：${check.left.value ?? '空白'} ${check.relation} ${check.right.value ?? '空白'}，差${check.difference}`,
        ),
    );
  }
  for (const [kind, words] of kinds) {
    const own = report.unread.filter((finding) => finding.kind === kind);
    if (own.length === 0) continue;
    lines.push(
      `${words}：${own.length}处。`,
      ...own.map(({ at, subject, message, raw }) => `  ${at} ${subject}：${message}${raw && `（${raw}）`}`),
    );
  }
  const { ignored } = report.counts;
  if (ignored > 0) lines.push(`另有目录、页码等${ignored}处略过。`);
  return lines.join('\n');
}
