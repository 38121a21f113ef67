import { Readable } from 'node:stream';
import type { DemoStage } from '@zhitongche/core/server';
import { allRows, keepRow, uploadToRegister } from '@zhitongche/register/server';
import { portrait } from '../../../shared/demo/portrait.ts';
import { CLERKS } from '../basis.ts';
import { lacksPhoto } from '../clerk-photo.ts';

/** User names of clerks who handed in a photograph; the others have none yet, and no card. */
const HANDED_IN = ['commerce-filer', 'university-filer', 'yunze-commerce-filer'];
const MOST = 2000;

/** Photographs of some clerks, as the window took them in. */
export async function pictured({ app, actors }: DemoStage): Promise<void> {
  const window = actors.get('window');
  if (!window) throw new Error('nobody of the demo office keeps the clerks');
  for (const { id, revision, answers } of await allRows(app, window, CLERKS, {}, MOST)) {
    const { login } = answers;
    if (typeof login !== 'string' || !HANDED_IN.includes(login) || !lacksPhoto(answers.photo)) continue;
    const photo = await uploadToRegister(app, window, CLERKS, {
      name: '一寸照.jpg',
      stream: Readable.from([portrait()]),
      limit: 1_000_000,
      photo: true,
    });
    await keepRow(app, window, {
      register: CLERKS,
      id,
      revision,
      key: `demo-photo-${login}`,
      command: { act: 'edit', answers: { ...answers, photo: [{ ...photo }] } },
    });
  }
}
