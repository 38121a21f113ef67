import { Decimal } from 'decimal.js';
import type { ProjectForm, TermAndYearForm, TermMoney } from '../model/disclosure.ts';
import type { Figure } from '../money/figure.ts';
import { type Cell, type Check, judge, type CellRef, side, unchecked } from './check.ts';
import type { Gaps } from './gaps.ts';
import { ruleTitle } from './rules.ts';
import type { DisclosureView, TableView, ViewRow } from './view.ts';

/** B11 and B12: project forms and the lists of projects and operating cost. */
export function projectChecks(view: DisclosureView, gaps: Gaps): Check[] {
  return [...forms(view, gaps), ...lists(view, gaps)];
}

function amount(
  form: ProjectForm,
  index: number,
  label: string,
  figure: Figure,
  spot: Omit<CellRef, 'sheet'>,
): Cell {
  const own = figure !== null && form.unit === '元' ? new Decimal(figure).div(10000).toFixed() : figure;
  const owner = `project:${index + 1}`;
  return {
    owner,
    where: `${form.name ?? `第${index + 1}个项目`}·${label}`,
    spot: { sheet: form.layout === 'payment-plan' ? owner : `${owner}/money`, ...spot },
    figure: own,
  };
}

/** Where the payment plan form's money stands in its sheet. */
const planSpots = {
  budget: { row: 3, column: 1 },
  fiscal: { row: 4, column: 1 },
  other: { row: 5, column: 1 },
};

/** One money line of the other form: of the whole term in the second column, of the year in the third. */
function moneyLine(
  form: TermAndYearForm,
  index: number,
  line: TermMoney,
  scope: 'term' | 'year',
  label = line.source,
): Cell {
  const spot = { row: form.money.indexOf(line), column: scope === 'term' ? 1 : 2 };
  return amount(form, index, label, line[scope], spot);
}

function yearTotal(form: ProjectForm, index: number): Cell {
  if (form.layout === 'payment-plan') return amount(form, index, '预算数', form.budget, planSpots.budget);
  const [total] = form.money;
  return total === undefined
    ? { owner: `project:${index + 1}`, where: `${form.name ?? ''}·年度资金总额`, figure: null }
    : moneyLine(form, index, total, 'year', '年度资金总额');
}

function forms(view: DisclosureView, gaps: Gaps): Check[] {
  const { projects } = view.model;
  const { tolerance } = view.layout;
  if (projects.length === 0) return [unchecked('B11', ruleTitle('B11'), '没有读到项目绩效目标表。')];
  const inner = projects.flatMap((form, index) => sources(form, index, gaps));
  // Forms that were not read are missing from the sum, so it may differ for that reason alone.
  const missing: Cell[] = gaps.has('projects')
    ? [{ owner: 'projects', where: '未读入的绩效目标表', figure: null }]
    : [];
  const all = [...projects.map(yearTotal), ...missing];
  const list = view.table('projects-current');
  if (list !== undefined) return [...inner, ...listed(view, list, gaps)];
  if (view.expects('projects-current'))
    return [...inner, unchecked('B11', ruleTitle('B11'), '没有读到项目支出预算表。')];
  const expense = view.table('expense');
  const total = expense?.total;
  if (expense === undefined || total === undefined) {
    return [
      ...inner,
      unchecked(
        'B11',
        '各项目预算之和＝项目支出',
        '没有支出总表，项目预算无从核对。',
        side('各项目预算之和', all),
      ),
    ];
  }
  const claim = judge(
    {
      rule: 'B11',
      title: '各项目预算之和＝项目支出',
      left: side('各项目预算之和', all),
      right: side('支出总表项目支出', [expense.cell(total, 'project')]),
      tolerance,
    },
    gaps,
  );
  return [...inner, claim];
}

function sources(form: ProjectForm, index: number, gaps: Gaps): Check[] {
  if (form.layout === 'payment-plan') {
    const total = amount(form, index, '预算数', form.budget, planSpots.budget);
    const parts = [
      amount(form, index, '财政资金', form.fiscal, planSpots.fiscal),
      amount(form, index, '其他资金', form.other, planSpots.other),
    ];
    return [
      judge(
        {
          rule: 'B11',
          title: `${form.name ?? ''}：预算数＝财政资金＋其他资金`,
          left: side('预算数', [total]),
          right: side('财政资金＋其他资金', parts),
          tolerance: 0,
        },
        gaps,
      ),
    ];
  }
  return (['term', 'year'] as const).map((scope) => {
    const [total, ...parts] = form.money.map((line) => moneyLine(form, index, line, scope));
    const name = scope === 'term' ? '实施期' : '年度';
    return judge(
      {
        rule: 'B11',
        title: `${form.name ?? ''}：${name}资金总额＝各来源之和`,
        left: side('资金总额', total === undefined ? [] : [total]),
        right: side('各来源之和', parts),
        tolerance: 0,
      },
      gaps,
    );
  });
}

/** Where the tables list every project, each published form is held against its line; the unpublished ones cannot be checked. */
function listed(view: DisclosureView, list: TableView, gaps: Gaps): Check[] {
  const { tolerance } = view.layout;
  const { units, projectsOf } = unitsOf(list);
  const lines = units.flatMap((unit) => projectsOf(unit).map((row) => ({ unit, row })));
  const used = new Set<ViewRow>();
  const checks = view.model.projects.flatMap((form, index) => {
    if (form.layout !== 'term-and-year') return [];
    const same = lines.filter(({ row }) => row.name === form.name);
    const found =
      same.find(({ unit }) => unit.name === form.unitName) ?? (same.length === 1 ? same[0] : undefined);
    if (found === undefined)
      return [
        unchecked('B11', `${form.name ?? ''}：申报表＝项目支出预算表`, '项目支出预算表里没有同名的一行。'),
      ];
    used.add(found.row);
    const fiscal = form.money
      .filter((line) => /财政资金/.test(line.source))
      .map((line) => moneyLine(form, index, line, 'year'));
    return [
      judge(
        {
          rule: 'B11',
          title: `${form.name ?? ''}：年度资金总额＝项目支出预算表`,
          left: side('申报表', [yearTotal(form, index)]),
          right: side('项目支出预算表', [list.cell(found.row, 'total')]),
          tolerance,
        },
        gaps,
      ),
      judge(
        {
          rule: 'B11',
          title: `${form.name ?? ''}：财政资金＝一般公共预算`,
          left: side('申报表各级财政资金', fiscal),
          right: side('项目支出预算表一般公共预算', [list.cell(found.row, 'general_public')]),
          tolerance,
        },
        gaps,
      ),
    ];
  });
  const rest = lines.filter(({ row }) => !used.has(row));
  const open = rest.map(({ row }) =>
    unchecked(
      'B11',
      `${row.name}：申报表＝项目支出预算表`,
      '这个项目的绩效目标表没有公开。',
      undefined,
      side('项目支出预算表', [list.cell(row, 'total')]),
    ),
  );
  return [...checks, ...open];
}

/** The first row of a project list, which has no name of its own; where rows were lost it may be another one, and where the table was, none. */
function topOf(
  view: DisclosureView,
  role: 'projects-current' | 'projects-carried',
  key: string,
  gaps: Gaps,
): Cell[] {
  const table = view.table(role);
  const definition = view.layout.tables.find((own) => own.role === role);
  if (table === undefined)
    return definition === undefined ? [] : [{ owner: definition.id, where: definition.title, figure: null }];
  const lost = gaps.has(`${table.definition.id}|row`) ? table.cells([], key) : [];
  return [...table.cells(table.rows.slice(0, 1), key), ...lost];
}

/** Rows of the project lists: the department, its units, and under each unit its projects, told apart by how their names end. */
function unitsOf(table: TableView): {
  top: ViewRow | undefined;
  units: ViewRow[];
  projectsOf: (unit: ViewRow) => ViewRow[];
} {
  const isProject = (row: ViewRow) =>
    /(?:费|经费|项目|工作|业务|补助|支出|购置|运维)(?:[（(].*[）)])?$/.test(row.name);
  const [top, ...rest] = table.rows;
  const units = rest.filter((row) => !isProject(row));
  const projectsOf = (unit: ViewRow) => {
    const end = units[units.indexOf(unit) + 1]?.index ?? table.rows.length;
    return table.rows.filter((row) => row.index > unit.index && row.index < end);
  };
  return { top, units, projectsOf };
}

function lists(view: DisclosureView, gaps: Gaps): Check[] {
  if (!view.expects('projects-current')) return [];
  const current = view.table('projects-current');
  const carried = view.table('projects-carried');
  const operating = view.table('operating-cost');
  const { tolerance } = view.layout;
  const checks: Check[] = [];
  for (const table of [current, carried]) {
    if (table === undefined) continue;
    const { top, units, projectsOf } = unitsOf(table);
    for (const key of table.moneyKeys) {
      if (top === undefined) continue;
      const push = (title: string, row: ViewRow, rows: readonly ViewRow[]) => {
        const cells = table.cells(rows, key);
        if (table.cell(row, key).figure === null && cells.every((cell) => cell.figure === null)) return;
        checks.push(
          judge(
            {
              rule: 'B12',
              title: `${table.definition.title}：${title}`,
              left: side(row.name, [table.cell(row, key)]),
              right: side('下级之和', cells),
              tolerance,
            },
            gaps,
          ),
        );
      };
      push('部门＝各单位之和', top, units);
      for (const unit of units) push(`${unit.name}＝各项目之和`, unit, projectsOf(unit));
    }
  }
  const expense = view.table('expense');
  const general = view.table('general-public');
  const tops = [
    ...topOf(view, 'projects-current', 'total', gaps),
    ...topOf(view, 'projects-carried', 'total', gaps),
  ];
  if (expense?.total === undefined || (current === undefined && carried === undefined))
    checks.push(unchecked('B12', '项目支出预算表之和＝项目支出', '缺少支出总表或项目支出预算表。'));
  else
    checks.push(
      judge(
        {
          rule: 'B12',
          title: '本年项目＋结转项目＝支出总表项目支出',
          left: side('项目支出预算表', tops),
          right: side('支出总表', [expense.cell(expense.total, 'project')]),
          tolerance,
        },
        gaps,
      ),
    );
  const first = current?.rows[0];
  if (general?.total === undefined || current === undefined || first === undefined)
    checks.push(unchecked('B12', '一般公共预算项目支出两表一致', '缺少一般公共预算支出表或项目支出预算表。'));
  else
    checks.push(
      judge(
        {
          rule: 'B12',
          title: '项目支出预算表一般公共预算＝一般公共预算支出表项目支出',
          left: side('项目支出预算表', topOf(view, 'projects-current', 'general_public', gaps)),
          right: side('一般公共预算支出表', [general.cell(general.total, 'project')]),
          tolerance,
        },
        gaps,
      ),
    );
  if (operating?.total === undefined)
    checks.push(unchecked('B12', '机关运行经费：合计＝各单位之和', '没有机关运行经费预算表。'));
  else {
    const { total } = operating;
    const units = operating.rows.filter((row) => row !== total);
    checks.push(
      judge(
        {
          rule: 'B12',
          title: '机关运行经费：合计＝各单位之和',
          left: side('合计', [operating.cell(total, 'total')]),
          right: side('各单位之和', operating.cells(units, 'total')),
          tolerance,
        },
        gaps,
      ),
    );
  }
  return checks;
}
