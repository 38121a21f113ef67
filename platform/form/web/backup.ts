import { type KeptKind, own } from '@zhitongche/contract/web';
import type { Backup } from './draft-keeper.ts';

/** Kinds of drafts a device keeps until the server has them. */
type DraftKind = Extract<KeptKind, 'draft' | 'budget-draft'>;

const isBackup = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'revision' in value &&
  typeof value.revision === 'number' &&
  'answers' in value &&
  typeof value.answers === 'object' &&
  value.answers !== null;

/** What this device holds unsent of a draft; undefined when there is nothing. Only {@link keepBackup} writes there. */
export const backupOf = <T>(kind: DraftKind, person: string, id: string): Backup<T> | undefined => {
  const value = own.read(kind, person, id);
  return isBackup(value) ? (value as Backup<T>) : undefined;
};

/** Keeps what is unsent on this device, or forgets it once the server has it. */
export const keepBackup = <T>(kind: DraftKind, person: string, id: string, backup: Backup<T> | null): void =>
  own.write(kind, person, id, backup);
