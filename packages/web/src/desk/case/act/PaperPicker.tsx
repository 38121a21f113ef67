import type { CaseView } from '../../../api/types.ts';
import { Radio } from '../../../ui/Radio.tsx';

/** Which failed paper to make again, each with why it failed. */
export const PaperPicker = ({
  papers,
  value,
  onChange,
}: {
  readonly papers: CaseView['papers'];
  readonly value: string | null;
  readonly onChange: (paper: string) => void;
}) => (
  <fieldset className="act-part">
    <legend className="field-label">重新出证的文书</legend>
    {papers
      .filter((p) => p.status === 'failed')
      .map((p) => (
        <Radio key={p.paper} name="paper" checked={value === p.paper} onChoose={() => onChange(p.paper)}>
          {p.title}
          {p.problem === null ? null : <span className="soft"> {p.problem}</span>}
        </Radio>
      ))}
  </fieldset>
);
