/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const HUGE = ['0', '-1', '65535', '4294967295', '4000000000', '99999999999999999999', '1e308'];

/** A copy with one to six faults in it: bytes changed, cut, doubled, moved or lost, and numbers made absurd. */
export function damaged(bytes: Uint8Array, random: () => number): Buffer {
  let out = Buffer.from(bytes);
  const upTo = (most: number): number => Math.floor(random() * most);
  const faults = 1 + upTo(6);
  for (let fault = 0; fault < faults && out.length > 8; fault += 1) {
    const from = upTo(out.length);
    const to = Math.min(out.length, from + 1 + upTo(200));
    const piece = out.subarray(from, to);
    const whole = [
      () => Buffer.from(out.map((byte, at) => (at >= from && at < to ? byte ^ (1 + upTo(255)) : byte))),
      () => Buffer.concat([out.subarray(0, from), out.subarray(to)]),
      () =>
        Buffer.concat([
          out.subarray(0, to),
          ...Array.from({ length: 1 + upTo(50) }, () => piece),
          out.subarray(to),
        ]),
      () => Buffer.concat([out.subarray(0, from), Buffer.from(piece).fill(upTo(256)), out.subarray(to)]),
      () => (random() < 0.3 ? out.subarray(0, from) : out),
      () =>
        Buffer.from(
          out.toString('latin1').replace(numberNear(out, from), () => HUGE[upTo(HUGE.length)] ?? '0'),
          'latin1',
        ),
    ];
    out = Buffer.from(whole[upTo(whole.length)]?.() ?? out);
  }
  return out;
}

/** Some number written in the bytes at or after a place; matches nothing when there is none. */
function numberNear(bytes: Buffer, from: number): string {
  return /\d+/.exec(bytes.subarray(from, from + 4_000).toString('latin1'))?.[0] ?? '\0\0none';
}
