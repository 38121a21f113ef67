import type { Reconciliation } from '@zhitongche/budget';
import { useState } from 'react';
import {
  codeOf,
  problemsOfError,
  messageOf,
  Button,
  ConfirmSheet,
  Field,
  Notice,
  toast,
} from '@zhitongche/ui';
import { useWrite } from '@zhitongche/contract/web';
import { type Correction, isDirty } from './correction.ts';

/** Saving: as a draft at any time, for everybody only after a person has looked at every spot and says so. */
export const SaveBar = ({
  id,
  revision,
  published,
  correction,
  open,
  unsound,
  counts,
  onUndo,
  onSaved,
  onReload,
}: {
  readonly id: string;
  /** Revision the server has; 0 = never saved. */
  readonly revision: number;
  readonly published: boolean;
  readonly correction: Correction;
  /** Spots nobody has looked at. */
  readonly open: number;
  readonly unsound: number;
  readonly counts: Reconciliation['counts'] | null;
  readonly onUndo: () => void;
  readonly onSaved: () => void;
  readonly onReload: () => void;
}) => {
  const write = useWrite('saveDisclosure', [
    'disclosure',
    'disclosures',
    'budgetReadings',
    'openBudgets',
    'openBudget',
  ]);
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState('');
  const save = (status: 'draft' | 'published'): void =>
    write.mutate(
      {
        params: { id },
        body: {
          revision,
          status,
          model: correction.model,
          settled: [...correction.settled],
          ...(note.trim() === '' ? {} : { note: note.trim() }),
        },
      },
      {
        onSuccess: () => {
          setAsking(false);
          setNote('');
          toast(status === 'published' ? '已公开' : '已保存草稿');
          onSaved();
        },
      },
    );
  const dirty = isDirty(correction) || revision === 0;
  const stale = write.isError && codeOf(write.error) === 'budget.stale-revision';
  return (
    <div className="stack stack-tight">
      <div className="row">
        {correction.past.length > 0 ? (
          <Button variant="quiet" icon="undo" onPress={onUndo}>
            撤销上一步
          </Button>
        ) : null}
        <Button
          pending={write.isPending && !asking}
          isDisabled={unsound > 0 || (!dirty && !published)}
          onPress={() => save('draft')}
        >
          {published ? '改回草稿' : '保存草稿'}
        </Button>
        <Button
          variant="primary"
          isDisabled={unsound > 0 || (published && !dirty)}
          onPress={() => setAsking(true)}
        >
          {published ? '更新公开内容' : '确认并公开'}
        </Button>
      </div>
      {unsound > 0 ? <p className="soft">有{unsound}格不是数字，改正后才能保存。</p> : null}
      {write.isError && !asking ? (
        <Notice tone="danger" live title={stale ? '别人刚改过' : '没有保存'}>
          <p>{messageOf(write.error)}</p>
          {stale ? <Button onPress={onReload}>看最新内容</Button> : <Reasons error={write.error} />}
        </Notice>
      ) : null}
      <ConfirmSheet
        open={asking}
        title="确认并公开"
        verb="公开"
        pending={write.isPending}
        ready={open === 0}
        error={write.isError ? write.error : undefined}
        onConfirm={() => save('published')}
        onClose={() => {
          setAsking(false);
          write.reset();
        }}
      >
        {open > 0 ? (
          <Notice tone="warn" title={`还有${open}处没有核对`}>
            请先在“待核对”里逐处看过原文，补正或确认读入的不用改。
          </Notice>
        ) : (
          <>
            <p>
              公开后任何人都能查看和下载，包括勾稽核对的结果和未能读入的地方。表中的数字一律照原文，不因核对结果改动。
            </p>
            {counts === null ? null : (
              <p>
                勾稽：相符{counts.holds}，取整差{counts.rounding}，不符{counts['does-not-hold']}，无法核对
                {counts['cannot-be-checked']}。
              </p>
            )}
            <Field id="budget-note" label="说明" help="写给看版本记录的同事，不公开。">
              {(aria) => (
                <input
                  {...aria}
                  className="input"
                  maxLength={500}
                  value={note}
                  onChange={(e) => setNote(e.target.value)}
                />
              )}
            </Field>
          </>
        )}
        {write.isError ? <Reasons error={write.error} /> : null}
      </ConfirmSheet>
    </div>
  );
};

const Reasons = ({ error }: { readonly error: unknown }) => (
  <ul>
    {problemsOfError(error).map((problem) => (
      <li key={`${problem.at.join(' ')} ${problem.message}`}>
        {problem.message}
        {problem.todo ? <span className="soft"> {problem.todo}</span> : null}
      </li>
    ))}
  </ul>
);
