import { Decimal } from 'decimal.js';
import { layouts } from '../layout/layouts.ts';
import { type Cell, type Check, judge, side, unchecked } from './check.ts';
import type { Gaps } from './gaps.ts';
import { ruleTitle } from './rules.ts';
import { type Printed, type Statement, statements } from './statements.ts';
import type { DisclosureView } from './view.ts';

/** A figure stated in the narrative, as found. */
interface StatedFigure {
  readonly key: string;
  readonly label: string;
  /** Decimal text in 万元 without thousand separators. */
  readonly value: string;
  readonly section: string;
}

const money = '(?:共计|合计|总计|为|安排|是)?\\s*([\\d,]+(?:\\.\\d+)?)\\s*万元';

/** Every figure of the narrative that a table prints too. */
function statedFigures(view: DisclosureView): StatedFigure[] {
  return view.model.narrative.flatMap((section) => {
    const title = [section.no, section.title].filter((part) => part !== null).join('、');
    return section.paragraphs.flatMap((paragraph) =>
      statements.flatMap((statement) => {
        if (statement.section !== undefined && !statement.section.test(section.title ?? '')) return [];
        return [...paragraph.matchAll(new RegExp(statement.words + money, 'g'))].map((match) => ({
          key: statement.key,
          label: statement.label,
          value: (match[1] ?? '').replaceAll(',', ''),
          section: title,
        }));
      }),
    );
  });
}

/** B14: every figure the narrative shares with a table, every share in percent, and every stated growth. */
export function narrativeChecks(view: DisclosureView, gaps: Gaps): Check[] {
  const stated = statedFigures(view);
  const checks = stated.map((figure) => {
    const statement = statements.find(
      (candidate) => candidate.key === figure.key && candidate.label === figure.label,
    );
    return against(view, figure, statement, gaps);
  });
  const shares = view.model.narrative.flatMap((section) =>
    section.paragraphs.flatMap((paragraph) => [
      ...shareChecks(paragraph, section.title ?? '', gaps),
      ...growthChecks(paragraph, section.title ?? '', gaps),
    ]),
  );
  const all = [...checks, ...classStatements(view, gaps), ...shares];
  return all.length > 0 ? all : [unchecked('B14', ruleTitle('B14'), '文字说明里没有可与表核对的数字。')];
}

/** The printed cell, null where the table holds none, undefined where the layout has the table but it was not read in full. */
function cellOf(view: DisclosureView, printed: Printed, gaps: Gaps): Cell | null | undefined {
  const owner = layouts[view.model.layout].tables.find(({ role }) => role === printed.role)?.id;
  const table = view.table(printed.role);
  if (owner !== undefined && table === undefined) return undefined;
  const row = table?.rows.find((candidate) =>
    printed.row.test(printed.by === undefined ? candidate.name : table.text(candidate, printed.by)),
  );
  if (table !== undefined && row !== undefined) return table.cell(row, printed.column);
  return gaps.has(`${owner}`) || gaps.has(`${owner}|row`) ? undefined : null;
}

function against(
  view: DisclosureView,
  figure: StatedFigure,
  statement: Statement | undefined,
  gaps: Gaps,
): Check {
  const title = `文字“${figure.label}”＝表`;
  const left = side('文字', [
    { owner: 'narrative', where: `${figure.section}·${figure.label}`, figure: figure.value },
  ]);
  // What the table at hand would say is not asked of another one.
  const cell = (statement?.expects ?? [])
    .map((printed) => cellOf(view, printed, gaps))
    .find((found) => found !== null);
  if (cell === undefined) return unchecked('B14', title, '表里没有相应的一格，或这张表没有全部读入。', left);
  return judge({ rule: 'B14', title, left, right: side('表', [cell]), tolerance: 0 }, gaps);
}

/** "一般公共服务支出3,902.14万元" in the sections on fiscal and general public spending stands for the class line of that table. */
function classStatements(view: DisclosureView, gaps: Gaps): Check[] {
  return view.model.narrative.flatMap((section) => {
    const kind = section.title?.startsWith('财政拨款收支')
      ? 'fiscal'
      : section.title?.startsWith('一般公共预算支出')
        ? 'general-public'
        : null;
    const table = kind === null ? undefined : view.table(kind);
    if (kind === null || table === undefined) return [];
    return section.paragraphs.flatMap((paragraph) =>
      [...paragraph.matchAll(new RegExp(`([\\u4e00-\\u9fff]{2,14}支出)${money}`, 'g'))].flatMap((match) => {
        const name = (match[1] ?? '').replace(/^.*包括/, '');
        const row = table.rows.find(
          (candidate) =>
            (kind === 'fiscal'
              ? table.text(candidate, 'expense_item').replace(/^[一二三四五六七八九十]+、/, '')
              : candidate.name) === name,
        );
        if (row === undefined) return [];
        const left = side('文字', [
          {
            owner: 'narrative',
            where: `${section.title ?? ''}·${name}`,
            figure: (match[2] ?? '').replaceAll(',', ''),
          },
        ]);
        return [
          judge(
            {
              rule: 'B14',
              title: `文字“${name}”＝表`,
              left,
              right: side('表', [table.cell(row, kind === 'fiscal' ? 'expense_total' : 'total')]),
              tolerance: 0,
            },
            gaps,
          ),
        ];
      }),
    );
  });
}

const number = '([\\d,]+(?:\\.\\d+)?)';

function stated(where: string, figure: string): Cell {
  return { owner: 'narrative', where, figure: figure.replaceAll(',', '') };
}

/** "…4,603.53万元，占83.72%": the share of the first amount of its paragraph, right to half a hundredth of a percent. */
function shareChecks(paragraph: string, section: string, gaps: Gaps): Check[] {
  const whole = new RegExp(`${number}\\s*万元`).exec(paragraph)?.[1];
  if (whole === undefined) return [];
  return [
    ...paragraph.matchAll(
      new RegExp(`([\\u4e00-\\u9fff（）]{2,16})\\s*${number}\\s*万元，占\\s*${number}%`, 'g'),
    ),
  ].flatMap((match) => {
    const [, label = '', part = '', percent = ''] = match;
    const base = new Decimal(whole.replaceAll(',', ''));
    if (base.isZero()) return [];
    const share = new Decimal(part.replaceAll(',', '')).div(base).times(100);
    const right = {
      label: '按数字计算',
      cells: [stated(`${section}·${label}`, part), stated(`${section}·总数`, whole)],
      value: share.toDecimalPlaces(4).toFixed(),
    };
    return [percentCheck(`“${label}”所占百分比`, stated(`${section}·${label}占比`, percent), right, gaps)];
  });
}

/** "…5,498.95万元…比上年增加1423.89万元，增长34.94%": the growth over last year's amount, which is this year's less the increase. */
function growthChecks(paragraph: string, section: string, gaps: Gaps): Check[] {
  const pattern = new RegExp(
    `(?:比上年|比20\\d\\d年)(?:增长|增加)\\s*${number}\\s*万元，增长\\s*${number}%`,
    'g',
  );
  return [...paragraph.matchAll(pattern)].flatMap((match) => {
    const [, increase = '', percent = ''] = match;
    const sentence = paragraph.slice(paragraph.lastIndexOf('；', match.index) + 1, match.index);
    const now = new RegExp(`${number}\\s*万元`).exec(sentence)?.[1];
    if (now === undefined) return [];
    const before = new Decimal(now.replaceAll(',', '')).minus(increase.replaceAll(',', ''));
    if (!before.isPositive() || before.isZero()) return [];
    const growth = new Decimal(increase.replaceAll(',', '')).div(before).times(100);
    const right = {
      label: '按数字计算',
      cells: [stated(`${section}·增加额`, increase), stated(`${section}·本年`, now)],
      value: growth.toDecimalPlaces(4).toFixed(),
    };
    return [percentCheck('比上年增长百分比', stated(`${section}·增长`, percent), right, gaps)];
  });
}

/** A printed percentage is right when it is the computed one rounded to the decimals it prints. */
function percentCheck(
  title: string,
  printed: Cell,
  right: { label: string; cells: Cell[]; value: string },
  gaps: Gaps,
): Check {
  const decimals = (printed.figure ?? '').split('.')[1]?.length ?? 0;
  const rounded = { ...right, value: new Decimal(right.value).toDecimalPlaces(decimals).toFixed() };
  return judge(
    { rule: 'B14', title, left: side('文字', [printed]), right: rounded, tolerance: 0, note: '单位为%。' },
    gaps,
  );
}
