import { X509Certificate } from 'node:crypto';
import { text } from '../bytes.ts';
import { readOid } from '../tlv/read-oid.ts';
import { readTlvs, valueAt } from '../tlv/tlv.ts';

/** A certificate, or undefined for bytes that are none. */
export function certificateOf(der: Uint8Array): X509Certificate | undefined {
  try {
    return new X509Certificate(der);
  } catch {
    // OpenSSL refuses damage with an exception.
    return undefined;
  }
}

/** The value of an extension; undefined where the certificate has none of that kind. */
export function extensionOf(certificate: Uint8Array, type: string): Uint8Array | undefined {
  const list = valueAt(certificate, 0x30, 0x30, 0xa3, 0x30);
  for (const { value } of (list && readTlvs(list)) ?? []) {
    const parts = readTlvs(value) ?? [];
    if (parts[0] && readOid(parts[0].value) === type) return parts.at(-1)?.value;
  }
  return undefined;
}

/** Uses of a key (RFC 5280 §4.2.1.3) this package asks about. */
export const USAGE = { digitalSignature: 0x80, certificates: 0x04, lists: 0x02 } as const;

/** Whether the certificate lets its key be used so. */
export function mayBeUsed(certificate: Uint8Array, use: number): boolean {
  const usage = extensionOf(certificate, '2.5.29.15');
  const flags = usage && valueAt(usage, 0x03);
  return ((flags?.[1] ?? 0) & use) !== 0;
}

/** The state in three letters a certificate names among its alternative names; undefined where it names none. */
export function stateOf(certificate: Uint8Array): string | undefined {
  const names = extensionOf(certificate, '2.5.29.17');
  const place = names && valueAt(names, 0x30, 0xa4, 0x30);
  for (const { value } of (place && readTlvs(place)) ?? []) {
    const [type, name] = readTlvs(valueAt(value, 0x30) ?? new Uint8Array()) ?? [];
    if (type && name && readOid(type.value) === '2.5.4.7') return text(name.value);
  }
  return undefined;
}
