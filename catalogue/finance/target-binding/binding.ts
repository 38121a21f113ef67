import type { KeptRow, TargetBinding } from '@zhitongche/register';
import type { BindingRow } from './form.ts';

/** A row as how a line is answered; null while it does not say which. */
export const bindingOf = ({ answers }: Pick<KeptRow, 'answers'>): TargetBinding | null => {
  const { year, department, project, code, name, way, ...said } = answers as BindingRow;
  if (year === undefined || !department || !project || !name || !way) return null;
  return {
    year,
    department,
    project,
    code: code ?? '',
    name,
    way,
    measure: said.measure ?? '',
    ceiling: said.ceiling ?? '',
    list: said.list ?? '',
    share: said.share ?? '',
    rule: said.rule ?? '',
    reading: said.reading ?? '',
    reason: said.reason ?? '',
  };
};
