import { type Answers, headlineOf, inRow, shownColumns, type TableField } from '@zhitongche/form';
import type { At } from '@zhitongche/base';
import { Button, Dialog, useShared } from '@zhitongche/ui';
import { useFormContext } from '../form-context.ts';
import type { RowActs } from './row-acts.ts';

/** One row as a form of its own, with the rows before and after it a button away. */
export const RowSheet = ({
  field,
  at,
  rows,
  index,
  acts,
  onClose,
  onMove,
}: {
  readonly field: TableField;
  readonly at: At;
  readonly rows: readonly Answers[];
  readonly index: number;
  readonly acts: RowActs;
  readonly onClose: () => void;
  readonly onMove: (index: number) => void;
}) => {
  const { say } = useShared();
  const { answers, renderField } = useFormContext();
  const row = rows[index] ?? {};
  const asked = shownColumns(field.columns, row, answers);
  const { title } = headlineOf(field, row);
  return (
    <Dialog
      open
      size="wide"
      dismissable={false}
      title={say(
        `${field.label}：第 ${index + 1} ${field.rowName}${title ? `（${title}）` : ''}`,
        `${field.label}: ${index + 1}${title ? ` (${title})` : ''}`,
      )}
      onClose={onClose}
      foot={
        <>
          <Button variant="danger" icon="trash" onPress={() => acts.remove(index)}>
            {say(`删除这一${field.rowName}`, 'Remove')}
          </Button>
          <span className="grow" />
          {rows.length > 1 ? (
            <span className="row-sheet-moves">
              <Button icon="chevron-left" isDisabled={index === 0} onPress={() => onMove(index - 1)}>
                {say(`上一${field.rowName}`, 'Before')}
              </Button>
              <Button
                icon="chevron-right"
                isDisabled={index >= rows.length - 1}
                onPress={() => onMove(index + 1)}
              >
                {say(`下一${field.rowName}`, 'Next')}
              </Button>
            </span>
          ) : null}
          <Button variant="primary" onPress={onClose}>
            {say('填好了', 'Done')}
          </Button>
        </>
      }
    >
      <div className="fields" key={index}>
        {asked.map((key) => {
          const column = field.columns[key];
          return column ? renderField(inRow(field.columns, column, row), [...at, index, key], row) : null;
        })}
      </div>
    </Dialog>
  );
};
