import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { API, BodyOf, EndpointName, ParamsOf, QueryOf, ReplyOf } from '@zhitongche/contract';
import type { Signed } from '../actor.ts';
import type { App } from '../app.ts';

type At<N extends EndpointName> = (typeof API)[N];

/** What a handler gets: everything already validated against the contract. */
export interface Call<N extends EndpointName> {
  readonly app: App;
  readonly params: ParamsOf<At<N>>;
  readonly query: QueryOf<At<N>>;
  readonly body: BodyOf<At<N>>;
  /** Present unless the endpoint is public. */
  readonly signed: At<N>['caller'] extends 'public' ? Signed | null : Signed;
  readonly actor: At<N>['caller'] extends 'public' ? Signed['actor'] | null : Signed['actor'];
  /** The `Idempotency-Key` header; empty on reads. */
  readonly key: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** A file as a handler hands it to the door, which sets the safe headers. */
export interface FileReply {
  readonly body: Readable | Uint8Array;
  readonly type: string;
  /** File name as the person sees it; may hold Chinese. */
  readonly name?: string;
  /** True only for types a browser shows without running anything (PDF, PNG, JPEG). */
  readonly inline?: boolean;
}

/** Returned by a handler that answers on the raw socket by itself (SSE). */
export const ANSWERED = Symbol('answered');

/** What a handler returns: the JSON of the contract, a file, or nothing (204). */
export type Answer<N extends EndpointName> =
  At<N> extends { readonly file: readonly string[] } ? FileReply | typeof ANSWERED : ReplyOf<At<N>>;

/** One endpoint's handler. */
export type Handler<N extends EndpointName> = (call: Call<N>) => Promise<Answer<N>>;

/** Handlers of some endpoints; the whole table is total over the contract. */
export type Handlers<N extends EndpointName = EndpointName> = { readonly [K in N]: Handler<K> };
