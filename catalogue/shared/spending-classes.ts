import { levelOf, subjects, type Scheme } from '@zhitongche/budget';
import type { Option } from '@zhitongche/form';

/** Subjects of a scheme from a level down, each under its code and name. */
const listed = (scheme: Scheme, level: number): readonly Option[] =>
  [...subjects().values()]
    .filter((subject) => subject.scheme === scheme && levelOf(subject.code) >= level)
    .map(({ code, name, confirmed }) => ({
      value: code,
      label: `${code} ${name}${confirmed ? '' : '（待核）'}`,
    }));

/** 支出功能分类, to the 项: what money serves. */
export const FUNCTIONS = listed('functional', 3);
/** 部门预算支出经济分类, to the 款: what money buys. */
export const ECONOMIC = listed('economic', 2);

/** Code a cell begins with, however a system prints it: `2010302 一般行政管理事务`, `[30212]因公出国（境）费用`; the cell itself where none is known. */
export const codeIn = (cell: string, options: readonly Option[]): string => {
  const code = /^[[【(（]?\s*(\d{3,7})(?!\d)/.exec(cell)?.[1];
  if (code !== undefined && options.some(({ value }) => value === code)) return code;
  const bare = (label: string): string => label.replace(/^\d+ |（待核）$|\s/g, '');
  return options.find(({ label }) => bare(label) === cell.replaceAll(/\s/g, ''))?.value ?? cell;
};
