import { type CaseState, isClosed, type Service } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import { dayOf, dayShort, type Station, weekdayOf } from '@zhitongche/ui';

/** Steps shown one by one; what lies further away is told by its phase. */
const NEAR = 6;

interface Stop {
  readonly step: string;
  readonly phase: string;
  readonly title: string;
  readonly at: string;
  readonly who: string;
  readonly back: boolean;
}

const whoDid = ({ seats }: CaseState, entry: number): string => {
  const names = seats.flatMap((seat) => (seat.entry === entry && seat.doer ? [seat.doer.name] : []));
  const [first] = names;
  return first === undefined ? '' : names.length > 1 ? `${first}等 ${names.length} 人` : first;
};

/** Steps gone through, each once where it was entered last; what went back to the applicant is marked. */
const passed = (service: Service, state: CaseState): readonly Stop[] => {
  const { steps } = service.flow;
  const sentBack = new Set(
    state.seats.flatMap((seat) => (seat.act === 'correct' || seat.act === 'return' ? [seat.step] : [])),
  );
  const stops = new Map<string, Stop>();
  for (const [i, { step, at }] of state.path.entries()) {
    const def = steps[step];
    if (!def || def.kind === 'end') continue;
    stops.delete(step);
    stops.set(step, {
      step,
      phase: def.phase,
      title: def.title,
      at,
      who: whoDid(state, i + 1),
      back: sentBack.has(step),
    });
  }
  return [...stops.values()];
};

const stationOf = (stop: Stop): Station => ({
  key: stop.step,
  name: stop.title,
  under: [stop.who, dayShort(dayOf(stop.at))].filter((words) => words !== '').join(' '),
  ...(stop.back ? { note: '曾退回' } : {}),
  state: 'past',
});

/** Far stops in one station each phase. */
const byPhase = (stops: readonly Stop[]): readonly Station[] => {
  const phases = new Map<string, Stop[]>();
  for (const stop of stops) phases.set(stop.phase, [...(phases.get(stop.phase) ?? []), stop]);
  return [...phases].map(([phase, all]) => {
    const [first] = all;
    if (all.length === 1 && first) return stationOf(first);
    return {
      key: `phase ${phase}`,
      name: phase,
      under: `${all.length} 步 ${dayShort(dayOf(all.at(-1)?.at ?? ''))}`,
      ...(all.some(({ back }) => back) ? { note: '曾退回' } : {}),
      state: 'past',
    };
  });
};

const dueWords = (due: string): string => `${dayShort(due)}${weekdayOf(due)}前`;

/** Where a case came from, whose turn it is and until when, and what may follow: solid, a ring, dotted. */
export const courseOf = (
  { row, state }: Pick<CaseView, 'row' | 'state'>,
  service: Service,
  ahead: readonly string[],
): readonly Station[] => {
  const { steps } = service.flow;
  const over = isClosed(state.status);
  const all = passed(service, state);
  const current = over ? undefined : all.find(({ step }) => step === state.step);
  const before = all.filter((stop) => stop !== current);
  const near = before.slice(-NEAR);
  const filed: Station = {
    key: 'filed',
    name: '申报',
    under: `${row.applicant} ${row.submittedAt === null ? '' : dayShort(dayOf(row.submittedAt))}`.trim(),
    ...(state.round > 1 ? { note: `提交 ${state.round} 次` } : {}),
    state: state.status === 'correcting' || state.status === 'draft' ? 'now' : 'past',
  };
  const due = state.stepClock?.stoppedOn === undefined ? (state.stepClock?.due ?? null) : null;
  const now: readonly Station[] =
    current === undefined
      ? []
      : [
          {
            key: `now ${current.step}`,
            name: current.title,
            under: due === null ? row.turn.join('、') : dueWords(due),
            state: 'now',
          },
        ];
  const later = ahead.flatMap((key) => {
    const def = steps[key];
    return def && def.kind !== 'end' ? [{ key, title: def.title, phase: def.phase }] : [];
  });
  const shown = later.slice(0, 2);
  const phases = [...new Set(later.slice(2).map(({ phase }) => phase))].filter(
    (phase) => !shown.some((one) => one.phase === phase),
  );
  return [
    filed,
    ...(before.length > NEAR ? byPhase(before.slice(0, -NEAR)) : []),
    ...near.map(stationOf),
    ...now,
    ...(over
      ? [{ key: 'end', name: row.stepTitle, state: 'now' } as const]
      : [
          ...shown.map(({ key, title }): Station => ({ key, name: title, state: 'ahead' })),
          ...phases.map((phase): Station => ({ key: `ahead ${phase}`, name: phase, state: 'ahead' })),
        ]),
  ];
};

/** Until when the whole matter is promised; empty while nothing is. */
export const promisedBy = ({ promise }: Pick<CaseState, 'promise'>): string =>
  promise && promise.stoppedOn === undefined ? `承诺 ${dueWords(promise.due)}办结` : '';
