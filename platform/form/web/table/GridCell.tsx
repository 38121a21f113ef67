import type { At, Json, Problem } from '@zhitongche/base';
import { cellWords, type Field as FieldDef } from '@zhitongche/form';
import { useEffect, useRef } from 'react';
import { cx } from '@zhitongche/ui';
import { pathOf } from '../at.ts';
import { fileRefs } from '../inputs/file-refs.ts';
import { PlainInput } from '../inputs/PlainInput.tsx';

/** Kinds too large for a cell: they open the row. */
const inSheet = (field: FieldDef): boolean =>
  field.kind === 'files' ||
  field.kind === 'choices' ||
  field.kind === 'table' ||
  (field.kind === 'text' && (field.lines ?? 1) > 1);

/** One cell: words, or an input while one is at it; before somebody enters the grid, the first cell is only its way in. */
export const GridCell = ({
  field,
  at,
  value,
  asked,
  active,
  focus,
  problems: found,
  filled,
  onEnter,
  onLeave,
  onOpen,
  onChange,
}: {
  readonly field: FieldDef;
  readonly at: At;
  readonly value: Json | undefined;
  /** False when this row does not ask for it. */
  readonly asked: boolean;
  readonly active: boolean;
  readonly focus: boolean;
  readonly problems: readonly Problem[];
  /** It stands as the system filled it in. */
  readonly filled: boolean;
  readonly onEnter: () => void;
  readonly onLeave: (path: string) => void;
  readonly onOpen: () => void;
  readonly onChange: (value: Json | undefined) => void;
}) => {
  const cell = useRef<HTMLTableCellElement>(null);
  const path = pathOf(at);
  const problems = asked ? found : [];
  const wrong = problems.some((p) => p.level === 'block');
  const text = field.kind === 'files' ? filesText(value) : cellWords(field, value);
  const entered = active && focus;
  const editing = entered && asked && field.kind !== 'table' && !inSheet(field);
  useEffect(() => {
    if (!active || !focus || !cell.current) return;
    const inside = cell.current.querySelector<HTMLElement>('input, select, textarea, button');
    (inside ?? cell.current).focus();
    if (inside instanceof HTMLInputElement && inside.type !== 'date') inside.select();
  }, [active, focus]);
  const said = problems.map((p) => p.message).join('；');
  return (
    <td
      ref={cell}
      aria-label={`${field.label}${said ? `：${said}` : ''}`}
      tabIndex={active && !editing ? 0 : -1}
      title={said || text || undefined}
      className={cx(
        wrong && 'cell-wrong',
        !wrong && problems.length > 0 && 'cell-warn',
        !asked && 'cell-off',
        entered && 'cell-here',
      )}
      onMouseDown={(e) => {
        if (entered) return;
        e.preventDefault();
        onEnter();
      }}
      onFocus={active && !focus ? onEnter : undefined}
      onDoubleClick={inSheet(field) && asked ? onOpen : undefined}
    >
      {!asked ? (
        <span aria-label="不需填写">—</span>
      ) : editing ? (
        <PlainInput
          compact
          field={field}
          at={at}
          value={value}
          onChange={onChange}
          onLeave={() => onLeave(path)}
          aria={{ id: `cell-${path}`, 'aria-label': field.label, ...(wrong ? { 'aria-invalid': true } : {}) }}
        />
      ) : inSheet(field) && entered ? (
        <button
          type="button"
          className="cell-button"
          onClick={onOpen}
          aria-label={`${field.label}：${text || '填写'}`}
        >
          {text || '填写'}
        </button>
      ) : (
        <span className={cx('cell-text', text !== '' && filled && 'cell-filled')}>{text}</span>
      )}
    </td>
  );
};

const filesText = (value: Json | undefined): string => {
  const { length } = fileRefs(value);
  return length > 0 ? `${length} 个文件` : '';
};
