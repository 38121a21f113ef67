import { setTimeout as pause } from 'node:timers/promises';
import type { CommandShape, EndpointName } from '@zhitongche/contract';
import { newId } from '@zhitongche/host';
import type { Answered, Asked, Caller } from '../nodes/caller.ts';
import type { Ledger } from './ledger.ts';

const PATIENCE = 120_000;

/** Who may be asked for something, and where it is written down what they were told. */
export interface Asking {
  readonly callers: ReadonlyMap<string, Caller>;
  readonly ledger: Pick<Ledger, 'repeated' | 'surprises'>;
  /** Milliseconds one request may be repeated before the server counts as lost; absent = two minutes. */
  readonly patience?: number;
}

/** Takes one act; a case that a job moved meanwhile is read again, for that refusal says nothing was done. */
export async function take(
  cast: Asking,
  username: string,
  caseId: string,
  command: CommandShape,
): Promise<void> {
  for (;;) {
    const params = { case: caseId };
    const seen = await ask(cast, username, 'case', { params });
    const body = { revision: revisionOf(seen.json), command };
    const done = await ask(cast, username, 'act', { params, body }, [409]);
    if (done.status === 200) return;
    if (text(done.json, 'code') !== 'case.stale-revision') throw surprise(cast, 'act', done);
  }
}

/** Sends a request until an answer says what became of it: the same key every time, so that it is done once. */
export async function ask(
  cast: Asking,
  username: string,
  name: EndpointName,
  asked: Asked,
  alsoFine: readonly number[] = [],
): Promise<Answered> {
  const caller = cast.callers.get(username);
  if (!caller) throw new Error(`Nobody signed in as ${username}`);
  const key = newId();
  const until = Date.now() + (cast.patience ?? PATIENCE);
  while (Date.now() < until) {
    const answer = await caller.call(name, { ...asked, key }).catch(() => null);
    if (answer && (answer.status < 300 || alsoFine.includes(answer.status))) return answer;
    // 503 and, for a machine that works faster than people, 429 are an honest "not now"; any other answer is a fault.
    if (answer && answer.status !== 503 && answer.status !== 429) throw surprise(cast, name, answer);
    cast.ledger.repeated += 1;
    // Often enough to meet every moment of a start, seldom enough to leave the processor to it.
    await pause(50 + Math.random() * 200);
  }
  throw surprise(cast, name, { status: 0, json: 'no answer' });
}

function surprise(cast: Asking, name: string, answer: Answered): Error {
  const sentence = `${name}: ${answer.status} ${JSON.stringify(answer.json)?.slice(0, 500)}`;
  cast.ledger.surprises.push(sentence);
  return new Error(sentence);
}

/** A text among the members of an answer; empty where there is none. */
export function text(value: unknown, name: string): string {
  if (typeof value === 'object' && value !== null) {
    const found: unknown = Object.getOwnPropertyDescriptor(value, name)?.value;
    if (typeof found === 'string') return found;
  }
  return '';
}

/** Revision of the case or row an answer shows; -1 where it shows none. */
export function revisionOf(view: unknown): number {
  if (typeof view !== 'object' || view === null || !('row' in view)) return -1;
  const { row } = view;
  return typeof row === 'object' && row !== null && 'revision' in row ? Number(row.revision) : -1;
}
