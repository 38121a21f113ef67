import {
  type CaseEvent,
  type CaseState,
  paperNamed,
  paperWords,
  type Service,
  strandsOf,
} from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import { isInward, type Side } from './inward.ts';

type Shown = CaseView['strands'][number];

/** Strands of a case as its reader may see them: named from the answers he sees, those of the offices by the offices only. */
export const strandsShown = (
  service: Service,
  masked: CaseState,
  strands: CaseState['strands'],
  side: Side,
  today: string,
): readonly Shown[] =>
  Object.entries(service.strands ?? {}).flatMap(([key, def]): readonly Shown[] => {
    const list = strandsOf(strands ? { strands } : {}, key);
    if (list.length === 0 || (def.inward && side !== 'office')) return [];
    const names = new Map(def.of(masked).map(({ id, label }) => [id, label]));
    const own = new Map(
      masked.papers
        .filter(({ superseded }) => !superseded)
        .flatMap(({ paper }) => {
          const named = paperNamed(service, paper);
          const of = named?.def.addressed;
          return of !== undefined && of !== true && of.strands === key
            ? [[named?.addressee, paper] as const]
            : [];
        }),
    );
    return [
      {
        key,
        label: def.label,
        one: def.one,
        list: list.map((strand) => ({
          id: strand.id,
          label: names.get(strand.id) ?? strand.id,
          state: strand.state,
          words: def.states[strand.state]?.label ?? strand.state,
          tone: def.states[strand.state]?.tone ?? 'wait',
          on: strand.on,
          by: strand.by,
          note: strand.note ?? null,
          due: strand.due ?? null,
          late: strand.due !== undefined && today > strand.due,
          paper: own.get(strand.id) ?? null,
        })),
      },
    ];
  });

/** What a strand is called. */
export const strandName = (shown: readonly Shown[], kind: string, id: string): string =>
  shown.find(({ key }) => key === kind)?.list.find((one) => one.id === id)?.label ?? id;

/** A paper as its reader knows it: one of several of its kind by the strand it is for. */
export const paperTitled = (service: Service, paper: string, shown: readonly Shown[]): string => {
  const named = paperNamed(service, paper);
  const of = named?.def.addressed;
  if (!named || named.addressee === undefined || of === undefined || of === true)
    return paperWords(service, paper);
  return `${named.def.title}（${strandName(shown, of.strands, named.addressee)}）`;
};

/** Whether an event tells of strands or papers that are no business of that side. */
export const hides = (service: Service, side: Side, event: CaseEvent): boolean =>
  side !== 'office' &&
  (('strands' in event && service.strands?.[event.strands]?.inward === true) ||
    ('paper' in event && isInward(service, event.paper)));
