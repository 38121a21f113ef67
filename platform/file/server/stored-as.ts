import type { FileRef } from '@zhitongche/form';

/** A file as a row of the database names it. */
export type StoredAs = Omit<FileRef, 'version' | 'pixels'> & { readonly pixels: string | null };

/** Whether what answers say of a file is what was taken in: a size of pixels too, for what is printed rests on it. */
export const storedAs = (said: FileRef, stored: StoredAs): boolean =>
  said.digest === stored.digest &&
  said.size === stored.size &&
  said.type === stored.type &&
  (said.pixels ?? null) === stored.pixels;
