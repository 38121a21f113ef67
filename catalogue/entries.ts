import type { ServedService } from '@zhitongche/core/server';
import type { RegisterKind } from '@zhitongche/register';

/** What a folder of the catalogue may be: a version of a service, or a register that people keep. */
export type Entry = ServedService | RegisterKind;

/** Loads a folder: all that its index exports. */
export type Line = () => Promise<Readonly<Record<string, Entry>>>;

/** Whether an export of a folder is a register. */
export const isRegister = (entry: Entry): entry is RegisterKind =>
  'kind' in entry && entry.kind === 'register';
