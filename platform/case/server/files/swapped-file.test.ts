import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCase } from '../usecase/create-case.ts';
import { newId } from '@zhitongche/host';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { answersOf, planted, unitsService } from '../../../../apps/server/testing/planted.ts';
import { freshKey, takes } from '../../../../apps/server/testing/story.ts';
import { verifyAttached } from '../../../proof/server/verify-attached.ts';
import { openCaseFile } from './case-files.ts';

const WHO = planted('欧阳明月', '1949-12-31', 1);
let t: TestOffice;
let caseId = '';
let file = '';
beforeAll(async () => {
  t = await testOffice({ services: [unitsService] });
  const filer = await t.actor('filer');
  caseId = (await createCase(t.app, filer, { key: freshKey(), service: 'toy' })).id;
  const scan = await uploaded('护照原件', filer.id);
  file = scan.id;
  await takes(t, 'filer', caseId, { act: 'submit', answers: { ...answersOf(WHO), scan: [scan] } });
}, 120_000);
afterAll(() => t.drop());

async function uploaded(text: string, by: string) {
  const { digest, size } = await t.app.blobs.put(Buffer.from(text));
  const one = { id: newId(), name: '护照.pdf', size, type: 'application/pdf', digest };
  await t.base.owner.query(
    `insert into upload (office, id, case_id, name, type, size, digest, by_person, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
    [t.office, one.id, caseId, one.name, one.type, size, digest, by],
  );
  return one;
}
const open = async () => openCaseFile(t.app, await t.actor('filer'), caseId, file);
const broken = async () => (await verifyAttached(t.app, t.office)).join('\n');

describe('an attachment exchanged past the program', () => {
  it('is as it was sent while nobody touched it', async () => {
    expect(await text((await open()).body as Readable)).toBe('护照原件');
    expect(await broken()).toBe('');
  });

  it('is opened for nobody and named by verify, though the other file is sound in itself', async () => {
    const other = await uploaded('另一份', (await t.actor('filer')).id);
    await t.base.owner.query('update upload set digest = $2, size = $3 where id = $1', [
      file,
      other.digest,
      other.size,
    ]);
    await expect(open()).rejects.toMatchObject({ status: 409, code: 'file.not-as-sent' });
    expect(await broken()).toContain('护照.pdf');
  });

  it('or taken away is named too', async () => {
    await t.base.owner.query('delete from upload where id = $1', [file]);
    expect(await broken()).toContain('护照.pdf');
  });
});
