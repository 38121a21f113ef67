import { useQueries } from '@tanstack/react-query';
import type { CaseRow } from '@zhitongche/contract';
import { serviceQuery } from '@zhitongche/form/web';
import { useMe } from '@zhitongche/shell/web';
import { caseQuery } from '../case/use-case.ts';
import type { BatchAct } from './batch.ts';
import { type Foreseen, foreseen } from './batch-foresight.ts';

/** Most cases that are read before they are decided together; whoever takes more has been told so. */
export const FORESEEN_MOST = 30;

/** What each of the chosen cases says before an act is taken on it; reads the cases themselves, not the list. */
export const useForesight = (
  rows: readonly CaseRow[],
  act: BatchAct | undefined,
): { readonly of: ReadonlyMap<string, Foreseen>; readonly reading: boolean } => {
  const me = useMe();
  const first = act === undefined ? [] : rows.filter(({ id }) => act.keys.has(id)).slice(0, FORESEEN_MOST);
  const views = useQueries({ queries: first.map(({ id }) => caseQuery('desk', me.id, id)) });
  const pinned = views.map(({ data }) => data?.value);
  const services = useQueries({
    queries: pinned.map((view, i) => ({
      ...serviceQuery(view?.row.service ?? first[i]?.service ?? '', view?.version),
      enabled: view !== undefined,
    })),
  });
  const of = new Map<string, Foreseen>();
  for (const [i, view] of pinned.entries()) {
    const service = services[i]?.data;
    const key = act?.keys.get(view?.row.id ?? '');
    if (view && service && key !== undefined) of.set(view.row.id, foreseen(view, service, key));
  }
  return { of, reading: [...views, ...services].some(({ isLoading }) => isLoading) };
};
