import type { FileRef } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import { fileRefs } from '@zhitongche/form/web';
import { Icon, sizeText } from '@zhitongche/ui';

/** The same page sent again is the same page. */
const sameFile = (a: FileRef, b: FileRef): boolean => a.digest === b.digest && a.name === b.name;

/** Uploads of one answer, opened beside it; those taken away since the round before are struck out. */
export const FileLinks = ({
  value,
  before,
  onFile,
}: {
  readonly value: Json | undefined;
  readonly before: Json | undefined;
  readonly onFile: (file: string) => void;
}) => {
  const now = fileRefs(value);
  const then = fileRefs(before);
  const gone = then.filter((f) => now.every((n) => !sameFile(n, f)));
  if (now.length + gone.length === 0) return <span className="soft">没有附件</span>;
  return (
    <ul className="file-links">
      {now.map((file) => (
        <li key={file.id}>
          <button type="button" className="file-link" onClick={() => onFile(file.id)}>
            <Icon name="file" size="s" />
            {then.length > 0 && then.every((t) => !sameFile(t, file)) ? (
              <ins className="now">{file.name}</ins>
            ) : (
              file.name
            )}
            <span className="soft">
              {' '}
              {sizeText(file.size)}
              {file.version ? ` · 代拟稿，版本码 ${file.version}` : ''}
            </span>
          </button>
        </li>
      ))}
      {gone.map((file) => (
        <li key={file.id}>
          <del className="was">{file.name}</del>
        </li>
      ))}
    </ul>
  );
};
