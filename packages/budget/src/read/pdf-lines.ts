import type { Opened, ReadOptions } from './read.ts';
export async function openPdf(_: Uint8Array, __: ReadOptions): Promise<Opened> {
  return { ok: false, message: '', en: '' };
}
