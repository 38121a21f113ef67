import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(4096);
let used = pool.length;

/** A new UUID of version 7 (RFC 9562 §5.7): ordered by time, so that index pages fill from one end. */
export function newId(now: number = Date.now()): string {
  if (used + 10 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const r = pool.toString('hex', used, used + 10);
  used += 10;
  const t = now.toString(16).padStart(12, '0');
  const variant = (8 + (Number.parseInt(r.charAt(3), 16) & 3)).toString(16);
  return `${t.slice(0, 8)}-${t.slice(8)}-7${r.slice(0, 3)}-${variant}${r.slice(4, 7)}-${r.slice(7, 19)}`;
}

/** Whether a text has the shape of an id; anything else never reaches a uuid column. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
