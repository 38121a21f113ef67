import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkSeal, sealAddress, sealName, type TrustList } from '@zhitongche/base';
import { makeSm2Record, newVerificationKeys, sealPaper, signPdf, sm3Hex } from '@zhitongche/formats';
import { appendRevision } from '../../../packages/formats/src/sign/pdf-append.ts';
import { PdfFile } from '../../../packages/formats/src/sign/pdf-file.ts';
import { newId } from '@zhitongche/host';
import { endPapers, recordPaper } from './paper-rows.ts';
import { recordSeal } from './paper-seals.ts';
import { signerOf } from './signing-keys.ts';
import { type Door, openDoor } from '../../../apps/server/testing/door.ts';
import { type TestOffice, testOffice } from '../../../apps/server/testing/office.ts';

let t: TestOffice;
let door: Door;
let genuine: Buffer;

/** One empty page, as the typesetter would leave it for signing. */
function page(): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ];
  let text = '%PDF-1.7\n';
  const rows = objects.map((value, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${value}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const at = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

beforeAll(async () => {
  t = await testOffice();
  door = await openDoor(t);
  const { signer, name } = await signerOf(t.app, t.office, t.orgs.root, '某某省人民政府外事办公室');
  const signed = await signPdf(page(), signer, { at: t.app.clock(), name: '某某省人民政府外事办公室' });
  if (!signed.ok) throw new Error('not signed');
  genuine = Buffer.from(signed.value);
  const facts = { number: '', code: 'CODE', office: '某某省外办', signedAt: t.app.clock().toISOString() };
  const record = makeSm2Record(genuine, facts, t.app.keys.audit);
  await t.base.owner.query(
    `insert into paper (office, case_id, paper, issue, title, issuer, issued_on, code, token, pdf_digest, facts, signer, record)
     values ($1, $2, 'approval', 1, '任务批件', '某某省外办', '2026-03-02', 'CODE', 'TOKEN', $3, '[]', $4, $5)`,
    [t.office, newId(), sm3Hex(genuine), name, JSON.stringify(record)],
  );
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

const told = async (bytes: Uint8Array): Promise<unknown> =>
  ((await door.call(null, 'verifyFile', { file: { name: 'a.pdf', bytes } })).json as { result: string })
    .result;
const withoutSignature = (): Buffer =>
  appendRevision(new PdfFile(genuine), [{ number: 1, value: '<</Type/Catalog/Pages 2 0 R>>' }]);

test('a file this office never issued is answered as a file, with what to do, not as a mistyped code', async () => {
  const { json } = await door.call(null, 'verifyFile', { file: { name: 'a.pdf', bytes: page() } });
  const { result, message } = json as { result: string; message: string };
  expect(result).toBe('not-found');
  expect(message).toContain('没有出具过这份文件');
  expect(message).toContain('PDF 原件');
  expect(message).not.toContain('核对查验码');
});

describe('a genuine paper that was added to is told altered, never “not found”', () => {
  test('as it was issued it is valid', async () => {
    expect(await told(genuine)).toBe('valid');
  });

  test.each([
    ['an update that takes the signature out of the form', withoutSignature],
    [
      'two updates, one after the other',
      () => appendRevision(new PdfFile(withoutSignature()), [{ number: 9, value: '(changed)' }]),
    ],
    ['an update that is itself damaged', () => Buffer.concat([genuine, Buffer.from('9 0 obj\n<<')])],
    ['bytes behind the end', () => Buffer.concat([genuine, Buffer.from('more')])],
    [
      'a changed page and an update that takes the signature out',
      () => Buffer.from(withoutSignature().toString('latin1').replace('0 595 842', '0 842 595'), 'latin1'),
    ],
  ])('%s', async (_what, make) => {
    expect(await told(make())).toBe('altered');
  });

  test('a paper of somebody else is not found', async () => {
    expect(await told(page())).toBe('not-found');
    expect(await told(Buffer.from('no PDF at all'))).toBe('not-found');
  });
});

describe('a paper with a term and a signed code', () => {
  const ORG = '某某省人民政府外事办公室';
  const ask = async (code: string) => (await door.call(null, 'verify', { params: { code } })).json;
  const today = () => t.app.clock().toISOString().slice(0, 10);

  /** Puts a card on record that counts in a term, with the seal in its code. */
  async function card(number: string, from: string | null, to: string | null) {
    const { signer } = await signerOf(t.app, t.office, t.orgs.root, ORG);
    const { code, token } = newVerificationKeys();
    const caseId = newId();
    const issuedOn = today();
    const facts = { title: '随行卡', number, code, issuedOn, from, to, facts: [] };
    const seal = (await sealPaper(facts, signer)) ?? new Uint8Array();
    const of = { office: t.office, caseId, paper: 'card' };
    await t.app.db.tx(async (query) => {
      await recordPaper(
        t.app.keys,
        query,
        {
          office: t.office,
          case_id: caseId,
          paper: 'card',
          title: '随行卡',
          number,
          issuer: ORG,
          issued_on: issuedOn,
          code,
          token,
          pdf_digest: sm3Hex(Buffer.from(code)),
          docx_digest: null,
          facts: [{ label: '团长', en: 'Leader', value: '林*' }],
          signer: '',
          record: {},
        },
        t.app.clock(),
      );
      await recordSeal(t.app.keys, query, of, {
        valid_from: from,
        valid_to: to,
        seal: await sealName(seal),
      });
    });
    return { code, number, of, scanned: sealAddress('https://waiban.example.gov.cn', seal) };
  }
  const trusted = async () => (await door.call(null, 'trustList')).json as TrustList;

  test.each([
    ['early', '2999-01-01', null],
    ['expired', '2000-01-01', '2000-12-31'],
    ['valid', '2000-01-01', '2999-01-01'],
    ['valid', null, '2999-01-01'],
  ] as const)('is told %s from %s to %s, by its code and by number and day', async (result, from, to) => {
    const { code, number } = await card(`卡字〔2026〕${Math.abs(from?.length ?? 0)}${result}号`, from, to);
    expect(await ask(code)).toMatchObject({ result, ...(to === null ? {} : { validTo: to }) });
    const { json } = await door.call(null, 'verifyNumber', { body: { number, issuedOn: today() } });
    expect(json).toMatchObject({ result, title: '随行卡', number });
    // A number can be guessed: what the paper says is told to whoever holds it only.
    expect(JSON.stringify(json)).not.toContain('林');
  });

  test('a wrong day is answered as a number that was never given, to the letter', async () => {
    const { number } = await card('卡字〔2026〕77号', null, null);
    const say = async (asked: string, issuedOn: string) =>
      (await door.call(null, 'verifyNumber', { body: { number: asked, issuedOn } })).json;
    expect(await say(number, '2001-01-01')).toEqual(await say('卡字〔2026〕9999号', '2001-01-01'));
    expect(await say(number, '2001-01-01')).toMatchObject({ result: 'not-found' });
    // However the year is bracketed and whatever blanks were typed.
    expect(await say(' 卡字[2026] 77号', today())).toMatchObject({ result: 'valid' });
  });

  test('once revoked it is told so by number, and by its code on a telephone that has the newest list', async () => {
    const { number, of, scanned } = await card('卡字〔2026〕78号', null, null);
    const before = await trusted();
    expect(await checkSeal(scanned, before, today())).toMatchObject({
      found: 'current',
      signer: { name: ORG },
    });
    await t.app.db.tx((query) => endPapers(t.app.keys, query, of, 'revoked'));
    const { json } = await door.call(null, 'verifyNumber', { body: { number, issuedOn: today() } });
    expect(json).toMatchObject({ result: 'revoked' });
    expect(await checkSeal(scanned, await trusted(), today())).toMatchObject({ found: 'revoked' });
    // Whoever was not told since still believes it, and is told of when the list is.
    expect(await checkSeal(scanned, before, today())).toMatchObject({ found: 'current' });
  });

  test('a term that was lengthened past the program makes the paper one not to rely on', async () => {
    const { code, of } = await card('卡字〔2026〕79号', '2000-01-01', '2000-12-31');
    await t.base.owner.query("update paper_seal set valid_to = '2999-01-01' where case_id = $1", [of.caseId]);
    expect(await ask(code)).toMatchObject({ result: 'altered' });
  });

  test.each([
    [{ number: '', issuedOn: '2026-01-01' }],
    [{ number: '卡字〔2026〕1号', issuedOn: '昨天' }],
    [{ number: '卡'.repeat(101), issuedOn: '2026-01-01' }],
  ])('what is no number and day is refused: %j', async (body) => {
    expect((await door.call(null, 'verifyNumber', { body })).status).toBe(422);
  });
});
