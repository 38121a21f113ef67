import { addDays, dayInShanghai } from '@zhitongche/base';
import { act, createCase } from '@zhitongche/case/server';
import type { App, DemoFace, DemoStage, OfficeActor } from '@zhitongche/core/server';
import type { FileRef } from '@zhitongche/form';
import { newId } from '@zhitongche/host';
import { picture, seal, signature } from './picture.ts';
import { rows } from './rows.ts';

export { rows };

/** Units that have handed in a seal and two signatures since, and who confirmed it. */
const SPECIMENS = [
  { unit: 'commerce', road: ['window', 'head'] },
  { unit: 'university', road: ['window', 'head'] },
  { unit: 'yunze-commerce', road: ['yunze-reviewer', 'yunze-leader'] },
] as const;

const SIDE = 220;
const DAYS_AGO = 390;

/** The seal and the signatures of a few units come on file by a change, as any unit hands them in. */
export const play: NonNullable<DemoFace['play']> = async (stage) => {
  for (const [n, { unit, road }] of SPECIMENS.entries()) await change(stage, unit, road, n);
};

async function change(
  { app: real, actors, now, drain }: DemoStage,
  unit: string,
  road: readonly string[],
  n: number,
): Promise<void> {
  const day = addDays(dayInShanghai(now.toISOString()), -DAYS_AGO);
  let clock = new Date(`${day}T01:${10 + n}:00Z`);
  const app: App = { ...real, clock: () => clock };
  const who = (username: string): OfficeActor => {
    const actor = actors.get(username);
    if (!actor) throw new Error(`nobody is called ${username}`);
    return actor;
  };
  const filer = who(`${unit}-filer`);
  const signer = who(`${unit}-signer`);
  const key = (step: number): string => `demo-account-${unit}-${step}`;
  const { id } = await createCase(app, filer, { key: key(0), service: 'unit-account' });
  const revision = async (): Promise<number> => {
    const [row] = await app.db.query<{ revision: number }>(
      'select revision from case_file where office = $1 and id = $2',
      [filer.office, id],
    );
    return row?.revision ?? 0;
  };
  if ((await revision()) > 0) return;
  const file = (name: string, bytes: Uint8Array) => upload(app, filer, id, name, bytes);
  const answers = {
    matter: 'change',
    unit: (await app.offices.get(filer.office)).orgName(filer.org),
    changes: ['seal', 'signers'],
    reason: '补报公章和签字样本（演示）',
    seal: [await file('公章样本.png', picture(SIDE, [196, 30, 38], seal))],
    letter: [
      await file(
        '申请函.png',
        picture(SIDE, [40, 40, 40], (_x, y) => Math.sin(y * 60) > 0.9),
      ),
    ],
    signers: [
      {
        name: signer.name,
        post: '分管负责人',
        specimen: [await file('签字样本.png', picture(SIDE, [20, 24, 60], signature(n)))],
      },
    ],
  };
  const steps = [
    { by: filer.id, actor: filer, command: { act: 'submit', answers, explanations: {} } },
    ...[signer, ...road.map(who)].map((actor) => ({ by: actor.id, actor, command: { act: 'agree' } })),
  ];
  for (const [step, { actor, command }] of steps.entries()) {
    clock = new Date(clock.getTime() + 3_600_000);
    await act(app, actor, { caseId: id, revision: await revision(), key: key(step + 1), command });
    await drain(app, actor.office, id);
  }
}

async function upload(
  app: App,
  actor: OfficeActor,
  caseId: string,
  name: string,
  bytes: Uint8Array,
): Promise<FileRef & { readonly [key: string]: string | number }> {
  const stored = await app.blobs.put(bytes);
  const file = { id: newId(app.clock().getTime()), name, type: 'image/png', ...stored };
  await app.db.query(
    `insert into upload (office, id, case_id, name, type, size, digest, by_person, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [actor.office, file.id, caseId, name, file.type, file.size, file.digest, actor.id, app.clock()],
  );
  return file;
}
