import { useQueryClient } from '@tanstack/react-query';
import { type Body, newKey, type Reply, useWrite } from '@zhitongche/contract/web';
import { codeOf, toast, Unreachable } from '@zhitongche/ui';
import { useRef } from 'react';

/** A row with everything a card about it needs. */
export type Row = Reply<'keptRow'>;
/** What somebody asks of a row. */
export type Command = Body<'keptAct'>['command'];

/** What shows rows, and is told anew once one has changed. */
export const SHOWN = [
  'keptRow',
  'keptRows',
  'keptStages',
  'keptRegisters',
  'keptSlots',
  'keptRoster',
] as const;

/** Takes an act on a row as it was seen; one whose answer was lost is sent again under the same key, and told once. */
export const useRowAct = ({ register, id, revision }: Pick<Row, 'register' | 'id' | 'revision'>) => {
  const client = useQueryClient();
  const { mutateAsync, isPending, error, reset } = useWrite('keptAct', SHOWN);
  const unanswered = useRef<{ readonly said: string; readonly key: string } | null>(null);
  const take = async (
    command: Command,
    said?: string,
    onRefused?: (failure: unknown) => void,
  ): Promise<boolean> => {
    const words = JSON.stringify([revision, command]);
    const { key } = unanswered.current?.said === words ? unanswered.current : { key: newKey() };
    unanswered.current = { said: words, key };
    try {
      await mutateAsync({ params: { register, id }, body: { revision, command }, options: { key } });
      unanswered.current = null;
      if (said !== undefined) toast(said);
      return true;
    } catch (failure) {
      if (!(failure instanceof Unreachable)) unanswered.current = null;
      if (codeOf(failure) === 'row.stale-revision') await client.invalidateQueries({ queryKey: ['keptRow'] });
      onRefused?.(failure);
      return false;
    }
  };
  return { take, pending: isPending, error, forget: reset };
};
