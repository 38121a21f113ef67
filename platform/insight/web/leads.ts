import type { Reply } from '@zhitongche/contract/web';

/** What the inbox is asked for behind a figure. */
export interface LeadSearch {
  readonly tab?: 'todo' | 'done' | 'all' | 'watch';
  readonly service?: string;
  readonly step?: string;
  readonly light?: 'red';
  readonly from?: string;
  readonly until?: string;
}

/** A figure that counts cases, and the list that holds exactly these. */
export interface Lead {
  readonly count: number;
  readonly search: LeadSearch;
}

type Stats = Readonly<
  Pick<Reply<'stats'>, 'received' | 'cases' | 'open' | 'overdue'> & {
    readonly byService: readonly Pick<Reply<'stats'>['byService'][number], 'service' | 'count'>[];
    readonly byStep: readonly Pick<Reply<'stats'>['byStep'][number], 'service' | 'step' | 'open'>[];
  }
>;
interface Days {
  readonly from: string;
  readonly until: string;
}

/** Figures of one's own work. */
export const ownLeads = (stats: Stats, span: Days): Readonly<Record<'cases' | 'open' | 'overdue', Lead>> => ({
  cases: { count: stats.cases, search: { tab: 'done', ...span } },
  open: { count: stats.open, search: { tab: 'todo' } },
  overdue: { count: stats.overdue, search: { tab: 'todo', light: 'red' } },
});

/** Figures of the office. */
export const officeLeads = (
  stats: Stats,
  span: Days,
): Readonly<Record<'received' | 'open' | 'overdue', Lead>> => ({
  received: { count: stats.received, search: { tab: 'all', ...span } },
  open: { count: stats.open, search: { tab: 'watch' } },
  overdue: { count: stats.overdue, search: { tab: 'watch', light: 'red' } },
});

/** Cases of a service that came in. */
export const serviceLead = (of: Stats['byService'][number], span: Days): Lead => ({
  count: of.count,
  search: { tab: 'all', service: of.service, ...span },
});

/** Cases that stand at a step. */
export const stepLead = (of: Stats['byStep'][number]): Lead => ({
  count: of.open,
  search: { tab: 'all', service: of.service, step: of.step },
});

/** Every figure of the page that counts cases. */
export const everyLead = (stats: Stats, mine: boolean, span: Days): readonly Lead[] =>
  mine
    ? Object.values(ownLeads(stats, span))
    : [
        ...Object.values(officeLeads(stats, span)),
        ...stats.byService.map((one) => serviceLead(one, span)),
        ...stats.byStep.map(stepLead),
      ];
