import type { IdentifierField } from '@zhitongche/form';
import { parseCitizenId } from '@zhitongche/base';
import type { HTMLInputTypeAttribute } from 'react';
import { dayIn, dayText, useShared } from '@zhitongche/ui';
import { type InputProps, orNothing, textOf } from './input-props.ts';

const TYPES: Readonly<Record<IdentifierField['kind'], HTMLInputTypeAttribute>> = {
  'citizen-id': 'text',
  uscc: 'text',
  passport: 'text',
  phone: 'tel',
  email: 'email',
};

/** Identifiers that carry their own check; an identity number says back whom it means, so that a slip is seen. */
export const IdentifierInput = ({
  field,
  value,
  onChange,
  onLeave,
  aria,
  compact = false,
}: InputProps<IdentifierField>) => {
  const text = textOf(value);
  return (
    <>
      <input
        {...aria}
        className="input"
        type={TYPES[field.kind]}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={text}
        onChange={(e) => onChange(orNothing(e.target.value))}
        onBlur={onLeave}
      />
      {field.kind === 'citizen-id' && !compact ? <WhoIsThis id={text} /> : null}
    </>
  );
};

const WhoIsThis = ({ id }: { readonly id: string }) => {
  const { say } = useShared();
  const read = parseCitizenId(id);
  return read.ok ? (
    <div className="field-help">
      {say(
        `${read.value.sex === 'M' ? '男' : '女'}，${dayText(read.value.birth)}出生`,
        `${read.value.sex === 'M' ? 'Male' : 'Female'}, born ${dayIn('en', read.value.birth)}`,
      )}
    </div>
  ) : null;
};
