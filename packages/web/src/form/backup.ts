import type { Backup } from './draft-keeper.ts';

const PREFIX = 'draft:';
const nameOf = (person: string, caseId: string): string => `${PREFIX}${person}:${caseId}`;

const isBackup = (value: unknown): value is Backup =>
  typeof value === 'object' &&
  value !== null &&
  'revision' in value &&
  typeof value.revision === 'number' &&
  'answers' in value &&
  typeof value.answers === 'object' &&
  value.answers !== null;

/** Unsent answers this device holds for a case; undefined when there are none or storage is closed to us. */
export const backupOf = (person: string, caseId: string): Backup | undefined => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(nameOf(person, caseId)) ?? 'null');
    return isBackup(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Keeps unsent answers on this device, or forgets them once the server has them. */
export const keepBackup = (person: string, caseId: string, backup: Backup | null): void => {
  try {
    if (backup) localStorage.setItem(nameOf(person, caseId), JSON.stringify(backup));
    else localStorage.removeItem(nameOf(person, caseId));
  } catch {
    // Private windows and full disks refuse; the server still gets every change.
  }
};
