import type { CaseEvent, StoredEvent } from '@zhitongche/case';

type Linked = Extract<CaseEvent, { type: 'linked' }>;

interface End extends Pick<Linked, 'kind' | 'side' | 'case' | 'awaited'> {
  readonly at: string;
  readonly name: string;
  ended: boolean;
  /** How the other case ended, as this end was told. */
  told?: string;
}

/** Both ends of every link as the logs of the cases have them. */
export interface LinkEnds {
  add(id: string, name: string, events: readonly Pick<StoredEvent, 'body'>[]): void;
  /** Links that are not the same at both ends, with the cases at those. */
  doubted(): ReadonlyMap<string, readonly string[]>;
  /** One sentence for each link that is not the same at both ends. */
  broken(): readonly string[];
}

/** Gathers both ends of every link, and says where they are not the same. */
export function linkEnds(): LinkEnds {
  const links = new Map<string, End[]>();
  const outcomes = new Map<string, string>();
  return {
    add(id, name, events) {
      for (const { body } of events) {
        if (body.type === 'linked') {
          const { kind, side, case: other, awaited } = body;
          const end = {
            at: id,
            name,
            kind,
            side,
            case: other,
            ended: false,
            ...(awaited ? { awaited } : {}),
          };
          links.set(body.link, [...(links.get(body.link) ?? []), end]);
        }
        const own = 'link' in body ? links.get(body.link)?.find(({ at }) => at === id) : undefined;
        if (own && body.type === 'unlinked') own.ended = true;
        if (own && body.type === 'link-closed') own.told = body.outcome;
        if (body.type === 'closed') outcomes.set(id, body.outcome);
      }
    },
    doubted: () =>
      new Map(
        [...links]
          .filter(([, ends]) => unequal(ends, outcomes).length > 0)
          .map(([link, ends]) => [link, ends.flatMap((end) => [end.at, end.case])] as const),
      ),
    broken: () => [...links.values()].flatMap((ends) => unequal(ends, outcomes)),
  };
}

function unequal(ends: readonly End[], outcomes: ReadonlyMap<string, string>): readonly string[] {
  const [a, b, ...more] = ends;
  if (!a) return [];
  if (!b || more.length > 0) return [`${a.name} 的一条关联在对方办件中没有相应的记录，或多于一条`];
  if (a.case !== b.at || b.case !== a.at || a.kind !== b.kind || a.side === b.side)
    return [`${a.name} 与 ${b.name} 的关联两端记载不同`];
  if (a.ended !== b.ended) return [`${a.name} 与 ${b.name} 的关联只在一端解除`];
  return [...told(a, b, outcomes), ...told(b, a, outcomes)];
}

/** An end that waits for the other was told how that ended, in the commit in which it did. */
const told = (end: End, other: End, outcomes: ReadonlyMap<string, string>): readonly string[] => {
  const waits = end.awaited && end.side === 'from' && !end.ended;
  return (waits ? outcomes.get(other.at) : end.told && outcomes.get(other.at)) === end.told
    ? []
    : [`${end.name} 所记 ${other.name} 的办理结果与其办件不同`];
};
