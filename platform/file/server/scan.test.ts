import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FileRef } from '@zhitongche/form';
import { type Door, type Got, openDoor } from '../../../apps/server/testing/door.ts';
import { EICAR, type FakeClamd, fakeClamd, TOO_DEEP } from '../../../apps/server/testing/fake-clamd.ts';
import { type TestOffice, testOffice } from '../../../apps/server/testing/office.ts';
import { freshKey } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { createCase } from '@zhitongche/case/server';
import { scanWaiting } from './scan-files.ts';
import { clamdScanner } from '@zhitongche/core/server';

let clamd: FakeClamd;
let scanned: TestOffice;
/** The same office, which soon takes a scanner for silent. */
let impatient: TestOffice;
let bare: TestOffice;
let doors: Door[];

beforeAll(async () => {
  clamd = await fakeClamd();
  const scanner = { host: '127.0.0.1', port: clamd.port };
  scanned = await testOffice({ services: [toyService], config: { scanner } });
  impatient = { ...scanned, app: { ...scanned.app, scanner: clamdScanner(scanner, 500) } };
  bare = await testOffice({ services: [toyService] });
  doors = [await openDoor(scanned), await openDoor(bare), await openDoor(impatient)];
});
afterEach(() => {
  clamd.mute = false;
});
afterAll(async () => {
  for (const door of doors) await door.close();
  await scanned.drop();
  await bare.drop();
  await clamd.close();
});

const pdf = (text: string) => `%PDF-1.4\n1 0 obj\n(${text})\nendobj\ntrailer <<>>\n%%EOF\n`;

/** A draft of an office with its uploads. */
async function draftIn(t: TestOffice, door: Door | undefined) {
  const id = (await createCase(t.app, await t.actor('filer'), { key: freshKey(), service: 'toy' })).id;
  const call = (name: 'uploadFile' | 'file' | 'fileScans', more: object): Promise<Got> | undefined =>
    door?.call('filer', name, more);
  return {
    upload: async (text: string) =>
      (await call('uploadFile', { params: { case: id }, file: { name: 'a.pdf', bytes: pdf(text) } })) as Got,
    open: async (file: string) => (await call('file', { params: { case: id, file } })) as Got,
    told: async () =>
      ((await call('fileScans', { params: { case: id } })) as Got & { json: { state: string }[] }).json.map(
        (one) => one.state,
      ),
  };
}
const idOf = (got: Got): string => {
  expect(got.status, got.text).toBe(200);
  return (got.json as FileRef).id;
};

describe('a file that is uploaded', () => {
  test('is scanned, and says that it is clean', async () => {
    const draft = await draftIn(scanned, doors[0]);
    const id = idOf(await draft.upload('邀请函'));
    expect((await draft.open(id)).status).toBe(200);
    expect(await draft.told()).toEqual(['clean']);
  });

  test('is refused when it is infected, by the name of what was found, and leaves a line in the audit', async () => {
    const draft = await draftIn(scanned, doors[0]);
    const got = await draft.upload(EICAR);
    expect([got.status, (got.json as { code: string }).code]).toEqual([422, 'file.infected']);
    expect(got.text).toContain('Eicar-Signature');
    expect(await draft.told()).toEqual([]);
    const lines = await scanned.base.owner.query("select result from audit where action = 'file.infected'");
    expect(lines).toHaveLength(1);
  });

  test('says so when only a part of it was scanned', async () => {
    const draft = await draftIn(scanned, doors[0]);
    const id = idOf(await draft.upload(TOO_DEEP));
    expect((await draft.open(id)).status).toBe(200);
    expect(await draft.told()).toEqual(['partly']);
  });

  test('stays shut away while the scanner is silent, and opens once it was scanned', async () => {
    const draft = await draftIn(impatient, doors[2]);
    clamd.mute = true;
    const id = idOf(await draft.upload('later'));
    expect(await draft.told()).toEqual(['waiting']);
    const shut = await draft.open(id);
    expect([shut.status, (shut.json as { code: string }).code]).toEqual([409, 'file.quarantined']);
    clamd.mute = false;
    await scanWaiting(scanned.app);
    expect(await draft.told()).toEqual(['clean']);
    expect((await draft.open(id)).status).toBe(200);
  });

  test('stays shut away for good when a virus is found in it later', async () => {
    const draft = await draftIn(impatient, doors[2]);
    clamd.mute = true;
    const id = idOf(await draft.upload(`${EICAR} later`));
    clamd.mute = false;
    await scanWaiting(scanned.app);
    expect(await draft.told()).toEqual(['infected']);
    expect((await draft.open(id)).status).toBe(409);
  });

  test('says that it was not scanned where no scanner is set, and the configuration check says so too', async () => {
    const draft = await draftIn(bare, doors[1]);
    const id = idOf(await draft.upload('邀请函'));
    expect((await draft.open(id)).status).toBe(200);
    expect(await draft.told()).toEqual(['none']);
    const check = async (door: Door | undefined): Promise<boolean | undefined> => {
      const lines = (await door?.call('system-admin', 'configCheck'))?.json as
        | { item: string; ok: boolean }[]
        | undefined;
      return lines?.find((line) => line.item === '病毒查杀')?.ok;
    };
    expect([await check(doors[0]), await check(doors[1])]).toEqual([true, false]);
  });
});
