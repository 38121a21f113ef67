import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSm2Record } from '@zhitongche/formats';
import { newSm2KeyPair } from '../../../packages/formats/src/sm/sm2.ts';
import {
  type CodedPaper,
  PAPER_COLUMNS,
  paperMac,
  verifyByCode,
  verifyByFile,
} from '@zhitongche/document/server';
import { workOff } from '../../../apps/server/testing/jobs.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { submitted, takes } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { verifyAll } from './verify-all.ts';

let t: TestOffice;
let paper: CodedPaper;
let pdf: Uint8Array;

beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  const caseId = await submitted(t, 'toy', { subject: '海南考察', copies: 1, holder: '甲' });
  await takes(t, 'signer', caseId, { act: 'agree', opinion: '同意' });
  await takes(t, 'handler', caseId, { act: 'agree' });
  await workOff(t.app);
  const [row] = await t.base.owner.query<CodedPaper>(`select ${PAPER_COLUMNS} from paper`);
  if (!row) throw new Error('No paper');
  paper = row;
  pdf = (await t.app.blobs.read(paper.pdf_digest)) ?? new Uint8Array();
}, 120_000);
afterAll(() => t.drop());

/** Writes the row as the program itself would, code and all: only the signature tells. */
async function written(change: Partial<CodedPaper>): Promise<void> {
  const row = { ...paper, ...change };
  await t.base.owner.query('update paper set record = $1, number = $2, issuer = $3, signer = $4, mac = $5', [
    JSON.stringify(row.record),
    row.number,
    row.issuer,
    row.signer,
    paperMac(t.app.keys, row),
  ]);
}
const broken = async (): Promise<readonly string[]> => (await verifyAll(t.app))[0]?.broken ?? [];

describe('the SM2 record of a paper', () => {
  test('is verified by the walk and told on the public page', async () => {
    expect(await broken()).toEqual([]);
    const told = await verifyByCode(t.app, paper.code);
    expect(told).toMatchObject({ result: 'valid', sm2: { signedAt: t.app.clock().toISOString() } });
    expect(await verifyByFile(t.app, { bytes: async () => pdf })).toMatchObject({
      result: 'valid',
      sm2: { signedAt: t.app.clock().toISOString() },
    });
  });

  const facts = { number: '', code: '', office: '', signedAt: '2026-03-02T01:00:00.000Z' };
  test.each([
    ['was taken away', { record: {} }],
    ['is another file’s', () => ({ record: makeSm2Record(Buffer.from('other'), facts, t.app.keys.audit) })],
    [
      'is a stranger’s',
      () => ({
        record: makeSm2Record(
          pdf,
          { number: paper.number ?? '', code: paper.code, office: paper.issuer, signedAt: facts.signedAt },
          newSm2KeyPair(),
        ),
      }),
    ],
    [
      'names another instant',
      () => ({ record: { ...paper.record, signedAt: facts.signedAt.replace('01', '02') } }),
    ],
    ['does not vouch for the number told', { number: '另一文号〔2026〕1号' }],
    ['does not vouch for the issuer told', { issuer: '另一机关' }],
    ['has no shape', { record: { version: 1 } as unknown as CodedPaper['record'] }],
  ] as const)(
    'that %s is named by the walk, and the public page trusts the paper no more',
    async (_what, change) => {
      try {
        await written(typeof change === 'function' ? (change() as Partial<CodedPaper>) : change);
        expect((await broken()).join()).toContain('国密签名记录');
        const told = await verifyByCode(t.app, paper.code);
        expect(told.result).toBe('altered');
        expect(told.facts).toBeUndefined();
        expect((await verifyByFile(t.app, { bytes: async () => pdf })).result).toBe('altered');
      } finally {
        await written({});
      }
    },
  );
});
