import type { FileRef } from '@zhitongche/form';
import { upload, urlOf } from '@zhitongche/contract/web';

/** What files of a form belong to: a case, or a row of a register, which may not be there yet. */
export type FileHome =
  | { readonly case: string }
  | { readonly register: string; readonly row?: string | undefined };

/** Sends a file to where it belongs, a photograph to be judged as one. @throws what {@link upload} throws. */
export const sendFile = (
  { home, photo }: { readonly home: FileHome; readonly photo: boolean },
  file: File,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<FileRef> =>
  'case' in home
    ? upload('uploadFile', { params: { case: home.case }, query: asPhoto(photo) }, file, progress, signal)
    : upload(
        'keptUpload',
        { params: { register: home.register }, query: asPhoto(photo) },
        file,
        progress,
        signal,
      );

const asPhoto = (photo: boolean): { photo?: '1' } => (photo ? { photo: '1' } : {});

/** Address of a file; undefined as long as no row names it. */
export const fileUrl = (home: FileHome, file: string): string | undefined => {
  if ('case' in home) return urlOf('file', { params: { case: home.case, file } });
  return home.row === undefined
    ? undefined
    : urlOf('keptFile', { params: { register: home.register, id: home.row, file } });
};
