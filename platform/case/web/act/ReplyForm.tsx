import type { OutsideReply } from '@zhitongche/case';
import type { Problem } from '@zhitongche/base';
import { useState } from 'react';
import { messageOf, Button, DateField, Field, Notice, Radio, TextField, weekdayOf } from '@zhitongche/ui';
import { upload } from '@zhitongche/contract/web';

/** What an authority outside answered: result, number, date and file. */
export const ReplyForm = ({
  caseId,
  reply,
  problems,
  onChange,
}: {
  readonly caseId: string;
  readonly reply: Partial<OutsideReply>;
  /** What is wrong with the words as typed so far, by their place. */
  readonly problems: readonly Problem[];
  readonly onChange: (reply: Partial<OutsideReply>) => void;
}) => {
  const wrong = (part: string) => problems.filter(({ at }) => at.join('.') === `reply.${part}`);
  return (
    <div className="act-part stack">
      <fieldset className="row">
        <legend className="field-label">批复结果</legend>
        {(['approved', 'refused'] as const).map((result) => (
          <Radio
            key={result}
            name="reply-result"
            checked={reply.result === result}
            onChoose={() => onChange({ ...reply, result })}
          >
            {result === 'approved' ? '批准' : '未批准'}
          </Radio>
        ))}
      </fieldset>
      <TextField
        id="reply-authority"
        label="批复机关"
        required
        problems={wrong('authority')}
        maxLength={200}
        value={reply.authority ?? ''}
        onChange={(authority) => onChange({ ...reply, authority })}
      />
      <TextField
        id="reply-number"
        label="批复文号"
        required
        problems={wrong('number')}
        maxLength={100}
        value={reply.number ?? ''}
        onChange={(number) => onChange({ ...reply, number })}
      />
      <DateField
        id="reply-date"
        label="批复日期"
        required
        help={reply.date === undefined ? undefined : weekdayOf(reply.date)}
        value={reply.date ?? ''}
        onChange={(date) => onChange({ ...reply, date })}
      />
      <ReplyFile
        caseId={caseId}
        file={reply.file}
        onChange={(file) => {
          const { file: _, ...rest } = reply;
          onChange(file === undefined ? rest : { ...rest, file });
        }}
      />
    </div>
  );
};

/** The scan of the answer: stored at once, so that the act only names it. */
const ReplyFile = ({
  caseId,
  file,
  onChange,
}: {
  readonly caseId: string;
  readonly file: OutsideReply['file'];
  readonly onChange: (file: OutsideReply['file']) => void;
}) => {
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const attach = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    setSending(true);
    setProblem(undefined);
    try {
      onChange(await upload('uploadFile', { params: { case: caseId } }, chosen));
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <>
      <Field id="reply-file" label="批复扫描件">
        {(aria) => (
          <div className="row">
            <input
              {...aria}
              type="file"
              accept=".pdf,.jpg,.jpeg,.png"
              disabled={sending}
              onChange={(e) => void attach(e.target.files?.[0])}
            />
            {sending ? <span className="soft">正在上传…</span> : null}
            {file === undefined ? null : (
              <>
                <span>{file.name}</span>
                <Button size="small" variant="quiet" onPress={() => onChange(undefined)}>
                  移除
                </Button>
              </>
            )}
          </div>
        )}
      </Field>
      {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
    </>
  );
};
