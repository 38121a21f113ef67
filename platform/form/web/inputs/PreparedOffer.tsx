import { type At, readShortCode } from '@zhitongche/base';
import type { PreparedPaper } from '@zhitongche/case';
import { urlOf } from '@zhitongche/contract/web';
import type { FileRef } from '@zhitongche/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, fetchBlob, sentenceOf } from '@zhitongche/ui';
import { sendUnsent } from '../use-draft.ts';

interface Wanted {
  readonly paper: string;
  readonly title: string;
  readonly format: 'pdf' | 'docx';
}

/** The papers that are drawn from what is filled in, to be sealed and brought back here. */
export const PreparedOffer = ({
  caseId,
  papers,
  at,
}: {
  readonly caseId: string;
  readonly papers: readonly { readonly key: string; readonly paper: PreparedPaper }[];
  readonly at: At;
}) => {
  const queries = useQueryClient();
  const row = at.find((step) => typeof step === 'number');
  const draw = useMutation({
    mutationFn: async ({ paper, title, format }: Wanted) => {
      // Drawn from what the server has: what is on the page goes there first.
      await sendUnsent();
      const query = { format, ...(typeof row === 'number' ? { row } : {}) };
      const url = urlOf('preparedPaper', { params: { case: caseId, paper }, query });
      save(await fetchBlob(url, 'application/octet-stream'), `${title}.${format}`);
      await queries.invalidateQueries({ queryKey: ['lookups'] });
    },
  });
  return (
    <div className="files-prepared">
      {papers.map(({ key, paper: { title } }) => (
        <div key={key} className="row">
          <span>代拟稿《{title}》</span>
          {(['pdf', 'docx'] as const).map((format) => (
            <Button
              key={format}
              size="small"
              icon="download"
              isDisabled={draw.isPending}
              onPress={() => draw.mutate({ paper: key, title, format })}
            >
              {format === 'pdf' ? '下载 PDF' : '下载 Word'}
            </Button>
          ))}
        </div>
      ))}
      {draw.isError ? (
        <span className="field-problem" role="alert">
          {sentenceOf(draw.error)}
        </span>
      ) : (
        <span className="soft">
          按现在所填拟好，盖章后拍照或扫描传回；改了所填内容须重新下载。单位自行拟写的也可上传。
        </span>
      )}
    </div>
  );
};

/** Hands a file to the browser as a download. */
const save = (blob: Blob, name: string): void => {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

/** The version of one upload: as it was read, else as somebody types it off the sheet. */
export const VersionBox = ({
  file,
  onChange,
  onLeave,
}: {
  readonly file: FileRef;
  readonly onChange: (version: string) => void;
  readonly onLeave: () => void;
}) => (
  <label className="files-version">
    <span className="soft">版本码</span>
    <input
      className="input"
      aria-label={`${file.name} 的版本码`}
      placeholder="代拟稿照纸面填"
      maxLength={40}
      value={file.version ?? ''}
      onChange={(e) => onChange(readShortCode(e.target.value) ?? e.target.value)}
      onBlur={onLeave}
    />
  </label>
);
