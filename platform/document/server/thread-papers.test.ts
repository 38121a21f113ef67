import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { PaperDoc } from '@zhitongche/base';
import { newOfficeKey, type PaperSigner, softwareSigner, verifyPdf } from '@zhitongche/formats';
import { ThreadBusy, ThreadDied } from '../../../packages/host/src/thread/kept-thread.ts';
import { makePapers } from './paper-maker.ts';
import { threadPapers } from './thread-papers.ts';

const OFFICE = '某某省人民政府外事办公室';
const doc: PaperDoc = {
  kind: 'approval',
  name: '批件',
  issuer: OFFICE,
  issuedOn: '2026-03-02',
  blocks: [
    { kind: 'redHead', office: OFFICE, form: 'document' },
    { kind: 'title', lines: ['关于同意出访的批复'] },
    { kind: 'paragraph', text: '同意你单位组团赴外执行公务，在外停留时间按规定执行。'.repeat(20) },
    { kind: 'signature', offices: [OFFICE], date: '2026-03-02' },
    { kind: 'verification', url: 'https://verify.example.test/verify/abc', code: '7K3D-Q9FM-2XTH' },
  ],
};
const wish = { docx: true, signer: null, at: new Date('2026-03-02T01:00:00Z'), issuer: OFFICE };
const papers = threadPapers();
afterAll(() => papers.stop());

const valueOf = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
};

describe('papers made by a thread of their own', () => {
  it('are the very bytes that are made without one, the Word file but for its date', async () => {
    const [there, here] = [await papers.make(doc, wish), await makePapers().make(doc, wish)].map(valueOf);
    expect(Buffer.from(there?.pdf ?? []).equals(here?.pdf ?? Buffer.alloc(1))).toBe(true);
    // The Word file says when it was made; its text and layout do not.
    const [one, other] = [there, here].map((made) => unzipSync(made?.docx ?? new Uint8Array()));
    expect(one?.['word/document.xml']?.length).toBeGreaterThan(1000);
    expect(one?.['word/document.xml']).toEqual(other?.['word/document.xml']);
    expect(
      Buffer.from(there?.pdf ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('are signed by a key that stays where it is: the thread asks, and is told the signature only', async () => {
    const key = softwareSigner(
      await newOfficeKey({
        organisation: OFFICE,
        commonName: OFFICE,
        notBefore: new Date('2026-01-01T00:00:00Z'),
        notAfter: new Date('2027-01-01T00:00:00Z'),
        algorithm: 'ecdsa-p256',
      }),
    );
    let asked = 0;
    const signer: PaperSigner = {
      certificate: key.certificate,
      sign(data) {
        asked += 1;
        return key.sign(data);
      },
    };
    const made = valueOf(await papers.make(doc, { ...wish, signer }));
    expect(asked).toBe(1);
    expect(verifyPdf(made.pdf, [key.certificate])).toMatchObject({ valid: true, coversWhole: true });
  });

  it('come one for each that was asked for, however many are asked for at once, each its own', async () => {
    const names = Array.from({ length: 8 }, (_, n) => `第${n}号批件`);
    const made = await Promise.all(
      names.map((name) => papers.make({ ...doc, name }, { ...wish, docx: false })),
    );
    const alone = makePapers();
    for (const [n, name] of names.entries()) {
      const own = valueOf(await alone.make({ ...doc, name }, { ...wish, docx: false }));
      const there = made[n];
      expect(there?.ok === true && Buffer.from(there.value.pdf).equals(own.pdf)).toBe(true);
    }
  });

  it('say what stands in the way as they do without one', async () => {
    const odd: PaperDoc = { ...doc, blocks: [{ kind: 'paragraph', text: '缺字 𫍰' }] };
    const [there, here] = [await papers.make(odd, wish), await makePapers().make(odd, wish)];
    expect(there.ok).toBe(false);
    expect(there).toEqual(here);
  });

  it('fail, and no more than that, when the signature device does not answer', async () => {
    const signer: PaperSigner = {
      certificate: new Uint8Array([1]),
      sign: async () => Promise.reject(new Error('no device')),
    };
    await expect(papers.make(doc, { ...wish, signer })).rejects.toThrow();
    expect((await papers.make(doc, wish)).ok).toBe(true);
  });
});

describe('a paper thread that dies', () => {
  it('of hanging, or of too little memory, fails its task as one to be tried again', async () => {
    const hasty = threadPapers(undefined, { seconds: 0.001 });
    await expect(hasty.make(doc, wish)).rejects.toThrow(ThreadDied);
    const small = threadPapers(undefined, { megabytes: 6 });
    await expect(small.make(doc, wish)).rejects.toThrow(/memory/);
  });

  it('is started again by the next paper', async () => {
    const own = threadPapers();
    const lost = expect(own.make(doc, wish)).rejects.toThrow(ThreadDied);
    await own.stop();
    await lost;
    expect((await own.make(doc, wish)).ok).toBe(true);
    await own.stop();
  });

  it('takes no more than it was allowed to have waiting', async () => {
    const narrow = threadPapers(undefined, { most: 1 });
    const first = narrow.make(doc, wish);
    await expect(narrow.make(doc, wish)).rejects.toThrow(ThreadBusy);
    expect((await first).ok).toBe(true);
    await narrow.stop();
  });
});
