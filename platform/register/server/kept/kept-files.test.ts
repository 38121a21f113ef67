import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { sweepFiles } from '@zhitongche/file/server';
import { newId } from '@zhitongche/host';
import type { ProblemError } from '@zhitongche/core/server';
import { toyKeys } from '../../testing/toy-register.ts';
import { keepRow } from './keep-row.ts';
import { dropLooseFiles, openKeptFile, uploadToRegister } from './kept-files.ts';
import { verifyKept } from './verify-kept.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ registers: [toyKeys] });
});
afterAll(() => t.drop());

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const upload = async (cast: Cast) =>
  await uploadToRegister(t.app, await t.actor(cast), 'toy-keys', {
    name: '照片.png',
    stream: Readable.from([PIXEL]),
    limit: 1_000_000,
  });
const enter = async (answers: object, cast: Cast = 'handler') =>
  (
    await keepRow(t.app, await t.actor(cast), {
      register: 'toy-keys',
      key: newId(),
      command: { act: 'enter', answers: answers as never },
    })
  ).id;
const open = async (cast: Cast, row: string, file: string): Promise<Buffer> => {
  const { body } = await openKeptFile(t.app, await t.actor(cast), 'toy-keys', row, file);
  return body instanceof Uint8Array ? Buffer.from(body) : await buffer(body);
};
const codes = async (work: Promise<unknown>): Promise<readonly string[]> =>
  await work.then(
    () => [],
    (error: ProblemError) =>
      error.more.problems?.map(({ code, at }) => `${code} ${at.join('.')}`) ?? [error.code],
  );

describe('a file of a row', () => {
  it('is taken in by who keeps the register, opened by who may see its field, on record', async () => {
    const [photo, secret] = [await upload('handler'), await upload('handler')];
    const row = await enter({ tag: 'F-1', room: '有照片', kind: 'door', photo: [photo], secret: [secret] });
    expect((await open('window', row, photo.id)).equals(PIXEL)).toBe(true);
    expect(await codes(open('window', row, secret.id))).toEqual(['file.personal']);
    expect((await open('handler', row, secret.id)).equals(PIXEL)).toBe(true);
    expect(await codes(open('finance-officer', row, photo.id))).toEqual(['register.unknown']);
    expect(await codes(open('city-reviewer', row, photo.id))).toEqual(['row.unknown']);
    expect(await codes(upload('window'))).toEqual(['file.not-open']);
    const [line] = await t.app.db.query<{ n: number }>(
      `select count(*)::int as n from audit where action = 'file.open' and object = $1`,
      [`row:${row}`],
    );
    expect(line?.n).toBe(2);
  });

  it('exchanged past the program is opened for nobody, and named by verify', async () => {
    const [own, other] = [await upload('handler'), await upload('handler')];
    const row = await enter({ tag: 'F-9', room: '被换', kind: 'door', photo: [own] });
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
    await t.base.owner.query("update kept_upload set digest = repeat('a', 64) where id = $1", [own.id]);
    expect(await codes(open('handler', row, own.id))).toEqual(['file.not-as-sent']);
    expect((await verifyKept(t.app, t.office)).broken.join()).toContain(own.name);
    await t.base.owner.query('update kept_upload set digest = $2 where id = $1', [own.id, other.digest]);
  });

  it('of another row, of somebody else, or changed on the way is no file of this one', async () => {
    const photo = await upload('handler');
    const row = await enter({ tag: 'F-2', room: '第二', kind: 'door', photo: [photo] });
    const other = { tag: 'F-3', room: '第三', kind: 'door' };
    expect(await codes(enter({ ...other, photo: [photo] }))).toEqual(['file.foreign photo.0']);
    const theirs = await upload('city-reviewer');
    expect(await codes(enter({ ...other, photo: [theirs] }))).toEqual(['file.foreign photo.0']);
    const mine = await upload('handler');
    expect(await codes(enter({ ...other, photo: [{ ...mine, digest: photo.digest, size: 9 }] }))).toEqual([
      'file.foreign photo.0',
    ]);
    expect(await codes(enter({ ...other, room: '', photo: [theirs] }))).toEqual([
      'field.required room',
      'file.foreign photo.0',
    ]);
    expect((await open('handler', row, photo.id)).equals(PIXEL)).toBe(true);
  });

  it('that no row came to name goes after a week, and from the disk a day later', async () => {
    t.at('2026-04-01');
    const loose = await uploadToRegister(t.app, await t.actor('handler'), 'toy-keys', {
      name: '没用上.png',
      stream: Readable.from([Buffer.concat([PIXEL, Buffer.from('x')])]),
      limit: 1_000_000,
    });
    expect(await dropLooseFiles(t.app)).toBeGreaterThan(0);
    t.at('2026-04-10');
    expect(await dropLooseFiles(t.app)).toBe(1);
    t.at('2026-04-12');
    await sweepFiles(t.app);
    expect(await t.app.blobs.has(loose.digest)).toBe(false);
  });
});
