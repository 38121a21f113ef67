import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmptyDb, emptyDb } from '../../testing/db.ts';
import {
  farRowWorkbook,
  repeatedStreamPdf,
  repeatedTextWorkbook,
  zeroWidthPdf,
} from '../../testing/hostile/denial-files.ts';
import { type ServedOffice, serveOffice } from '../../testing/hostile/served-office.ts';
import { watchBeside } from '../../testing/liveness.ts';
import { signIn } from '../../testing/nodes/caller.ts';

let database: EmptyDb;
let office: ServedOffice;

beforeAll(async () => {
  database = await emptyDb();
  office = await serveOffice(database.target);
}, 120_000);
afterAll(async () => {
  await office.stop();
  await database.drop();
});

const verify = async (bytes: Uint8Array): Promise<number> => {
  const form = new FormData();
  form.set('file', new Blob([Buffer.from(bytes)]), 'paper.pdf');
  const reply = await fetch(`${office.node.address}/api/verify`, { method: 'POST', body: form });
  await reply.text();
  return reply.status;
};

describe('a file somebody sent stops nobody else', () => {
  test.each([
    ['a form that names one large object stream forty times', repeatedStreamPdf],
    ['a table of four thousand million rows without width', zeroWidthPdf],
  ])(
    'a paper to be verified: %s',
    async (_what, make) => {
      const bytes = make();
      const stop = await watchBeside(office.node.address);
      const status = await verify(bytes);
      const alive = await stop();
      expect({ status, broken: alive.broken }).toEqual({ status: 200, broken: [] });
    },
    120_000,
  );

  test.each([
    ['whose one row says it is the two thousand millionth', farRowWorkbook],
    ['whose ten thousand cells repeat one long text', repeatedTextWorkbook],
  ])(
    'a list to be imported: a workbook %s',
    async (_what, make) => {
      const caller = await signIn(office.node.address, 'unit1-filer');
      const bytes = await make();
      const stop = await watchBeside(office.node.address);
      const answer = await caller.call('importRows', {
        params: { service: 'outbound-trip', field: 'members' },
        file: { name: '名单.xlsx', bytes },
      });
      const alive = await stop();
      expect({ status: answer.status, broken: alive.broken }).toEqual({ status: 422, broken: [] });
    },
    120_000,
  );
});
