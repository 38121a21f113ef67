import type { EndpointName } from '@zhitongche/contract';
import { type Input, type Reply, useWrite } from '@zhitongche/contract/web';
import { toast } from '@zhitongche/ui';

/** What is said once a change was sent, and what happens then. */
export interface Sent<T> {
  readonly said?: string | undefined;
  /** Said instead where a second person must confirm first. */
  readonly waits?: string | undefined;
  readonly done?: ((reply: T) => void) | undefined;
}

/** A write a person makes: sends, tells what came of it, and keeps why it was refused. */
export interface Sending<N extends EndpointName> {
  readonly pending: boolean;
  /** Why the last attempt was refused; null while there is nothing to say. */
  readonly error: Error | null;
  readonly data: Reply<N> | undefined;
  readonly send: (input: Input<N>, sent?: Sent<Reply<N>>) => void;
}

const waitsForSecond = (reply: unknown): boolean =>
  typeof reply === 'object' && reply !== null && 'waits' in reply && reply.waits === true;

/** Sends one kind of change; afterwards the named reads are refreshed. */
export const useSending = <N extends EndpointName>(name: N, refresh: readonly EndpointName[]): Sending<N> => {
  const write = useWrite(name, refresh);
  // The library asks whether there are variables at all, which it cannot see of a name yet unknown.
  const mutate = write.mutate as (
    input: Input<N>,
    options: { readonly onSuccess: (reply: Reply<N>) => void },
  ) => void;
  return {
    pending: write.isPending,
    error: write.error,
    data: write.data,
    send: (input, { said, waits, done } = {}) =>
      mutate(input, {
        onSuccess: (reply) => {
          const words = waits !== undefined && waitsForSecond(reply) ? waits : said;
          if (words !== undefined) toast(words);
          done?.(reply);
        },
      }),
  };
};
