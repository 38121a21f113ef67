import type { OutsideReply } from '@zhitongche/case';
import type { Problem } from '@zhitongche/base';
import { useState } from 'react';
import { messageOf, Button, Field, Notice, weekdayOf, Radio } from '@zhitongche/ui';
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
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const attach = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setSending(true);
    setProblem(undefined);
    try {
      onChange({ ...reply, file: await upload('uploadFile', { params: { case: caseId } }, file) });
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setSending(false);
    }
  };
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
      <Field id="reply-authority" label="批复机关" required problems={wrong('authority')}>
        {(aria) => (
          <input
            {...aria}
            className="input"
            maxLength={200}
            value={reply.authority ?? ''}
            onChange={(e) => onChange({ ...reply, authority: e.target.value })}
          />
        )}
      </Field>
      <Field id="reply-number" label="批复文号" required problems={wrong('number')}>
        {(aria) => (
          <input
            {...aria}
            className="input"
            maxLength={100}
            value={reply.number ?? ''}
            onChange={(e) => onChange({ ...reply, number: e.target.value })}
          />
        )}
      </Field>
      <Field
        id="reply-date"
        label="批复日期"
        required
        help={reply.date === undefined ? undefined : weekdayOf(reply.date)}
      >
        {(aria) => (
          <input
            {...aria}
            type="date"
            className="input"
            value={reply.date ?? ''}
            onChange={(e) => onChange({ ...reply, date: e.target.value })}
          />
        )}
      </Field>
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
            {reply.file === undefined ? null : (
              <>
                <span>{reply.file.name}</span>
                <Button
                  size="small"
                  variant="quiet"
                  onPress={() => {
                    const { file: _, ...rest } = reply;
                    onChange(rest);
                  }}
                >
                  移除
                </Button>
              </>
            )}
          </div>
        )}
      </Field>
      {problem === undefined ? null : <Notice tone="danger">{problem}</Notice>}
    </div>
  );
};
