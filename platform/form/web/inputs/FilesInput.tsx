import { preparedAt } from '@zhitongche/case';
import { bytesInWords, type FilesField } from '@zhitongche/form';
import { useRef, useState } from 'react';
import { fileUrl } from '../file-home.ts';
import { Button, cx, Icon, IconButton, useShared } from '@zhitongche/ui';
import { useFormContext } from '../form-context.ts';
import type { InputProps } from './input-props.ts';
import { PreparedOffer, VersionBox } from './PreparedOffer.tsx';
import { type Sending, useUploads } from './use-uploads.ts';

/** Files by choosing or dropping; each with its progress, a look at it and a way to take it back. */
export const FilesInput = ({ field, at, value, onChange, onLeave, aria }: InputProps<FilesField>) => {
  const { say } = useShared();
  const { home, prepared } = useFormContext();
  const papers = prepared ? preparedAt(prepared, at) : [];
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const { kept, sending, take, remove, stop, call } = useUploads({
    field,
    home,
    value,
    onChange,
    versions: papers.length > 0,
  });
  const receive = (files: FileList | null): void => {
    take(files);
    onLeave();
  };
  return (
    <div
      className={cx('files-drop', over && 'files-drop-over')}
      onDragOver={(e) => {
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(e) => {
        e.preventDefault();
        setOver(false);
        receive(e.dataTransfer.files);
      }}
    >
      {'case' in home && papers.length > 0 ? (
        <PreparedOffer caseId={home.case} papers={papers} at={at} />
      ) : null}
      {kept.map((ref) => (
        <div key={ref.id} className="files-row">
          <Icon name="file" />
          <a className="files-name" href={fileUrl(home, ref.id)} target="_blank" rel="noreferrer">
            {ref.name}
          </a>
          <span className="soft">{bytesInWords(ref.size)}</span>
          {papers.length > 0 ? (
            <VersionBox file={ref} onChange={(version) => call(ref.id, version)} onLeave={onLeave} />
          ) : null}
          <IconButton
            icon="trash"
            size="small"
            label={say(`移除 ${ref.name}`, `Remove ${ref.name}`)}
            onPress={() => remove(ref.id)}
          />
        </div>
      ))}
      {sending.map((s) => (
        <OnItsWay key={s.id} sent={s} onStop={() => stop(s)} />
      ))}
      {kept.length < field.maxFiles ? (
        <div className="row">
          <Button icon="upload" onPress={() => picker.current?.click()} id={aria.id}>
            {say('选择文件', 'Choose a file')}
          </Button>
          <span className="soft">
            {say(
              `或拖到这里；${field.accept.join('、')}，每个不超过 ${bytesInWords(field.maxBytes)}${field.maxFiles > 1 ? `，最多 ${field.maxFiles} 个` : ''}`,
              `or drop it here; ${field.accept.join(', ')}, ${bytesInWords(field.maxBytes)} each at most${field.maxFiles > 1 ? `, up to ${field.maxFiles}` : ''}`,
            )}
          </span>
        </div>
      ) : null}
      <input
        ref={picker}
        className="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-label={field.label}
        multiple={field.maxFiles > 1}
        accept={field.accept.map((e) => `.${e}`).join(',')}
        onChange={(e) => {
          receive(e.target.files);
          e.target.value = '';
        }}
      />
    </div>
  );
};

/** A file that is being sent, or was refused and why. */
const OnItsWay = ({ sent: s, onStop }: { readonly sent: Sending; readonly onStop: () => void }) => {
  const { say } = useShared();
  return (
    <div className="files-row">
      <Icon name={s.problem ? 'alert' : 'upload'} />
      <span className="files-name">
        {s.file.name}
        {s.problem ? (
          <span className="field-problem field-problem-block" role="alert">
            {s.problem}
          </span>
        ) : null}
      </span>
      {s.problem ? null : (
        <progress
          className="files-bar"
          value={s.share}
          aria-label={say(`正在上传 ${s.file.name}`, `Uploading ${s.file.name}`)}
        />
      )}
      <IconButton
        icon="close"
        size="small"
        label={
          s.problem
            ? say(`不再显示 ${s.file.name}`, `Hide ${s.file.name}`)
            : say(`取消上传 ${s.file.name}`, `Stop ${s.file.name}`)
        }
        onPress={onStop}
      />
    </div>
  );
};
