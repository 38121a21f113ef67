import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signPdf, sm3Hex, makeSm2Record } from '@zhitongche/formats';
import { appendRevision } from '../../../packages/formats/src/sign/pdf-append.ts';
import { PdfFile } from '../../../packages/formats/src/sign/pdf-file.ts';
import { newId } from '@zhitongche/host';
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
