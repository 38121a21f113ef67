import type { ChoiceField, ChoicesField, Option, YesNoField } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import { ComboInput } from './ComboInput.tsx';
import { type InputProps, orNothing, textOf } from './input-props.ts';
import { useShared, type Words } from '@zhitongche/ui';

/** Up to this many choices are laid open; more go into a list, many into a list one can search. */
const OPEN = 6;
const LISTED = 15;

/** Pick one. */
export const ChoiceInput = (props: InputProps<ChoiceField>) => {
  const { say } = useShared();
  const { field, value, onChange, onLeave, aria, compact = false } = props;
  if (!compact && field.options.length <= OPEN)
    return (
      <>
        <Radios
          name={aria.id}
          options={field.options}
          picked={textOf(value)}
          onPick={(v) => {
            onChange(v);
            onLeave();
          }}
        />
        <Unread text={unread(field.options, value)} />
      </>
    );
  if (field.options.length > LISTED)
    return (
      <ComboInput
        aria={aria}
        label={field.label}
        items={field.options.map((o) => ({
          id: o.value,
          name: o.label,
          words: [o.label, o.en ?? '', o.value],
        }))}
        picked={textOf(value)}
        onPick={onChange}
        onLeave={onLeave}
      />
    );
  return (
    <select
      {...aria}
      className="input"
      value={textOf(value)}
      onChange={(e) => onChange(orNothing(e.target.value))}
      onBlur={onLeave}
    >
      <option value="">{say('请选择', 'Choose')}</option>
      <UnreadOption text={unread(field.options, value)} />
      {field.options.map((o) => (
        <option key={o.value} value={o.value}>
          {o.label}
        </option>
      ))}
    </select>
  );
};

/** What was brought in and is none of the options; empty where it is one. */
const unread = (options: readonly Option[], value: Json | undefined): string => {
  const text = textOf(value);
  return options.some((option) => option.value === text) ? '' : text;
};

/** A wrong answer stays in sight until a right one is picked. */
const Unread = ({ text }: { readonly text: string }) => {
  const { say } = useShared();
  return text === '' ? null : (
    <div className="field-help">{say(`原填“${text}”，请重新选择`, `“${text}” stood here; choose again`)}</div>
  );
};

const UnreadOption = ({ text }: { readonly text: string }) => {
  const { say } = useShared();
  return text === '' ? null : (
    <option value={text} disabled>
      {say(`原填“${text}”`, `“${text}” stood here`)}
    </option>
  );
};

/** Yes or no; neither until answered. */
export const YesNoInput = ({ value, onChange, onLeave, aria, compact = false }: InputProps<YesNoField>) => {
  const { say } = useShared();
  const picked = value === true ? 'yes' : value === false ? 'no' : '';
  const pick = (v: string): void => {
    onChange(v === 'yes' ? true : v === 'no' ? false : undefined);
    if (!compact) onLeave();
  };
  if (!compact)
    return (
      <>
        <Radios name={aria.id} options={yesNo(say)} picked={picked} onPick={pick} />
        <Unread text={textOf(value)} />
      </>
    );
  return (
    <select
      {...aria}
      className="input"
      value={picked === '' ? textOf(value) : picked}
      onChange={(e) => pick(e.target.value)}
      onBlur={onLeave}
    >
      <option value="">{say('请选择', 'Choose')}</option>
      <UnreadOption text={textOf(value)} />
      <option value="yes">{say('是', 'Yes')}</option>
      <option value="no">{say('否', 'No')}</option>
    </select>
  );
};

const yesNo = (say: Words['say']): readonly Option[] => [
  { value: 'yes', label: say('是', 'Yes') },
  { value: 'no', label: say('否', 'No') },
];

const Radios = ({
  name,
  options,
  picked,
  onPick,
}: {
  readonly name: string;
  readonly options: readonly Option[];
  readonly picked: string;
  readonly onPick: (value: string) => void;
}) => (
  <div className="picks">
    {options.map((o, i) => (
      <label key={o.value} className="pick">
        <input
          type="radio"
          // The first carries the field's id, so that links to the field land on something that takes focus.
          id={i === 0 ? name : `${name}-${o.value}`}
          name={name}
          checked={picked === o.value}
          onChange={() => onPick(o.value)}
        />
        <span>{o.label}</span>
      </label>
    ))}
  </div>
);

/** Pick several. */
export const ChoicesInput = ({ field, value, onChange, onLeave, aria }: InputProps<ChoicesField>) => {
  const picked = Array.isArray(value) ? value : [];
  return (
    <div className="picks">
      {field.options.map((o, i) => (
        <label key={o.value} className="pick">
          <input
            type="checkbox"
            id={i === 0 ? aria.id : `${aria.id}-${o.value}`}
            checked={picked.includes(o.value)}
            onChange={(e) => {
              const next = field.options
                .map((x) => x.value)
                .filter((v) => (v === o.value ? e.target.checked : picked.includes(v)));
              onChange(next.length > 0 ? next : undefined);
            }}
            onBlur={onLeave}
          />
          <span>{o.label}</span>
        </label>
      ))}
    </div>
  );
};
