import { Radio } from '@zhitongche/ui';

/** Which of the passed steps a case goes back to, the nearest first. */
export const StepPicker = ({
  steps,
  value,
  onChange,
}: {
  readonly steps: readonly { readonly step: string; readonly title: string }[];
  readonly value: string | null;
  readonly onChange: (step: string) => void;
}) => (
  <fieldset className="act-part">
    <legend className="field-label">退回到</legend>
    {steps.map((s) => (
      <Radio key={s.step} name="return-to" checked={value === s.step} onChoose={() => onChange(s.step)}>
        {s.title}
      </Radio>
    ))}
  </fieldset>
);
