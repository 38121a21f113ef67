import type { Static, TSchema } from 'typebox';
import type { Role } from '@zhitongche/access';

/** Who may call at all; what they then see is narrowed by scope inside the use case. `visitor`: sessions of the public door alone. */
export type Caller = 'public' | 'signed-in' | 'visitor' | readonly Role[];

/** One promise of the HTTP door; OpenAPI, the server's routes and the browser's client are all made from it. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with `:name` parameters, starting with `/api/`. */
  readonly path: string;
  readonly tag: string;
  /** One line, Chinese. */
  readonly summary: string;
  readonly caller: Caller;
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  /** Reply body; absent = 204 or a file (see `file`). */
  readonly reply?: TSchema;
  /** Media types when the reply is a file or a stream. */
  readonly file?: readonly string[];
  /** `multipart/form-data` with one `file` part instead of a JSON body; names the largest size in bytes. */
  readonly upload?: { readonly maxBytes: number };
  /** True when the call writes: CSRF token and `Idempotency-Key` header are demanded. */
  readonly writes?: boolean;
  /** True when a browser opens it by itself and keeps it: does not count as use of the session. */
  readonly background?: boolean;
  /** Problem codes besides the general ones (`input.*`, `auth.*`, `access.*`). */
  readonly problems?: readonly string[];
}

/** Keeps literal types. */
export const endpoints = <const E extends Readonly<Record<string, Endpoint>>>(e: E): E => e;

type StaticOr<S, Else> = S extends TSchema ? Static<S> : Else;
/** Path parameters of an endpoint. */
export type ParamsOf<E extends Endpoint> = StaticOr<E['params'], undefined>;
/** Query of an endpoint. */
export type QueryOf<E extends Endpoint> = StaticOr<E['query'], undefined>;
/** JSON body of an endpoint. */
export type BodyOf<E extends Endpoint> = StaticOr<E['body'], undefined>;
/** Reply of an endpoint. */
export type ReplyOf<E extends Endpoint> = StaticOr<E['reply'], undefined>;
