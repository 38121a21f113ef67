/** A backup or restore that cannot go on; the sentence is for the person at the console. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}
