import type { Reconciliation } from '@zhitongche/budget';
import { useState } from 'react';
import { codeOf, messageOf, Button, Notice, toast } from '@zhitongche/ui';
import { useWrite } from '@zhitongche/contract/web';
import { type Correction, isDirty } from './correction.ts';
import { PublishSheet } from './PublishSheet.tsx';
import { Reasons } from './Reasons.tsx';

interface SaveBarProps {
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
}

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
}: SaveBarProps) => {
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
      <PublishSheet
        asking={asking}
        open={open}
        counts={counts}
        note={note}
        onNote={setNote}
        write={write}
        onPublish={() => save('published')}
        onClose={() => {
          setAsking(false);
          write.reset();
        }}
      />
    </div>
  );
};
