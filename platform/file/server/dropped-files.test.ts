import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileRef } from '@zhitongche/form';
import { housekeep } from '../../../apps/server/src/job/housekeeping.ts';
import { type Door, openDoor } from '../../../apps/server/testing/door.ts';
import { type TestOffice, testOffice } from '../../../apps/server/testing/office.ts';
import { gate } from '../../../apps/server/testing/gate.ts';
import { freshKey } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { createCase, deleteDraft } from '@zhitongche/case/server';
import { uploadToCase } from '../../case/server/files/case-files.ts';

let t: TestOffice;
let door: Door;

beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  door = await openDoor(t);
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

const pdf = (text: string) => `%PDF-1.4\n1 0 obj\n(${text})\nendobj\ntrailer <<>>\n%%EOF\n`;
const draft = async (): Promise<string> =>
  (await createCase(t.app, await t.actor('filer'), { key: freshKey(), service: 'toy' })).id;
const uploaded = async (id: string, text: string): Promise<string> => {
  const file = { name: 'a.pdf', bytes: pdf(text) };
  const got = await door.call('filer', 'uploadFile', { params: { case: id }, file });
  expect(got.status, got.text).toBe(200);
  return (got.json as FileRef).digest;
};
const onDisk = async (digest: string): Promise<boolean> => (await t.app.blobs.read(digest)) !== null;

test('housekeeping leaves it to the office’s figure how long a request is remembered', async () => {
  const { id } = await t.actor('filer');
  const at = new Date(t.app.clock().getTime() - 40 * 86_400_000);
  await t.base.owner.query(
    "insert into request_key (office, person, key, request, at) values ($1, $2, 'forty-days-old', '', $3)",
    [t.office, id, at],
  );
  await housekeep(t.app);
  expect(await t.base.owner.query("select 1 from request_key where key = 'forty-days-old'")).toHaveLength(1);
});

test('two uploads at once do not pass the most a case may hold together, and what was refused leaves the disk', async () => {
  t.at('2026-03-02T02:00:00.000Z');
  const [id, filer] = [await draft(), await t.actor('filer')];
  await t.base.owner.query(
    `insert into upload (office, id, case_id, name, type, size, digest, by_person, at)
     select $1, gen_random_uuid(), $2, 'a.pdf', 'application/pdf', 1, repeat('0', 64), $3, now() from generate_series(1, 299)`,
    [t.office, id, filer.id],
  );
  // Each waits until the other has been judged as well.
  const both = gate();
  let arrived = 0;
  const digests: string[] = [];
  const put: typeof t.app.blobs.put = async (stream) => {
    const stored = await t.app.blobs.put(stream);
    digests.push(stored.digest);
    arrived += 1;
    if (arrived === 2) both.open();
    await both.opened;
    return stored;
  };
  const app = { ...t.app, blobs: { ...t.app.blobs, put } };
  const send = (text: string) =>
    uploadToCase(app, filer, id, {
      name: 'a.pdf',
      stream: Readable.from(Buffer.from(pdf(text))),
      limit: 1e6,
    });
  const got = await Promise.allSettled([send('one'), send('two')]);
  expect(got.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(got.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { status: 422, code: 'file.quota' },
  });
  expect(
    await t.base.owner.query('select count(*)::int as held from upload where case_id = $1', [id]),
  ).toEqual([{ held: 300 }]);
  t.at('2026-03-03T03:00:00.000Z');
  await housekeep(t.app);
  const left = await Promise.all(digests.map(onDisk));
  expect(left.filter(Boolean)).toHaveLength(1);
});

describe('the uploads of a deleted draft', () => {
  test('leave the disk the day after, all but those another case holds', async () => {
    t.at('2026-03-02T02:00:00.000Z');
    const [gone, other] = [await draft(), await draft()];
    const [own, shared] = [await uploaded(gone, 'own'), await uploaded(gone, 'shared')];
    expect(await uploaded(other, 'shared')).toBe(shared);
    await deleteDraft(t.app, await t.actor('filer'), gone);
    // A backup that began before may still want to read them.
    await housekeep(t.app);
    expect([await onDisk(own), await onDisk(shared)]).toEqual([true, true]);
    t.at('2026-03-03T03:00:00.000Z');
    await housekeep(t.app);
    expect([await onDisk(own), await onDisk(shared)]).toEqual([false, true]);
    expect(await t.base.owner.query('select sm3 from dropped_file')).toEqual([]);
  });

  test('stay when the same content was uploaded again meanwhile', async () => {
    t.at('2026-03-04T02:00:00.000Z');
    const gone = await draft();
    const digest = await uploaded(gone, 'again');
    await deleteDraft(t.app, await t.actor('filer'), gone);
    await uploaded(await draft(), 'again');
    t.at('2026-03-06T02:00:00.000Z');
    await housekeep(t.app);
    expect(await onDisk(digest)).toBe(true);
  });
});
