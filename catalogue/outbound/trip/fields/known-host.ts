import type { Answers, OnRecord } from '@zhitongche/form';

/** What the register of bodies abroad calls the columns of a stop. */
const COLUMNS = {
  name: 'inviter',
  foreignName: 'inviterForeign',
  country: 'country',
  city: 'city',
  kind: 'inviterKind',
  address: 'inviterAddress',
  phone: 'inviterPhone',
  person: 'inviterPerson',
  post: 'inviterPost',
} as const;

const renamed = (row: Answers, pairs: readonly (readonly [from: string, to: string])[]): Answers =>
  Object.fromEntries(
    pairs.flatMap(([from, to]) => {
      const value = row[from];
      return value === undefined || value === '' || value === null ? [] : [[to, value] as const];
    }),
  );

const pairs = Object.entries(COLUMNS);

/** Hosts are bodies on record: picked there by name, and kept there once the trip is approved. */
export const knownHost: OnRecord = {
  register: 'foreign-body',
  fill: (known) => renamed(known, pairs),
  propose(row) {
    const answers = renamed(
      row,
      pairs.map(([ours, theirs]) => [theirs, ours] as const),
    );
    return row['transit'] === false && answers['name'] && answers['foreignName'] ? { answers } : undefined;
  },
};
