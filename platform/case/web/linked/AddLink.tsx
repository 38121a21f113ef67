import { useQueryClient } from '@tanstack/react-query';
import type { CaseView } from '@zhitongche/contract';
import { useWrite } from '@zhitongche/contract/web';
import { useMe } from '@zhitongche/shell/web';
import { Button, ConfirmSheet, SelectField, TextField, toast } from '@zhitongche/ui';
import { useState } from 'react';
import type { CaseShell } from '../case/shell.ts';
import { showCase } from '../case/use-case.ts';

/** Links this case to another by its number. */
export const AddLink = ({ view, shell }: { readonly view: CaseView; readonly shell: CaseShell }) => {
  const client = useQueryClient();
  const { id: account } = useMe();
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState(view.linkable[0]?.kind ?? '');
  const [number, setNumber] = useState('');
  const link = useWrite('linkCases');
  const send = (): void =>
    link.mutate(
      { params: { case: view.row.id }, body: { kind, number: number.trim() } },
      {
        onSuccess: (next) => {
          showCase(client, shell, account, next);
          setOpen(false);
          setNumber('');
          toast('已关联，两个办件上都能看到');
        },
      },
    );
  return (
    <>
      <Button icon="plus" onPress={() => setOpen(true)}>
        关联已有办件
      </Button>
      <ConfirmSheet
        open={open}
        title="关联已有办件"
        verb="关联"
        pending={link.isPending}
        error={link.error}
        ready={number.trim() !== ''}
        onConfirm={send}
        onClose={() => setOpen(false)}
      >
        <p className="soft">关联会同时记入两个办件，在双方的办件页上显示；没有权限查看对方的人看不到。</p>
        <SelectField
          id="link-kind"
          required
          label="对方是本办件的"
          value={kind}
          onChange={setKind}
          options={view.linkable.map((one) => [one.kind, one.label] as const)}
        />
        <TextField id="link-number" required label="对方的办件编号" value={number} onChange={setNumber} />
      </ConfirmSheet>
    </>
  );
};
