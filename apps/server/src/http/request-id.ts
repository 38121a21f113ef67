import type { IncomingMessage } from 'node:http';
import { newId } from '@zhitongche/host';

/** Header by which a proxy and this program call a request by the same name. */
export const REQUEST_ID = 'x-request-id';

// Long enough that neither a name nor an identity or telephone number can pass for one.
const FORMAT = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** The id a proxy gave the request, if it has the form of one (32 hex digits or a UUID), else a new one. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers[REQUEST_ID];
  return typeof given === 'string' && FORMAT.test(given) ? given.toLowerCase() : newId();
}

/** How a problem document names the request, for people to quote. */
export const instanceOf = (requestId: string): string => `urn:zhitongche:request:${requestId}`;
