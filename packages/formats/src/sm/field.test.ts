import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FieldKey, fieldDigest, openField, sealField } from './field.ts';

const key: FieldKey = { id: 'k1', secret: randomBytes(32) };
const place = ['traveller', 'citizen_id', '42'];
const keyring = (id: string) => (id === key.id ? key : undefined);

describe('a sealed field', () => {
  it('opens to what was sealed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.array(fc.string(), { maxLength: 4 }), (value, at) => {
        expect(openField(sealField(value, key, at), keyring, at)).toEqual({ ok: true, value });
      }),
    );
  });

  it('does not show its value and never looks the same twice', () => {
    const first = sealField('11010519491231002X', key, place);
    expect(first).not.toContain('1101');
    expect(sealField('11010519491231002X', key, place)).not.toBe(first);
  });

  it('refuses to open in another row, column or grouping of names', () => {
    const sealed = sealField('secret', key, ['ab', 'c']);
    expect(openField(sealed, keyring, ['a', 'bc'])).toEqual({ ok: false, reason: 'tampered' });
    expect(openField(sealed, keyring, ['ab'])).toEqual({ ok: false, reason: 'tampered' });
  });

  it('refuses to open after any changed byte', () => {
    const sealed = sealField('某某', key, place);
    const [algorithm = '', id = '', body = ''] = sealed.split('.');
    const bytes = Buffer.from(body, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 1;
      const forged = `${algorithm}.${id}.${copy.toString('base64url')}`;
      expect(openField(forged, keyring, place)).toEqual({ ok: false, reason: 'tampered' });
    }
  });

  it('says when the key is not known or the text is not one of ours', () => {
    const sealed = sealField('x', key, place);
    expect(openField(sealed.replace('.k1.', '.k2.'), keyring, place)).toEqual({
      ok: false,
      reason: 'unknown-key',
    });
    for (const text of ['', 'plain', 'sm4ctr-hmacsm3.k1.AAAA', sealed.replace('sm4ctr', 'sm4gcm')]) {
      expect(openField(text, keyring, place)).toEqual({ ok: false, reason: 'malformed' });
    }
  });
});

describe('a field digest', () => {
  it('is equal for equal values and differs between purposes and keys', () => {
    const digest = fieldDigest('11010519491231002X', key, 'citizen-id');
    expect(fieldDigest('11010519491231002X', key, 'citizen-id')).toBe(digest);
    expect(fieldDigest('11010519491231002X', key, 'passport')).not.toBe(digest);
    const other = { id: 'k1', secret: randomBytes(32) };
    expect(fieldDigest('11010519491231002X', other, 'citizen-id')).not.toBe(digest);
  });
});
