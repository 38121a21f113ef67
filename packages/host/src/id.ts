import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(4096);
let used = pool.length;
let last = 0;
let counter = 0;

/**
 * A new UUID of version 7 (RFC 9562 §5.7): ordered by time, so that index pages fill from one end, and within a millisecond
 * by the order in which this process made them (§6.2, method 1: a counter of 30 bits that starts at random).
 */
export function newId(now: number = Date.now()): string {
  const r = random(10);
  if (now === last) counter += 1;
  else [last, counter] = [now, Number.parseInt(random(4), 16) >>> 3];
  const t = now.toString(16).padStart(12, '0');
  const high = hex(counter >>> 18, 3);
  const middle = hex(0x8000 | ((counter >>> 4) & 0x3fff), 4);
  return `${t.slice(0, 8)}-${t.slice(8)}-7${high}-${middle}-${hex(counter & 0xf, 1)}${r.slice(0, 11)}`;
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** Random bytes, as hexadecimal. */
function random(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return pool.toString('hex', used - bytes, used);
}

/** Whether a text has the shape of an id; anything else never reaches a uuid column. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
