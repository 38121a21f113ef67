import { versionIn } from '@zhitongche/base';
import { scannedPages } from './scanned-pages.ts';

const carries = (text: string): boolean => versionIn(text) !== undefined;

/**
 * The version code of a prepared paper in what comes back: from the name a PDF gives itself, else from the square code in a
 * photograph or in the pictures of a scan. Read on the device; undefined where nothing was read, never guessed.
 */
export const readVersion = async (file: File): Promise<string | undefined> => {
  try {
    if (!/\.pdf$/i.test(file.name)) return await inPicture(file);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const named = versionIn(new TextDecoder('latin1').decode(bytes));
    if (named !== undefined) return named;
    for (const page of scannedPages(bytes)) {
      // A copy of its own: what lies in the file may be shared.
      const found = await inPicture(new Blob([page.slice()], { type: 'image/jpeg' }));
      if (found !== undefined) return found;
    }
    return undefined;
  } catch {
    // Reading is a help: whoever uploads is asked for the code instead.
    return undefined;
  }
};

const inPicture = async (picture: Blob): Promise<string | undefined> => {
  const { readPhoto } = await import('@zhitongche/ui/read-code.ts');
  try {
    return versionIn((await readPhoto(picture, carries)) ?? '');
  } catch {
    // No picture a browser shows: the next page may be one.
    return undefined;
  }
};
