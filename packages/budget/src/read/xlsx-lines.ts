import type { Opened } from './read.ts';
export function openXlsx(_: Uint8Array): Opened {
  return { ok: false, message: '', en: '' };
}
