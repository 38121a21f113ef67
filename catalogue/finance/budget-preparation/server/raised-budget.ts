import { type Disclosure, withCell } from '@zhitongche/budget';
import { decimalOf, decimalText, plus, ZERO } from '@zhitongche/base';

/** Lines of 河北's tables that carry the reception money of the project 外事、港澳接待费, with the columns it stands in. */
const LINES: readonly (readonly [sheet: string, row: RegExp, columns: readonly number[]])[] = [
  ['T01', /一般公共预算拨款收入|本年收入合计|收入总计/, [2, 4]],
  ['T02', /合计|^一般公共服务支出$|^政府办公厅（室）及相关机构事务$|^一般行政管理事务$/, [3, 4, 5]],
  ['T03', /合计|^一般公共服务支出$|^政府办公厅（室）及相关机构事务$|^一般行政管理事务$/, [3, 5]],
  ['T04', /一般公共预算拨款|本年收入合计|收入总计/, [2, 4, 5]],
  ['T05', /合计|^一般公共服务支出$|^政府办公厅（室）及相关机构事务$|^一般行政管理事务$/, [3, 5]],
  ['T09', /合计|小计|公务接待费/, [2, 3]],
];
const PROJECT = /^外事、港澳接待费$/;

/** A budget in which the reception project asks for more, carried through every table so that it adds up as before. */
export function raisedReception(model: Disclosure, by: string): Disclosure {
  const more = (figure: string | null | undefined): string =>
    decimalText(plus(decimalOf(figure ?? '0') ?? ZERO, decimalOf(by) ?? ZERO));
  let next = model;
  for (const [id, named, columns] of LINES)
    for (const [row, cells] of (model.tables.find((table) => table.id === id)?.rows ?? []).entries())
      if (cells.some((cell) => cell !== null && named.test(cell)))
        for (const column of columns)
          if (cells[column]) next = withCell(next, id, row, column, more(cells[column]));
  for (const [at, form] of model.projects.entries())
    if (form.layout === 'payment-plan' && PROJECT.test(form.name ?? ''))
      for (const [row, figure] of [form.budget, form.fiscal].entries())
        next = withCell(next, `project:${at + 1}`, row + 3, 1, more(figure));
  return next;
}
