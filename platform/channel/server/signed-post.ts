import { createHmac } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { lookupOf } from '@zhitongche/host';
import type { Target } from './target.ts';

/** Milliseconds the other side may take. */
const PATIENCE = 10_000;

/** `t=<seconds>,v1=<hex>`: HMAC-SHA-256 over `<seconds>.<id>.<body>`, so that neither time nor call can be exchanged. */
export function signatureOf(secret: string, id: string, body: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000);
  const mac = createHmac('sha256', secret).update(`${seconds}.${id}.${body}`).digest('hex');
  return `t=${seconds},v1=${mac}`;
}

/** What is posted. */
export interface SignedCall {
  /** The same at every try and every replay: whoever gets it twice can tell. */
  readonly id: string;
  readonly event: string;
  readonly body: string;
  readonly secret: string;
}

/** Posts a signed call to the address that was judged; follows nothing, reads no answer but its status. */
export function signedPost(
  target: Target,
  { id, event, body, secret }: SignedCall,
  at: Date,
  patience = PATIENCE,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const { url } = target;
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        method: 'POST',
        agent: false,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'zhitongche',
          'x-zhitongche-id': id,
          'x-zhitongche-event': event,
          'x-zhitongche-signature': signatureOf(secret, id, body, at),
        },
        lookup: lookupOf(target),
        signal: AbortSignal.timeout(patience),
      },
      (response) => {
        response.destroy();
        resolve(response.statusCode ?? 0);
      },
    );
    request.once('error', reject);
    request.end(body);
  });
}
