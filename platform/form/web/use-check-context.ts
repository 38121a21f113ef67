import { type ActData, type CheckContext, type LookedUp, lookupArgs, type Service } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import { type Json, makeCalendar } from '@zhitongche/base';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { call, read, useRead } from '@zhitongche/contract/web';
import type { CaseView } from '@zhitongche/contract';
import { knownState } from './known-state.ts';
import { useDraws } from './use-draws.ts';
import { usePolicyReader } from './use-policy-reader.ts';

const HOUR = 3_600_000;
type Row = Readonly<Record<string, Json | undefined>>;

// One function for all renders: a new one each time would compare the tables cell by cell each time.
const allHere = (results: readonly { readonly data: readonly Row[] | undefined }[]) =>
  results.every((r) => r.data) ? results.map((r) => r.data ?? []) : undefined;

/** Every form may name countries, whatever tables its checks declare. */
const tablesOf = ({ facts }: Defined): readonly string[] => [...new Set([...facts.tables, 'countries'])];

/** What of a definition says which figures and tables its checks read: a service's, or a register's. */
type Defined = Pick<Service, 'code' | 'policies' | 'facts'>;

/** What checks may know in the browser. */
export interface KnownContext extends CheckContext {
  /** Whether the registers have answered about these very answers; until then what they would tell is not known. */
  readonly answered: boolean;
}

/**
 * Everything the checks of a service may know, from the server's own rows; undefined until figures, calendar and
 * tables are here, because a check without its figures would say wrong things.
 */
export const useCheckContext = (
  service: Service,
  answers: Answers,
  view: CaseView,
): KnownContext | undefined => {
  const about = useMemo(() => ({ answers }), [answers]);
  const context = useContext(service, about, view.row.id);
  // What is submitted again is held against the case as it stood, here as on the server.
  const state = useMemo(
    () => (view.state.round === 0 ? undefined : knownState(service, view)),
    [service, view],
  );
  return useMemo(() => (context && state ? { ...context, state } : context), [context, state]);
};

/** The same for the form of an act: its checks see the case, and lookups are asked about both, as when it is decided. */
export const useActContext = (
  service: Service,
  view: CaseView,
  form: string,
  data: Answers,
): CheckContext | undefined => {
  const state = useMemo(() => knownState(service, view), [service, view]);
  const about = useMemo(() => ({ answers: state.answers, act: { form, data } }), [state, form, data]);
  const context = useContext(service, about, view.row.id);
  return useMemo(() => context && { ...context, state }, [context, state]);
};

const useContext = (service: Service, about: LookedUp, caseId?: string): KnownContext | undefined => {
  const known = useDefinedContext(service);
  const { lookups, answered } = useLookups(service, about, known?.today, caseId);
  return useMemo(
    () =>
      known && {
        ...known,
        facts: { ...known.facts, lookup: (name: string) => lookups[name] },
        answered,
      },
    [known, lookups, answered],
  );
};

/** Figures, calendar and tables a definition reads, as they are in force today; undefined until they are here. */
export const useDefinedContext = (of: Defined): CheckContext | undefined => {
  const policy = usePolicyReader(of);
  const calendar = useRead('calendar', {}, { staleTime: HOUR });
  const draws = useDraws();
  const names = useMemo(() => tablesOf(of), [of]);
  const tables = useQueries({
    queries: names.map((table) => ({ ...read('table', { params: { table } }), staleTime: HOUR })),
    combine: allHere,
  });
  return useMemo(() => {
    if (!policy || !calendar.data || !tables || !draws) return undefined;
    const { today, covers, exceptions } = calendar.data;
    const byName = new Map<string, readonly Row[]>(names.map((name, i) => [name, tables[i] ?? []]));
    return {
      today,
      policy,
      calendar: makeCalendar(exceptions, covers),
      facts: { table: (name) => byName.get(name) ?? [], lookup: () => undefined, draws },
    };
  }, [policy, calendar.data, tables, names, draws]);
};

const NONE: Readonly<Record<string, Json>> = {};

/** Country names are judged without their table: only whether to ask hangs on it. */
const NO_ROWS = { table: () => [], lookup: () => undefined, draws: () => true };

/** Answers of the registers; asked again only when what a lookup asks about has changed. */
const useLookups = (
  service: Service,
  about: LookedUp,
  today: string | undefined,
  caseId?: string,
): { readonly lookups: Readonly<Record<string, Json>>; readonly answered: boolean } => {
  const settled = useDeferredValue(about);
  const args = useMemo(
    () => lookupArgs(service, settled, { today: today ?? '', facts: NO_ROWS }),
    [service, settled, today],
  );
  const { act } = settled;
  // What this reader may not see of the case, the server may still ask about: only the act tells whether to ask again.
  const asked: readonly (ActData | Readonly<Record<string, Json>>)[] = act ? [act, args] : [args];
  const something = act ? Object.keys(service.facts.lookups).length > 0 : Object.keys(args).length > 0;
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['lookups', service.code, caseId, asked],
    queryFn: async ({ signal }) => {
      // Typing a number out would otherwise ask the registers once per key.
      await rest(500, signal);
      return call(
        'lookups',
        {
          params: { service: service.code },
          body: {
            answers: act ? {} : settled.answers,
            ...(caseId ? { case: caseId } : {}),
            ...(act ? { act } : {}),
          },
        },
        { signal },
      );
    },
    enabled: something,
    placeholderData: keepPreviousData,
    staleTime: HOUR,
  });
  const here = !something || (data !== undefined && !isPlaceholderData);
  return { lookups: data ?? NONE, answered: here && settled === about };
};

const rest = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('', 'AbortError'));
    });
  });
