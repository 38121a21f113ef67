import type { Answers } from '@zhitongche/form';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { call, type CallOptions } from '@zhitongche/contract/web';
import { codeOf } from '@zhitongche/ui';
import { same } from '@zhitongche/form';
import { backupOf, keepBackup } from './backup.ts';
import { type Backup, DraftKeeper, type DraftPorts, type DraftState } from './draft-keeper.ts';

/** A draft on a page: what it says, how it is kept, and the keeper to speak to. */
export interface Draft<T = Answers> {
  readonly state: DraftState<T>;
  readonly keeper: DraftKeeper<T>;
}

/** A draft as the server has it. */
export interface Start<T> {
  readonly answers: T;
  readonly revision: number;
  readonly savedAt: string | null;
}

/**
 * Keeps one case's draft for as long as the page is open. Answers this device still holds from an earlier visit are
 * taken up again when they were typed on the revision the server has; else they meet the server as a conflict.
 */
export const useDraft = (person: string, caseId: string, start: Start<Answers>): Draft =>
  useKept(start, {
    save: (answers, revision, key) => save(caseId, answers, revision, { key, by: person }),
    keep: (backup) => keepBackup('draft', person, caseId, backup),
    backup: () => backupOf('draft', person, caseId),
    id: `${person} ${caseId}`,
  });

/** Where a draft is kept. */
export interface Keeping<T> extends Omit<DraftPorts<T>, 'changed'> {
  /** What this device still holds. */
  backup(): Backup<T> | undefined;
  /** Tells one draft from another. */
  readonly id: string;
}

/** Sends what the drafts open on this page still hold; resolves whether or not that was possible. */
export const sendUnsent = async (): Promise<void> => {
  await Promise.all([...keepers].map((keeper) => keeper.flush()));
};
const keepers = new Set<Pick<DraftKeeper, 'flush'>>();

/** Keeps any draft for as long as the page is open. */
export function useKept<T>(start: Start<T>, keeping: Keeping<T>): Draft<T> {
  // The keeper lives as long as the draft is open; what the page later reads from the server must not replace it.
  // oxlint-disable-next-line react/exhaustive-deps
  const held = useMemo(() => open(start, keeping), [keeping.id]);
  const state = useSyncExternalStore(held.subscribe, () => held.keeper.state);
  useEffect(() => {
    const send = (): void => void held.keeper.flush();
    const leave = (): void => {
      if (document.visibilityState === 'hidden') send();
    };
    addEventListener('online', send);
    document.addEventListener('visibilitychange', leave);
    held.keeper.resume();
    keepers.add(held.keeper);
    return () => {
      removeEventListener('online', send);
      document.removeEventListener('visibilitychange', leave);
      keepers.delete(held.keeper);
      send();
      held.keeper.stop();
    };
  }, [held]);
  return { state, keeper: held.keeper };
}

function open<T>(start: Start<T>, keeping: Keeping<T>) {
  const listeners = new Set<() => void>();
  const keeper = new DraftKeeper<T>(start, {
    save: (answers, revision, key) => keeping.save(answers, revision, key),
    keep: (backup) => keeping.keep(backup),
    changed: () => {
      for (const listener of listeners) listener();
    },
  });
  const backup = keeping.backup();
  if (backup) keeper.takeUp(backup);
  return {
    keeper,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Saves; a conflict with the very same content — a save of mine whose answer was lost — is none. */
const save: (
  caseId: string,
  answers: Answers,
  revision: number,
  options: CallOptions,
) => ReturnType<DraftPorts['save']> = async (caseId, answers, revision, options) => {
  try {
    return await call('saveDraft', { params: { case: caseId }, body: { answers, revision } }, options);
  } catch (error) {
    if (codeOf(error) !== 'case.stale-revision') throw error;
    const { draft } = await call('case', { params: { case: caseId } });
    if (!draft || !same(draft.answers, answers)) throw error;
    return draft;
  }
};
