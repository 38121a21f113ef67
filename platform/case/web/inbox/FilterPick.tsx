/** One filter as a drop-down; an empty choice takes it off. */
export const FilterPick = ({
  label,
  none,
  value,
  options,
  onPick,
  wide = false,
}: {
  readonly label: string;
  /** What the empty choice is called; absent = there is none. */
  readonly none?: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onPick: (value: string) => void;
  /** Fills its line under a label of its own, as in the sheet on the phone. */
  readonly wide?: boolean;
}) => {
  const select = (
    <select
      className={wide ? 'input' : 'input inbox-pick'}
      aria-label={label}
      value={value}
      onChange={(e) => onPick(e.target.value)}
    >
      {none === undefined ? null : <option value="">{none}</option>}
      {options.map(([key, words]) => (
        <option key={key} value={key}>
          {words}
        </option>
      ))}
    </select>
  );
  return wide ? (
    <div className="stack stack-tight">
      <span className="field-label" aria-hidden>
        {label}
      </span>
      {select}
    </div>
  ) : (
    select
  );
};
