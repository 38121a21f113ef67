import type { RegisterKind } from '@zhitongche/register';
import { Button, Dialog, SelectField } from '@zhitongche/ui';
import { useState } from 'react';
import { ActRefusal } from './ActRefusal.tsx';
import type { RowLine } from './columns.ts';
import { RowPicker } from './RowPicker.tsx';
import { type Row, useRowAct } from './use-row-act.ts';

/** Ties a row to another: which relation, and which row at the far end. */
export const TieDialog = ({
  kind,
  row,
  onClose,
}: {
  readonly kind: RegisterKind;
  readonly row: Row;
  readonly onClose: () => void;
}) => {
  const [first] = kind.relations;
  const [relation, setRelation] = useState(first?.key ?? '');
  const [far, setFar] = useState<RowLine | null>(null);
  const { take, pending, error } = useRowAct(row);
  const chosen = kind.relations.find(({ key }) => key === relation);
  const tie = async (): Promise<void> => {
    if (!chosen || !far) return;
    const to = { register: chosen.to, id: far.id };
    if (await take({ act: 'tie', relation, to }, `已关联“${far.title}”`)) onClose();
  };
  return (
    <Dialog
      open
      title={`关联：${row.title}`}
      dismissable={false}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose} isDisabled={pending}>
            先不关联
          </Button>
          <Button variant="primary" pending={pending} isDisabled={far === null} onPress={() => void tie()}>
            关联
          </Button>
        </>
      }
    >
      <div className="stack">
        <ActRefusal error={error} />
        {kind.relations.length > 1 ? (
          <SelectField
            id="relation"
            label="什么关联"
            required
            value={relation}
            options={kind.relations.map(({ key, label }) => [key, label] as const)}
            onChange={(key) => {
              setRelation(key);
              setFar(null);
            }}
          />
        ) : (
          <p className="soft">{chosen?.label}</p>
        )}
        {chosen ? (
          <RowPicker key={chosen.to} register={chosen.to} not={row.id} value={far?.id} onPick={setFar} />
        ) : null}
      </div>
    </Dialog>
  );
};
