import { addDays } from '@zhitongche/base';
import type { SampleRow } from '@zhitongche/register';
import { PROJECTS } from '../../shared/demo/projects.ts';
import type { CeilingRow } from './form.ts';

const SAMPLES: readonly Omit<CeilingRow, 'year' | 'source'>[] = [
  { name: '因公出国（境）费', amount: '1604500.00', publicExpense: 'abroad' },
  { name: '公务接待费', amount: '240000.00', publicExpense: 'reception' },
  { name: '公务用车运行维护费', amount: '193900.00', publicExpense: 'vehicle-running' },
  {
    name: '因公出国专项',
    amount: '1000000.00',
    project: PROJECTS.trips,
    march: '8',
    june: '60',
    october: '90',
    december: '100',
  },
  {
    name: '外宾接待专项',
    amount: '300000.00',
    project: PROJECTS.visitors,
    march: '30',
    june: '60',
    october: '90',
    december: '95',
  },
  {
    name: '网络安全和信息化运维经费',
    amount: '2400000.00',
    project: PROJECTS.network,
    june: '8',
    october: '60',
    december: '100',
  },
  { name: '等级保护测评', amount: '320000.00', project: PROJECTS.network, purpose: '等级保护测评' },
  {
    name: '因公护照费',
    amount: '650000.00',
    project: PROJECTS.passports,
    march: '20',
    june: '40',
    october: '60',
    december: '100',
  },
];

/** Ceilings of the invented province for the year its ledger is open for. */
export const samples = (today: string): readonly SampleRow<CeilingRow>[] => {
  const year = Number(addDays(today, -31).slice(0, 4));
  return SAMPLES.map((answers) => ({
    by: 'finance',
    answers: { year, source: '本单位公开的部门预算（演示）', ...answers },
  }));
};
