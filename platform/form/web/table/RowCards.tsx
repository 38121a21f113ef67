import { type Answers, headlineOf, type TableField } from '@zhitongche/form';
import type { At } from '@zhitongche/base';
import { Badge, Button, useShared } from '@zhitongche/ui';
import { pathOf } from '../at.ts';
import { useFormContext } from '../form-context.ts';
import type { RowActs } from './row-acts.ts';

/** Rows as cards: who or what it is, how many things are wrong, open to change. */
export const RowCards = ({
  field,
  at,
  rows,
  acts,
}: {
  readonly field: TableField;
  readonly at: At;
  readonly rows: readonly Answers[];
  readonly acts: RowActs;
}) => {
  const { say } = useShared();
  const { problemsBelow } = useFormContext();
  return (
    <ol className="row-cards">
      {rows.map((row, i) => {
        const wrong = problemsBelow(pathOf([...at, i])).filter((p) => p.level === 'block').length;
        const { title, rest } = headlineOf(field, row);
        return (
          // Rows have no identity of their own; their place is their name.
          <li key={i} className="row-card">
            <button type="button" className="row-card-open" onClick={() => acts.open(i)}>
              <span className="row-card-title">
                {i + 1}. {title || say(`未填写的${field.rowName}`, 'empty')}
              </span>
              <span className="soft">{rest}</span>
              {wrong > 0 ? <Badge tone="danger">{say(`${wrong} 处待改`, `${wrong} to mend`)}</Badge> : null}
            </button>
            <Button variant="quiet" size="small" onPress={() => acts.open(i)}>
              {say('修改', 'Change')}
            </Button>
          </li>
        );
      })}
    </ol>
  );
};
