import http from 'node:http';
import https from 'node:https';
import { lookupOf, type Outward, property } from '@zhitongche/host';
import type { Found } from '@zhitongche/probe';

/** Milliseconds an address may take to answer. */
const PATIENCE = 10_000;

/** Whoever answers so is there, though it may ask who we are. */
const isThere = (status: number): boolean => status > 0 && status < 500 && status !== 404 && status !== 410;

/** Asks an address that was judged whether it answers: follows nothing, sends nothing, reads no answer but its status. */
export const askAddress = (target: Outward, patience = PATIENCE): Promise<Found> =>
  new Promise((resolve) => {
    const request = (target.url.protocol === 'https:' ? https : http).request(
      target.url,
      {
        method: 'GET',
        agent: false,
        headers: { 'user-agent': 'zhitongche', accept: '*/*' },
        lookup: lookupOf(target),
        // Nothing is told and nothing believed: whether it answers is all that is asked, and inner systems sign for themselves.
        rejectUnauthorized: false,
        signal: AbortSignal.timeout(patience),
      },
      ({ statusCode = 0 }) => {
        request.destroy();
        resolve(
          isThere(statusCode) ? { ok: true, said: '' } : { ok: false, said: `应答 HTTP ${statusCode}` },
        );
      },
    );
    request.on('error', (error) => resolve({ ok: false, said: inWords(error, patience) }));
    request.end();
  });

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: '连接被拒绝',
  ECONNRESET: '连接中断',
  EHOSTUNREACH: '网络不通',
  ENETUNREACH: '网络不通',
};

const inWords = (error: Error, patience: number): string =>
  error.name === 'TimeoutError' || error.name === 'AbortError'
    ? `${patience / 1000}秒内没有应答`
    : (WORDS[String(property(error, 'code'))] ?? '连接不上');
