export { readBackupSecret } from './archive-key.ts';
export { finishRestore } from './finish-restore.ts';
export { tellProgress } from './progress.ts';
export { BackupRefused } from './refused.ts';
export { restoreBackup } from './restore.ts';
export type { Head, Manifest } from './shapes.ts';
export { takeBackup } from './take-backup.ts';
export { walkBackup } from './walk-backup.ts';
