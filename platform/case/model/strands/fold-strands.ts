import type { Strand, Strands, StrandsMoved } from './case-strand.ts';

const moved = ({ to, on, note, due, provisional }: StrandsMoved, at: string, by: string): Strand => ({
  state: to,
  on,
  at,
  by,
  ...(note === undefined ? {} : { note }),
  ...(due === undefined ? {} : { due }),
  ...(provisional ? { provisional } : {}),
});

/** Strands after these are what the case is about: new ones begin, known ones stand as they stood, the others are gone. */
export const openStrands = (before: Strands = {}, body: StrandsMoved, at: string, by: string): Strands => {
  const known = before[body.strands] ?? {};
  const gone = Object.entries(known).map(([id, strand]) => [id, { ...strand, gone: true as const }] as const);
  const here = body.ids.map((id) => {
    const { gone: _gone, ...strand } = known[id] ?? moved(body, at, by);
    return [id, strand] as const;
  });
  return { ...before, [body.strands]: Object.fromEntries([...gone, ...here]) };
};

/** Strands after some of them were moved. */
export const moveStrands = (before: Strands = {}, body: StrandsMoved, at: string, by: string): Strands => ({
  ...before,
  [body.strands]: {
    ...before[body.strands],
    ...Object.fromEntries(body.ids.map((id) => [id, moved(body, at, by)])),
  },
});

/** Strands some of which are past their day. */
export const lateStrands = (before: Strands = {}, kind: string, ids: readonly string[]): Strands => ({
  ...before,
  [kind]: Object.fromEntries(
    Object.entries(before[kind] ?? {}).map(([id, strand]) => [
      id,
      ids.includes(id) ? { ...strand, late: true as const } : strand,
    ]),
  ),
});
