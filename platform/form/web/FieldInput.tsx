import type { Answers, Field as FieldDef } from '@zhitongche/form';
import type { At } from '@zhitongche/base';
import { Field } from '@zhitongche/ui';
import { getAt, pathOf } from './at.ts';
import { useFormContext } from './form-context.ts';
import { KindInput } from './inputs/KindInput.tsx';
import { ReasonBox } from './ReasonBox.tsx';
import { isGroup, widthOf } from './field-look.ts';

/** One question of a form: label, input and what is wrong, at a path of the answers. */
export const FieldInput = ({
  field,
  at,
  row,
}: {
  readonly field: FieldDef;
  readonly at: At;
  readonly row?: Answers;
}) => {
  const world = useFormContext();
  const path = pathOf(at);
  const required =
    typeof field.required === 'function'
      ? field.required(row ?? world.answers, world.answers)
      : (field.required ?? false);
  return (
    <Field
      id={path}
      label={field.label}
      help={field.help}
      required={required}
      group={isGroup(field)}
      width={widthOf(field)}
      filled={world.filledAt(path)}
      problems={world.problemsAt(path)}
      asks={(problem) => <ReasonBox problem={problem} path={path} />}
    >
      {(aria) => (
        <KindInput
          field={field}
          at={at}
          aria={aria}
          value={getAt(world.answers, at)}
          onChange={(value) => world.set(at, value)}
          onLeave={() => world.markTouched(path)}
        />
      )}
    </Field>
  );
};
