import {
  type Answers,
  type CheckContext,
  type Draws,
  inRanges,
  type Json,
  makeCalendar,
  readRanges,
  type Service,
  soundAnswers,
} from '@zhitongche/kernel';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { call } from '../api/client.ts';
import { read, useRead } from '../api/queries.ts';
import { usePolicyReader } from './use-policy-reader.ts';

const HOUR = 3_600_000;
type Row = Readonly<Record<string, Json | undefined>>;

// One function for all renders: a new one each time would compare the tables cell by cell each time.
const allHere = (results: readonly { readonly data: readonly Row[] | undefined }[]) =>
  results.every((r) => r.data) ? results.map((r) => r.data ?? []) : undefined;

/** Every form may name countries, whatever tables its checks declare. */
const tablesOf = (service: Service): readonly string[] => [
  ...new Set([...service.facts.tables, 'countries']),
];

/**
 * Everything the checks of a service may know, from the server's own rows; undefined until figures, calendar and
 * tables are here, because a check without its figures would say wrong things.
 */
export const useCheckContext = (
  service: Service,
  answers: Answers,
  caseId?: string,
): CheckContext | undefined => {
  const policy = usePolicyReader(service);
  const calendar = useRead('calendar', {}, { staleTime: HOUR });
  const glyphs = useRead('glyphs', {}, { staleTime: Number.POSITIVE_INFINITY });
  const draws = useMemo(() => glyphs.data && drawnIn(glyphs.data.ranges), [glyphs.data]);
  const names = useMemo(() => tablesOf(service), [service]);
  const tables = useQueries({
    queries: names.map((table) => ({ ...read('table', { params: { table } }), staleTime: HOUR })),
    combine: allHere,
  });
  const lookups = useLookups(service, answers, caseId);

  return useMemo(() => {
    if (!policy || !calendar.data || !tables || !draws) return undefined;
    const { today, covers, exceptions } = calendar.data;
    const byName = new Map<string, readonly Row[]>(names.map((name, i) => [name, tables[i] ?? []]));
    return {
      today,
      policy,
      calendar: makeCalendar(exceptions, covers),
      facts: { table: (name) => byName.get(name) ?? [], lookup: (name) => lookups[name], draws },
    };
  }, [policy, calendar.data, tables, names, lookups, draws]);
};

const drawnIn = (packed: string): Draws => {
  const ranges = readRanges(packed);
  return (code) => inRanges(ranges, code);
};

const NONE: Readonly<Record<string, Json>> = {};

/** Answers of the registers; asked again only when what a lookup asks about has changed. */
const useLookups = (service: Service, answers: Answers, caseId?: string): Readonly<Record<string, Json>> => {
  const settled = useDeferredValue(answers);
  const asked = useMemo(() => {
    const sound = soundAnswers(service.form, settled);
    return Object.entries(service.facts.lookups).map(
      ([name, lookup]) => [name, lookup.args(sound) ?? null] as const,
    );
  }, [service, settled]);
  const { data } = useQuery({
    queryKey: ['lookups', service.code, caseId, asked],
    queryFn: async ({ signal }) => {
      // Typing a number out would otherwise ask the registers once per key.
      await rest(500, signal);
      return call(
        'lookups',
        {
          params: { service: service.code },
          body: { answers: settled, ...(caseId ? { case: caseId } : {}) },
        },
        { signal },
      );
    },
    enabled: asked.some(([, args]) => args !== null),
    placeholderData: keepPreviousData,
    staleTime: HOUR,
  });
  return data ?? NONE;
};

const rest = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('', 'AbortError'));
    });
  });
