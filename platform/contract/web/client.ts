import { type EndpointName, RIGHTS } from '@zhitongche/contract';
import { routes } from 'virtual:contract-routes';
import { goesAlong, pathAt } from './door.ts';
import { hands } from './hands.ts';
import { newKey } from './key.ts';
import { type Answered, PASSING, patiently } from './patience.ts';
import { ApiProblem, codeOf, otherPerson, problemFrom, Unreachable } from '@zhitongche/ui';
import { session } from './session.ts';
import type { CallOptions, Input, Reply } from './types.ts';

interface Parts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
}

/** Address of an endpoint with its parameters filled in; for links and downloads too. */
export const urlOf = <N extends EndpointName>(
  name: N,
  ...input: object extends Input<N> ? [Input<N>?] : [Input<N>]
): string => fill(name, input[0] ?? {});

/**
 * Calls an endpoint of the contract by name.
 * @throws ApiProblem when the server refuses or somebody else is signed in, Unreachable when no answer comes.
 */
export const call = async <N extends EndpointName>(
  name: N,
  input: Input<N>,
  options: CallOptions = {},
): Promise<Reply<N>> => {
  if (options.by !== undefined && options.by !== session.account()) throw otherPerson();
  const parts = input as Parts;
  const [method = 'GET', address = ''] = routes[name].split(' ');
  const nameless = options.nameless === true || !goesAlong(name, address);
  const headers: Record<string, string> = { accept: 'application/json', ...hands.header() };
  if (parts.body !== undefined) headers['content-type'] = 'application/json';
  if (method !== 'GET' && !nameless) {
    headers['idempotency-key'] = options.key ?? newKey();
    headers['x-csrf-token'] = session.csrf();
  }
  const { signal } = options;
  const init = {
    method,
    headers,
    credentials: nameless ? ('omit' as const) : ('same-origin' as const),
    ...(parts.body === undefined ? {} : { body: JSON.stringify(parts.body) }),
    ...(signal ? { signal } : {}),
  };
  const response = await patiently(() => reach(fill(name, parts), init), limitOf, signal);
  // A proxy without its server, or a server too busy to begin: as good as no answer, and as safe to repeat.
  if (response.status >= 502 && response.status <= 504) throw new Unreachable();
  if (!nameless) session.answered(response.headers.get(RIGHTS));
  const body: unknown = await bodyOf(response);
  if (!response.ok) {
    const problem = problemFrom(response.status, body);
    if (response.status === 401 && !LOGINS.includes(name) && !nameless) session.ended();
    throw problem;
  }
  // The contract is the promise of this reply; the server's own tests hold it to it.
  return body as Reply<N>;
};

/** A wrong password ends no session. */
const LOGINS: readonly EndpointName[] = ['login', 'visitLogin'];

const reach = async (url: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreachable();
  }
};

const limitOf = async (response: Response): Promise<Answered> => ({
  status: response.status,
  retryAfter: response.headers.get('retry-after'),
  code: PASSING.includes(response.status)
    ? codeOf(problemFrom(response.status, await bodyOf(response.clone()).catch(nothing)))
    : '',
});
const nothing = (): undefined => undefined;

const bodyOf = async (response: Response): Promise<unknown> => {
  if (response.status === 204) return undefined;
  const text = await response.text().catch(() => {
    throw new Unreachable();
  });
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw response.ok
      ? new ApiProblem(problemFrom(502, undefined).doc)
      : problemFrom(response.status, undefined);
  }
};

const fill = (name: EndpointName, { params = {}, query = {} }: Parts): string => {
  const path = pathAt(name, routes[name].split(' ')[1] ?? '').replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(params[key] ?? ''),
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(key, `${value}`);
  return search.size > 0 ? `${path}?${search}` : path;
};
