import type { CaseView } from '../../../api/types.ts';

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
        <label key={p.paper} className="check">
          <input type="radio" name="paper" checked={value === p.paper} onChange={() => onChange(p.paper)} />
          <span>
            {p.title}
            {p.problem === null ? null : <span className="soft"> {p.problem}</span>}
          </span>
        </label>
      ))}
  </fieldset>
);
