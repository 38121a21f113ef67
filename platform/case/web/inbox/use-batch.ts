import type { CaseRow } from '@zhitongche/contract';
import { call, newKey } from '@zhitongche/contract/web';
import { messageOf } from '@zhitongche/ui';
import { useState } from 'react';
import { type BatchAct, batchCalls } from './batch.ts';

/** What became of one case of a batch. */
export interface BatchResult {
  readonly ok: boolean;
  readonly text: string;
}

/** Sends a decision on many cases, as many at once as the server takes, and tells for each what came of it. */
export const useBatch = (rows: readonly CaseRow[]) => {
  const [results, setResults] = useState<ReadonlyMap<string, BatchResult>>(new Map());
  const [busy, setBusy] = useState(false);
  const send = async (act: BatchAct, opinion: string): Promise<void> => {
    setBusy(true);
    const told = new Map<string, BatchResult>();
    for (const items of batchCalls(rows, act, opinion, newKey)) {
      try {
        const { results: answers } = await call('actMany', { body: { items: [...items] } });
        for (const a of answers) {
          told.set(a.case, {
            ok: a.ok,
            text: a.ok ? `已${act.label}` : (a.problem?.detail ?? '没有办成'),
          });
        }
      } catch (error) {
        for (const item of items) told.set(item.case, { ok: false, text: messageOf(error) });
      }
      setResults(new Map(told));
    }
    setBusy(false);
  };
  return { results, busy, send };
};
