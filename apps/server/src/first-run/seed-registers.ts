import { addDays, dayInShanghai } from '@zhitongche/base';
import type { App, OfficeActor } from '@zhitongche/core/server';
import { sm3Hex } from '@zhitongche/formats';
import { keepAsSystem, keepRow, openRows } from '@zhitongche/register/server';
import type { CommandSent, RegisterKind, RowCommand, SampleRow } from '@zhitongche/register';
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
        const done = isPrograms(kind, command)
          ? keepAsProgram(app, { office: doer.office, kind, key, command: command as RowCommand, ...of })
          : keepRow(app, doer, { register: kind.code, key, command, ...of });
        ({ id } = await done.catch((cause) => {
          throw new Error(`sample ${index} of ${kind.code}, ${JSON.stringify(command)}`, { cause });
        }));
      }
    }
}

/** Whether nobody does it by hand in a register of the program's own. */
const isPrograms = ({ byProgram, stages }: RegisterKind, command: CommandSent): boolean =>
  byProgram === true &&
  (command.act === 'enter' ||
    (command.act === 'move' && stages?.moves.find(({ key }) => key === command.move)?.roles?.length === 0));

/** Does it as the program would; what a start that was cut off did already is left. */
async function keepAsProgram(
  app: App,
  asked: {
    readonly office: string;
    readonly kind: RegisterKind;
    readonly key: string;
    readonly command: RowCommand;
    readonly id?: string;
    readonly revision?: number;
  },
): Promise<{ readonly id: string }> {
  const { office, kind, command, revision = 0 } = asked;
  const book = await app.offices.get(office);
  const hex = sm3Hex(Buffer.from(JSON.stringify([office, asked.key])));
  const id =
    asked.id ??
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  await app.db.tx(async (query) => {
    const [before = null] = await openRows(app, query, office, [id]);
    if ((before?.row.revision ?? 0) === revision)
      await keepAsSystem({ app, query, book, kind, id, before, command });
  });
  return { id };
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
