import type { Answers } from '@zhitongche/kernel';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { call } from '../api/client.ts';
import { codeOf } from '../api/problem.ts';
import { same } from './same.ts';
import { backupOf, keepBackup } from './backup.ts';
import { DraftKeeper, type DraftPorts, type DraftState } from './draft-keeper.ts';

/** A draft on a page: what it says, how it is kept, and the keeper to speak to. */
export interface Draft {
  readonly state: DraftState;
  readonly keeper: DraftKeeper;
}

/**
 * Keeps one case's draft for as long as the page is open. Answers this device still holds from an earlier visit are
 * taken up again when they were typed on the revision the server has; else they meet the server as a conflict.
 */
export const useDraft = (
  person: string,
  caseId: string,
  start: { readonly answers: Answers; readonly revision: number; readonly savedAt: string | null },
): Draft => {
  // The keeper lives as long as the case is open; what the page later reads from the server must not replace it.
  // oxlint-disable-next-line react/exhaustive-deps
  const held = useMemo(() => open(person, caseId, start), [person, caseId]);
  const state = useSyncExternalStore(held.subscribe, () => held.keeper.state);
  useEffect(() => {
    const send = (): void => void held.keeper.flush();
    const leave = (): void => {
      if (document.visibilityState === 'hidden') send();
    };
    addEventListener('online', send);
    document.addEventListener('visibilitychange', leave);
    held.keeper.resume();
    return () => {
      removeEventListener('online', send);
      document.removeEventListener('visibilitychange', leave);
      send();
      held.keeper.stop();
    };
  }, [held]);
  return { state, keeper: held.keeper };
};

const open = (
  person: string,
  caseId: string,
  start: { readonly answers: Answers; readonly revision: number; readonly savedAt: string | null },
) => {
  const listeners = new Set<() => void>();
  const keeper = new DraftKeeper(start, {
    save: (answers, revision, key) => save(caseId, answers, revision, key),
    keep: (backup) => keepBackup(person, caseId, backup),
    changed: () => {
      for (const listener of listeners) listener();
    },
  });
  const backup = backupOf(person, caseId);
  if (backup) keeper.takeUp(backup);
  return {
    keeper,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** Saves; a conflict with the very same content — a save of mine whose answer was lost — is none. */
const save: (
  caseId: string,
  answers: Answers,
  revision: number,
  key: string,
) => ReturnType<DraftPorts['save']> = async (caseId, answers, revision, key) => {
  try {
    return await call('saveDraft', { params: { case: caseId }, body: { answers, revision } }, { key });
  } catch (error) {
    if (codeOf(error) !== 'case.stale-revision') throw error;
    const { draft } = await call('case', { params: { case: caseId } });
    if (!draft || !same(draft.answers, answers)) throw error;
    return draft;
  }
};
