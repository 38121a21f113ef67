import { addDays, dayInShanghai } from '@zhitongche/base';
import type { App, OfficeActor } from '@zhitongche/core/server';
import { keepRow } from '@zhitongche/register/server';
import type { CommandSent, RegisterKind, SampleRow } from '@zhitongche/register';
import { pickedFirst } from './picked-first.ts';

/** Rows a folder tells with the demo office in sight, by the code of their register. */
export type SampleRows = Readonly<Record<string, readonly SampleRow[]>>;

type Actors = ReadonlyMap<string, OfficeActor>;

/**
 * Enters the samples of every register as its keepers would, each on its day, with the road it has gone since. Every act
 * has a key of its own, so that a start that was cut off goes on where it stopped.
 */
export async function seedRegisters(
  real: App,
  actors: Actors,
  now: Date,
  { rows, only }: { readonly rows: SampleRows; only(code: string): boolean },
): Promise<void> {
  let clock = now;
  const app: App = { ...real, clock: () => clock };
  const today = dayInShanghai(now.toISOString());
  for (const kind of pickedFirst(app.registers).filter(({ code }) => only(code)))
    for (const [index, sample] of (rows[kind.code] ?? kind.samples(today)).entries()) {
      const keeper = keeperOf(kind, sample, actors);
      let id: string | undefined;
      for (const [revision, { ago, command, by }] of stepsOf(sample).entries()) {
        const at = new Date(`${addDays(today, -ago)}T0${2 + (index % 6)}:${10 + revision}:00Z`);
        // What happened today happened before the office was opened.
        clock = at > now ? now : at;
        const of = id === undefined ? {} : { id, revision };
        const key = `demo-${kind.code}-${index}-${revision}`;
        const doer = (by === undefined ? undefined : actors.get(by)) ?? keeper;
        ({ id } = await keepRow(app, doer, { register: kind.code, key, command, ...of }).catch((cause) => {
          throw new Error(`sample ${index} of ${kind.code}, ${JSON.stringify(command)}`, { cause });
        }));
      }
    }
}

interface Step {
  readonly ago: number;
  readonly command: CommandSent;
  readonly by?: string | undefined;
}

const stepsOf = ({ answers, stage, ago = 1, moves = [] }: SampleRow): readonly Step[] => [
  {
    ago,
    command: {
      act: 'enter',
      answers,
      ...(stage === undefined ? {} : { stage, reason: '建立台账时已在这一阶段' }),
    } satisfies CommandSent,
  },
  ...moves.flatMap(({ move, ago: when, data, by, agreed }): readonly Step[] => [
    { ago: when, by, command: { act: 'move', move, ...(data ? { data } : {}) } },
    ...(agreed === undefined ? [] : [{ ago: when, by: agreed, command: { act: 'agree' } as const }]),
  ]),
];

function keeperOf(kind: RegisterKind, { by }: SampleRow, actors: Actors): OfficeActor {
  const keeps = ({ grants }: OfficeActor) => grants.some(({ role }) => kind.keepers.includes(role));
  const named = by === undefined ? undefined : actors.get(by);
  const keeper = named && keeps(named) ? named : [...actors.values()].find(keeps);
  if (!keeper) throw new Error(`nobody of the demo office keeps ${kind.code}`);
  return keeper;
}
