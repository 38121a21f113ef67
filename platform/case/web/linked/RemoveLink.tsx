import { useQueryClient } from '@tanstack/react-query';
import type { CaseView } from '@zhitongche/contract';
import { useWrite } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { Button, ConfirmSheet, TextField, toast } from '@zhitongche/ui';
import { useState } from 'react';
import type { CaseShell } from '../case/shell.ts';
import { showCase } from '../case/use-case.ts';

/** Takes a link made by hand away, with a reason that stands in the story of both cases. */
export const RemoveLink = ({
  view,
  shell,
  link,
  title,
}: {
  readonly view: CaseView;
  readonly shell: CaseShell;
  readonly link: string;
  readonly title: string;
}) => {
  const client = useQueryClient();
  const { id: account } = useMe();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const remove = useWrite('unlinkCases');
  const send = (): void =>
    remove.mutate(
      { params: { case: view.row.id, link }, body: { reason: reason.trim() } },
      {
        onSuccess: (next) => {
          showCase(client, shell, account, next);
          setOpen(false);
          toast('已解除关联');
        },
      },
    );
  return (
    <>
      <Button variant="quiet" size="small" onPress={() => setOpen(true)}>
        解除
      </Button>
      <ConfirmSheet
        open={open}
        title={`解除与“${title}”的关联？`}
        verb="解除关联"
        pending={remove.isPending}
        error={remove.error}
        ready={reason.trim().length >= 2}
        onConfirm={send}
        onClose={() => setOpen(false)}
      >
        <p className="soft">解除会记入两个办件的办理过程，写明谁、何时、为何解除。</p>
        <TextField id="unlink-reason" required label="理由" value={reason} onChange={setReason} />
      </ConfirmSheet>
    </>
  );
};
