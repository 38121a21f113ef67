const HALF = 32;

/** DER `SEQUENCE { r, s }` of a 64-byte SM2 signature. */
export function signatureToDer(raw: Uint8Array): Uint8Array {
  const body = Buffer.concat([integer(raw.subarray(0, HALF)), integer(raw.subarray(HALF, 2 * HALF))]);
  return new Uint8Array(Buffer.concat([Buffer.from([0x30, body.length]), body]));
}

/** The 64 bytes r‖s of a DER signature; nothing when the DER is not exactly two positive integers. */
export function signatureFromDer(der: Uint8Array): Uint8Array | undefined {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return undefined;
  const r = readHalf(der, 2);
  if (!r) return undefined;
  const s = readHalf(der, r.next);
  if (!s || s.next !== der.length) return undefined;
  return new Uint8Array(Buffer.concat([r.half, s.half]));
}

function integer(half: Uint8Array): Buffer {
  let start = 0;
  while (start < half.length - 1 && half[start] === 0) start += 1;
  const digits = Buffer.from(half.subarray(start));
  // A leading one bit would make the number negative in DER.
  const value = (digits[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), digits]) : digits;
  return Buffer.concat([Buffer.from([0x02, value.length]), value]);
}

function readHalf(der: Uint8Array, at: number): { half: Buffer; next: number } | undefined {
  const length = der[at + 1];
  if (der[at] !== 0x02 || length === undefined || length === 0) return undefined;
  const next = at + 2 + length;
  if (next > der.length) return undefined;
  let digits = der.subarray(at + 2, next);
  if ((digits[0] ?? 0) & 0x80) return undefined;
  if (digits.length > 1 && digits[0] === 0) {
    if (!((digits[1] ?? 0) & 0x80)) return undefined;
    digits = digits.subarray(1);
  }
  if (digits.length > HALF) return undefined;
  const half = Buffer.alloc(HALF);
  half.set(digits, HALF - digits.length);
  return { half, next };
}
