import type { FastifyRequest } from 'fastify';
import type { Signed, App, Handlers } from '@zhitongche/core/server';
import type { Slowness } from './slow-senders.ts';

/** Finds out who is calling; null when nobody is signed in. */
export type ActorOf = (app: App, request: FastifyRequest) => Promise<Signed | null>;

/** What the door is put together from. */
export interface HttpParts {
  readonly app: App;
  readonly handlers: Handlers;
  readonly actorOf: ActorOf;
  /** True in tests and development: a reply that breaks the contract becomes a fault instead of a surprise. */
  readonly checkReplies?: boolean;
  /** Replaces every figure of `limits`: calls per minute from one session or address. */
  readonly callsPerMinute?: number;
  /** How slowly a request may come in; tests wait less than people. */
  readonly slowness?: Slowness;
}
