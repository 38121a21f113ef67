import type { Reply } from '@zhitongche/contract/web';
import { FileDrop, Notice } from '@zhitongche/ui';

/** How far the check of a file is. */
export type FileState =
  | { readonly is: 'none' }
  | { readonly is: 'sending'; readonly name: string; readonly share: number }
  | { readonly is: 'done'; readonly name: string; readonly result: Reply<'verifyFile'> }
  | { readonly is: 'failed'; readonly why: string };

/** Takes the file itself, to be compared byte by byte. */
export const VerifyByFile = ({
  file,
  onFile,
}: {
  readonly file: FileState;
  readonly onFile: (file: File) => void;
}) => (
  <section className="card stack" aria-labelledby="by-file">
    <h2 id="by-file">
      按电子文件 <span lang="en">By file</span>
    </h2>
    <p className="soft">
      上传 PDF 原件，逐字节核对。文件只用于核验，不会保存。
      <span lang="en" className="verify-en">
        Upload the original PDF. It is compared byte by byte and not stored.
      </span>
    </p>
    <FileDrop label="选择 PDF 文件 Choose a PDF file" accept=".pdf" onFile={onFile} />
    {file.is === 'sending' ? <progress value={file.share} aria-label={`正在上传 ${file.name}`} /> : null}
    {file.is === 'failed' ? (
      <Notice tone="danger" live title="没能核验 · Could not verify">
        {file.why}
      </Notice>
    ) : null}
  </section>
);
