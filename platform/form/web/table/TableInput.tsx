import type { TableField } from '@zhitongche/form';
import { Suspense, useState } from 'react';
import { Button, Empty, lazily, Notice, Skeleton, usePhone, useShared } from '@zhitongche/ui';
import { pathOf } from '../at.ts';
import type { InputProps } from '../inputs/input-props.ts';
import { RowCards } from './RowCards.tsx';
import { RowSheet } from './RowSheet.tsx';
import { useRows } from './use-rows.ts';
import './table.css';

const Grid = lazily(() => import('./Grid.tsx').then((m) => m.Grid));
const ImportDialog = lazily(() => import('./ImportDialog.tsx').then((m) => m.ImportDialog));
const EarlierPeople = lazily(() => import('./EarlierPeople.tsx').then((m) => m.EarlierPeople));

/** A sub-table: a grid with keyboard and paste where there is room, cards on the phone, one row at a time in a sheet. */
export const TableInput = ({ field, at, value, onChange, onLeave }: InputProps<TableField>) => {
  const { say } = useShared();
  const phone = usePhone();
  const [dialog, setDialog] = useState<'import' | 'earlier' | null>(null);
  const { rows, acts, remark, sheet, setSheet, add, append } = useRows({
    field,
    at,
    value,
    onChange,
    onLeave,
  });
  const full = rows.length >= field.maxRows;
  const people = Object.values(field.columns).some((c) => c.kind === 'citizen-id');
  return (
    <div className="table-input" id={pathOf(at)} tabIndex={-1}>
      {rows.length === 0 ? (
        <Empty
          icon="table"
          title={say(`还没有${field.label}`, 'Nothing here yet')}
          text={
            phone
              ? say('逐个添加即可。', 'Add them one by one.')
              : say('可逐行填写，也可从 Excel 复制后直接粘贴。', 'Fill in line by line, or paste from Excel.')
          }
        />
      ) : phone ? (
        <RowCards field={field} at={at} rows={rows} acts={acts} />
      ) : (
        <Suspense fallback={<Skeleton lines={rows.length} shape="rows" />}>
          <Grid field={field} at={at} rows={rows} acts={acts} />
        </Suspense>
      )}
      <div className="row">
        <Button icon="plus" isDisabled={full} onPress={add}>
          {say(`添加一${field.rowName}`, `Add a ${field.rowName}`)}
        </Button>
        {people ? (
          <Button icon="users" isDisabled={full} onPress={() => setDialog('earlier')}>
            {say('从以往人员中选', 'From earlier people')}
          </Button>
        ) : null}
        {field.importable ? (
          <Button icon="table" isDisabled={full} onPress={() => setDialog('import')}>
            {say('从表格导入', 'From a spreadsheet')}
          </Button>
        ) : null}
        <span className="soft" aria-live="polite">
          {rows.length > 0 ? say(`共 ${rows.length} ${field.rowName}`, `${rows.length} in all`) : ''}
          {full ? say('，已到上限', ', no more can be added') : ''}
        </span>
      </div>
      {remark ? (
        <Notice tone="info" live>
          {remark}
        </Notice>
      ) : null}
      {sheet !== null && rows[sheet] ? (
        <RowSheet
          field={field}
          at={at}
          rows={rows}
          index={sheet}
          acts={acts}
          onClose={() => setSheet(null)}
          onMove={setSheet}
        />
      ) : null}
      <Suspense fallback={null}>
        {dialog === 'import' ? (
          <ImportDialog field={field} at={at} onTake={append} onClose={() => setDialog(null)} />
        ) : null}
        {dialog === 'earlier' ? (
          <EarlierPeople field={field} rows={rows} onTake={append} onClose={() => setDialog(null)} />
        ) : null}
      </Suspense>
    </div>
  );
};
