import type { Opened } from './read.ts';
export function openDocx(_: Uint8Array): Opened {
  return { ok: false, message: '', en: '' };
}
