/** A fresh idempotency key; made from random values because `randomUUID` is missing on plain-http intranets. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
