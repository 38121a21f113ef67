import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileRef } from '@zhitongche/form';
import type { Problem } from '@zhitongche/base';
import { newId } from '@zhitongche/host';
import { type Door, type Got, openDoor } from '../../../apps/server/testing/door.ts';
import { type TestOffice, testOffice } from '../../../apps/server/testing/office.ts';
import { freshKey, submitted, takes } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { act, createCase } from '@zhitongche/case/server';
import { readSheets } from './sheet.ts';

const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF\n', 'latin1');
let t: TestOffice;
let door: Door;
let folder = '';
let draft = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'door-'));
  const { catalogue } = await import('@zhitongche/catalogue/find-service.ts');
  t = await testOffice({ config: { dataDir: folder }, services: [toyService, ...catalogue] });
  door = await openDoor(t);
  draft = (await createCase(t.app, await t.actor('filer'), { key: freshKey(), service: 'toy' })).id;
});
afterAll(async () => {
  await door.close();
  await t.drop();
  await rm(folder, { recursive: true, force: true });
});

const upload = (
  name: string,
  bytes: Uint8Array | string,
  who: Parameters<Door['call']>[0] = 'filer',
  id = draft,
) => door.call(who, 'uploadFile', { params: { case: id }, file: { name, bytes } });
const fetchFile = (who: Parameters<Door['call']>[0], file: string, id = draft) =>
  door.call(who, 'file', { params: { case: id, file } });
const fileOf = (got: Got): FileRef => {
  expect(got.status, got.text).toBe(200);
  return got.json as FileRef;
};
const codeOf = ({ json }: Got) => (json as { code?: string } | null)?.code;

describe('a file uploaded to a case', () => {
  const broken: readonly (readonly [string, string, string])[] = [
    ['names no boundary', 'multipart/form-data', 'x'],
    ['names an empty boundary', 'multipart/form-data; boundary=', 'x'],
    ['never comes to its boundary', 'multipart/form-data; boundary=b', 'x'],
    [
      'ends within the file',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4',
    ],
  ];
  test.each(broken)('is refused as not whole when its body %s', async (_, type, body) => {
    for (const [who, name] of [
      ['filer', 'uploadFile'],
      ['filer', 'importRows'],
      [null, 'verifyFile'],
    ] as const) {
      const got = await door.call(who, name, {
        params: { case: draft, service: 'outbound-trip', field: 'members' },
        headers: { 'content-type': type },
        body,
      });
      expect([name, got.status, codeOf(got)]).toEqual([name, 400, 'file.not-whole']);
    }
  });

  test('comes back unchanged, shown in place, with headers that run nothing', async () => {
    const file = fileOf(await upload('邀请函.pdf', pdf));
    expect(file).toMatchObject({ name: '邀请函.pdf', type: 'application/pdf', size: pdf.length });
    const got = await fetchFile('filer', file.id);
    expect(got.text).toBe(pdf.toString());
    expect(got.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(got.headers['content-disposition']).toContain(
      `filename*=UTF-8''${encodeURIComponent('邀请函.pdf')}`,
    );
  });

  test('is nobody else’s: other units and administrators get the answer of a file that is not there', async () => {
    const file = fileOf(await upload('a.pdf', pdf));
    for (const who of ['filer@other', 'system-admin', 'audit-admin'] as const) {
      expect((await fetchFile(who, file.id)).status).toBe(404);
      expect((await upload('a.pdf', pdf, who)).status).toBe(404);
    }
    expect((await fetchFile(null, file.id)).status).toBe(401);
  });

  test('is not found through another case of the same unit', async () => {
    const file = fileOf(await upload('a.pdf', pdf));
    const other = await createCase(t.app, await t.actor('filer'), { key: freshKey(), service: 'toy' });
    expect((await fetchFile('filer', file.id, other.id)).status).toBe(404);
    expect((await fetchFile('filer', newId())).status).toBe(404);
  });

  test('cannot be named in the answers of another case', async () => {
    const file = fileOf(await upload('a.pdf', pdf));
    const filer = await t.actor('filer');
    const { id } = await createCase(t.app, filer, { key: freshKey(), service: 'outbound-trip' });
    const command = { act: 'submit', answers: { requestLetter: [{ ...file }] } };
    const refused = await act(t.app, filer, { caseId: id, revision: 0, key: freshKey(), command }).then(
      () => [],
      (error: { more: { problems: Problem[] } }) => error.more.problems,
    );
    expect(refused.map((p) => [p.code, ...p.at])).toEqual([['file.foreign', 'requestLetter', 0]]);
  });

  test('may be added by whoever decides now, not by whoever decided before', async () => {
    const id = await submitted(t, 'toy', { subject: '海南考察', copies: 1 });
    expect((await upload('a.pdf', pdf, 'signer', id)).status).toBe(200);
    await takes(t, 'signer', id, { act: 'agree' });
    expect(codeOf(await upload('a.pdf', pdf, 'signer', id))).toBe('file.not-open');
    expect((await upload('a.pdf', pdf, 'handler', id)).status).toBe(200);
  });

  test.each([
    ['a program named as a PDF', 'a.pdf', 'MZ\x90', 422, 'file.type'],
    ['nothing', 'a.pdf', '', 422, 'file.empty'],
    ['ten megabytes packed to nothing', 'a.zip', zipSync({ x: new Uint8Array(10 << 20) }), 422, 'file.bomb'],
    ['no name that can be kept', '...', pdf, 422, 'file.name'],
  ])(
    'that is %s is refused in both languages and leaves nothing behind',
    async (_what, name, bytes, status, code) => {
      const before = await t.base.owner.query('select count(*) as n from upload');
      const got = await upload(name, bytes);
      expect([got.status, codeOf(got)]).toEqual([status, code]);
      expect(got.json).toMatchObject({
        detail: expect.stringMatching(/\p{Script=Han}/u),
        en: expect.stringMatching(/[a-z]/),
      });
      expect(await t.base.owner.query('select count(*) as n from upload')).toEqual(before);
      expect(await readdir(join(folder, 'spool'))).toEqual([]);
    },
  );

  test('over fifty megabytes is answered 413 and not cut to size, on a real connection', async () => {
    await door.http.listen({ host: '127.0.0.1', port: 0 });
    const { token, csrf } = await t.session('filer');
    const boundary = 'b';
    const chunk = randomBytes(1 << 20);
    const port = (door.http.server.address() as AddressInfo).port;
    const status = await new Promise<number>((resolve, reject) => {
      const call = request(
        {
          port,
          method: 'POST',
          path: `/api/cases/${draft}/files`,
          headers: {
            cookie: `ztc=${token}`,
            'x-csrf-token': csrf,
            'content-type': `multipart/form-data; boundary=${boundary}`,
          },
        },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      );
      call.on('error', reject);
      call.write(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4`,
      );
      for (let n = 0; n < 51; n += 1) call.write(chunk);
      call.end(`\r\n--${boundary}--\r\n`);
    });
    expect(status).toBe(413);
    expect(await readdir(join(folder, 'spool'))).toEqual([]);
  });

  test('leaves a line in the audit when it is put in and when it is opened', async () => {
    const file = fileOf(await upload('a.pdf', pdf));
    await fetchFile('filer', file.id);
    const lines = await t.base.owner.query<{ action: string }>(
      "select action from audit where detail->>'file' = $1 order by xid",
      [file.id],
    );
    expect(lines.map((line) => line.action)).toEqual(['file.upload', 'file.open']);
  });
});

describe('spreadsheets at the door', () => {
  test('members are imported by the template the door hands out', async () => {
    const where = { params: { service: 'outbound-trip', field: 'members' } };
    const template = await door.call('filer', 'importTemplate', where);
    expect(template.status).toBe(200);
    const got = await door.call('filer', 'importRows', {
      ...where,
      file: { name: '名单.csv', bytes: '姓名,性别,出生日期\n林若谷,男,1980/1/2\n' },
    });
    expect(got.json).toMatchObject({
      rows: [{ name: '林若谷', sex: 'M', birthDate: '1980-01-02' }],
      unknownHeads: [],
      passedOver: [],
    });
    const problems = (got.json as { problems: Problem[] }).problems;
    expect(problems.every((p) => p.at[0] === 'members')).toBe(true);
  });

  test('only those who may file a service import lists for it', async () => {
    const where = { params: { service: 'outbound-trip', field: 'members' } };
    const file = { name: '名单.csv', bytes: '姓名\n林若谷\n' };
    for (const who of ['handler', 'director', 'audit-admin', 'system-admin'] as const) {
      const got = await door.call(who, 'importRows', { ...where, file });
      expect([got.status, codeOf(got)]).toEqual([403, 'service.not-yours']);
    }
    expect((await door.call('filer', 'importRows', { ...where, file })).status).toBe(200);
  });

  test('fields that are no tables cannot be imported', async () => {
    for (const field of ['purpose', 'nothing', '__proto__'])
      expect(
        (await door.call('filer', 'importTemplate', { params: { service: 'outbound-trip', field } })).status,
      ).toBe(404);
  });

  test('the exported list says who took it and when, holds no formula, and is on record', async () => {
    const id = await submitted(t, 'toy', { subject: '=1+1', copies: 1 });
    const got = await door.http.inject({
      method: 'GET',
      url: '/api/inbox/export?tab=todo',
      headers: { cookie: `ztc=${(await t.session('signer')).token}` },
    });
    const sheet = await readSheets('a.xlsx', got.rawPayload);
    const rows = sheet.ok ? (sheet.value[0]?.cells ?? []) : [];
    expect(rows[0]?.[0]).toMatch(/单位签批人 于 2026-03-02 09:00 导出，共 \d+ 行/);
    expect(rows.flat()).toContain("'=1+1证明");
    const [line] = await t.base.owner.query<{ object: string }>(
      "select object from audit where action = 'case.export' order by xid desc limit 1",
    );
    expect(line?.object).toBe('list:todo');
    expect(id).not.toBe('');
  });
});
