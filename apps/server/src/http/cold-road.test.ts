import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { UNIT_OPINIONS } from '@zhitongche/access';
import type { CommandShape } from '@zhitongche/contract';
import type { Answers } from '@zhitongche/form';
import { ContentCache } from '@zhitongche/core/server';
import { ownDelegation } from '@zhitongche/catalogue/outbound/trip/samples.ts';
import { CLEARED } from '../../../../catalogue/outbound/trip/testing/roads.ts';
import { withUploads } from '../first-run/demo-files.ts';
import { type Door, openDoor } from '../../testing/door.ts';
import { type Cast, testOffice, type TestOffice } from '../../testing/office.ts';
import { revisionOf } from '../../testing/story.ts';

let t: TestOffice;
/** Processes of one office: one remembers, one keeps a single case in memory, one nothing at all. */
let doors: readonly Door[];
const upload = { digest: 'a'.repeat(64), size: 1000, type: 'application/pdf' };

beforeAll(async () => {
  t = await testOffice();
  doors = await Promise.all([500, 1, 0].map((most) => forgetting(most)));
});
afterAll(async () => {
  for (const door of doors) await door.close();
  await t.drop();
});

const forgetting = (most: number): Promise<Door> =>
  openDoor({ ...t, app: { ...t.app, contents: new ContentCache(most) } });

function first(): Door {
  const [door] = doors;
  if (!door) throw new Error('No process has started');
  return door;
}

/** A case on its way, and what is still to be done with it. */
interface Trip {
  readonly id: string;
  readonly answers: Answers;
  readonly left: (readonly [Cast, () => Promise<CommandShape>])[];
}

/** Faults told, corrected and sent again, so that the round before is on record too. */
async function begin(): Promise<Trip> {
  const filer = 'filer@cityUnit';
  const { json } = await first().call(filer, 'createCase', { body: { service: 'outbound-trip' } });
  const { id } = json as { id: string };
  const person = (await t.actor(filer)).id;
  const where = { office: t.office, caseId: id, person };
  const answers = await withUploads(t.app, where, upload, ownDelegation({ today: '2026-03-02' }));
  const submits = (given: Answers) => async (): Promise<CommandShape> => {
    const shown = await first().call(filer, 'case', { params: { case: id } });
    const { problems, row } = shown.json as {
      problems: { code: string; level: string }[];
      row: { status: string };
    };
    // The page of a draft without answers has nothing to say yet: it is saved first.
    const told = row.status === 'draft' ? await judged(id, given) : problems;
    const warned = told.filter(({ level }) => level === 'warn');
    return {
      act: 'submit',
      answers: given,
      explanations: Object.fromEntries(warned.map(({ code }) => [code, '情况属实，已核对。'])),
    };
  };
  const plain = (command: CommandShape) => () => Promise.resolve(command);
  const agree = plain({ act: 'agree', opinion: '经审核，同意。' });
  const fault = { at: 'members.2.post', message: '职务与邀请函不一致' };
  return {
    id,
    answers,
    left: [
      [filer, submits(answers)],
      ...UNIT_OPINIONS.map((role) => [`${role}@cityUnit`, agree] as const),
      ['signer@cityUnit', agree],
      [
        'unit-personnel@cityUnit',
        async () => ({
          act: 'filed',
          data: await withUploads(
            t.app,
            { ...where, person: (await t.actor('unit-personnel@cityUnit')).id },
            upload,
            CLEARED,
          ),
        }),
      ],
      ['city-reviewer', plain({ act: 'correct', faults: [fault] })],
      [filer, submits({ ...answers, tasks: '已按要求补充各国任务。' })],
      ['city-reviewer', agree],
      ['city-leader', agree],
      ['window', plain({ act: 'accept' })],
      ['handler', agree],
    ],
  };
}

async function judged(id: string, answers: Answers): Promise<{ code: string; level: string }[]> {
  await first().call('filer@cityUnit', 'saveDraft', { params: { case: id }, body: { answers, revision: 0 } });
  const shown = await first().call('filer@cityUnit', 'case', { params: { case: id } });
  return (shown.json as { problems: { code: string; level: string }[] }).problems;
}

/** Somebody of every side, of another unit, and of none that may look. */
const READERS: readonly Cast[] = [
  'filer@cityUnit',
  'signer@cityUnit',
  'filer',
  'city-reviewer',
  'window',
  'handler',
  'deputy-director',
  'audit-admin',
];

it('answers like a process that remembers nothing, whoever reads or acts, through whichever process, whatever it read before', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.infiniteStream(
        fc.record({
          trip: fc.nat({ max: 1 }),
          door: fc.nat({ max: 2 }),
          readers: fc.array(fc.tuple(fc.constantFrom(...READERS), fc.nat({ max: 2 })), {
            minLength: 1,
            maxLength: 3,
          }),
        }),
      ),
      async (turns) => {
        const trips = [await begin(), await begin()];
        while (trips.some(({ left }) => left.length > 0)) {
          const turn = turns.next().value;
          const trip = trips[turn.trip] ?? trips[0];
          if (!trip) throw new Error('No trip');
          const next = trip.left.shift();
          if (next) {
            const [by, command] = next;
            const body = { revision: await revisionOf(t, trip.id), command: await command() };
            const got = await doors[turn.door]?.call(by, 'act', { params: { case: trip.id }, body });
            expect([by, got?.status, got?.status === 200 ? '' : got?.text]).toEqual([by, 200, '']);
            expect(got?.json).toEqual(await read(doors.at(-1), by, trip.id));
          }
          for (const [reader, door] of turn.readers) {
            expect(await read(doors[door], reader, trip.id)).toEqual(
              await read(doors.at(-1), reader, trip.id),
            );
          }
        }
      },
    ),
    { numRuns: 2 },
  );
}, 120_000);

/** A page, or why there is none; only the request has a number of its own. */
async function read(door: Door | undefined, reader: Cast, id: string): Promise<unknown> {
  if (!door) throw new Error('No such process');
  const { status, json } = await door.call(reader, 'case', { params: { case: id } });
  if (status === 200) return json;
  const { instance: _, ...refusal } = json as { readonly instance: string };
  return refusal;
}
