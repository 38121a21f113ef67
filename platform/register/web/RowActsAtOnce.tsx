import { Button, messageOf, toast } from '@zhitongche/ui';
import type { RowLine } from './columns.ts';
import { useRowAct } from './use-row-act.ts';

/** Moves of a row that need no words, done where it stands in the list. */
export const RowActsAtOnce = ({ register, row }: { readonly register: string; readonly row: RowLine }) => {
  const { take, pending } = useRowAct({ register, id: row.id, revision: row.revision });
  return row.acts.map(({ key, label }) => (
    <Button
      key={key}
      size="small"
      variant="quiet"
      isDisabled={pending}
      onPress={() =>
        void take({ act: 'move', move: key }, `已${label}：${row.title}`, (failure) =>
          toast(messageOf(failure)),
        )
      }
    >
      {label}
    </Button>
  ));
};
