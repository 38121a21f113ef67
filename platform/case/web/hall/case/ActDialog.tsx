import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, Button, ConfirmSheet, Conflict, TextField, toast } from '@zhitongche/ui';
import type { CaseView, OpenActShape } from '@zhitongche/contract';
import { useAct } from '../../act/use-act.ts';

const WHAT: Readonly<Record<string, string>> = {
  withdraw: '撤回后可以修改，修改好再重新提交。',
  cancel: '撤销后这份申报不再办理，不能恢复。',
  urge: '会提醒正在办理的人。',
};

/** A short act: what it means, a reason where one is wanted, and the verb. */
export const ActDialog = ({
  view,
  act,
  onClose,
}: {
  readonly view: CaseView;
  readonly act: OpenActShape;
  readonly onClose: () => void;
}) => {
  const [opinion, setOpinion] = useState('');
  const client = useQueryClient();
  const { pending, error, take } = useAct(view, () => {
    toast(`已${act.label}`);
    onClose();
  });
  const conflict = error instanceof ApiProblem ? error.doc.conflict : undefined;
  const needed = act.opinion === 'required';
  return (
    <ConfirmSheet
      open
      title={`${act.label}这份申报`}
      verb={act.label}
      danger={act.danger}
      pending={pending}
      error={conflict ? undefined : error}
      ready={!needed || opinion.trim() !== ''}
      onClose={onClose}
      onConfirm={() =>
        void take({
          act: act.act,
          ...(act.seat ? { seat: act.seat } : {}),
          ...(opinion.trim() ? { opinion: opinion.trim() } : {}),
        })
      }
    >
      {WHAT[act.kind] ? <p>{WHAT[act.kind]}</p> : null}
      {act.opinion === 'none' ? null : (
        <TextField
          id="act-opinion"
          label={act.kind === 'urge' ? '留言' : '理由'}
          required={needed}
          rows={3}
          maxLength={2000}
          value={opinion}
          onChange={setOpinion}
        />
      )}
      {conflict ? (
        <Conflict by={conflict.by} at={conflict.at}>
          <Button
            onPress={() => {
              void client.invalidateQueries({ queryKey: ['case'] });
              onClose();
            }}
          >
            看最新情况
          </Button>
        </Conflict>
      ) : null}
    </ConfirmSheet>
  );
};
