import type { Answers, Field as FieldDef } from '@zhitongche/form';
import type { At, Json, Problem } from '@zhitongche/base';
import { Field } from '@zhitongche/ui';
import { memo } from 'react';
import { getAt, pathOf } from './at.ts';
import { type FormContext, useFormContext } from './form-context.ts';
import { KindInput } from './inputs/KindInput.tsx';
import { ReasonBox } from './ReasonBox.tsx';
import { isGroup, widthOf } from './field-look.ts';

/** One question of a form: label, input and what is wrong, at a path of the answers. Drawn anew when something of it changed. */
export const FieldInput = ({
  field,
  at,
  row,
}: {
  readonly field: FieldDef;
  readonly at: At;
  readonly row?: Answers;
}) => {
  const { answers, filledAt, problemsAt, set, markTouched } = useFormContext();
  const path = pathOf(at);
  const required =
    typeof field.required === 'function'
      ? field.required(row ?? answers, answers)
      : (field.required ?? false);
  return (
    <Question
      field={field}
      at={at}
      path={path}
      required={required}
      filled={filledAt(path)}
      problems={problemsAt(path)}
      value={getAt(answers, at)}
      set={set}
      markTouched={markTouched}
    />
  );
};

interface QuestionProps extends Pick<FormContext, 'set' | 'markTouched'> {
  readonly field: FieldDef;
  readonly at: At;
  readonly path: string;
  readonly required: boolean;
  readonly filled: boolean;
  readonly problems: readonly Problem[];
  readonly value: Json | undefined;
}

/** Where a path is the same, so is its place. */
const alike = ({ at: _a, ...a }: QuestionProps, { at: _b, ...b }: QuestionProps): boolean =>
  (Object.keys(a) as (keyof typeof a)[]).every((key) => Object.is(a[key], b[key]));

const Question = memo(
  ({ field, at, path, required, filled, problems, value, set, markTouched }: QuestionProps) => (
    <Field
      id={path}
      label={field.label}
      help={field.help}
      required={required}
      group={isGroup(field)}
      width={widthOf(field)}
      filled={filled}
      problems={problems}
      asks={(problem) => <ReasonBox problem={problem} path={path} />}
    >
      {(aria) => (
        <KindInput
          field={field}
          at={at}
          aria={aria}
          value={value}
          onChange={(next) => set(at, next)}
          onLeave={() => markTouched(path)}
        />
      )}
    </Field>
  ),
  alike,
);
