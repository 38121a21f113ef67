import { glyphName, type Problem } from '@zhitongche/base';
import type { CaseView } from '@zhitongche/contract';
import { Field, Radio } from '@zhitongche/ui';

/** Which failed paper to make again, each with why it failed; what no font has is written otherwise. */
export const PaperPicker = ({
  papers,
  value,
  onChange,
  spelling,
  onSpell,
  problems,
}: {
  readonly papers: CaseView['papers'];
  readonly value: string | null;
  readonly onChange: (paper: string) => void;
  readonly spelling: Readonly<Record<string, string>>;
  readonly onSpell: (spelling: Readonly<Record<string, string>>) => void;
  /** What the server refused, by place: `spelling`, character. */
  readonly problems: readonly Problem[];
}) => {
  const failed = papers.filter((p) => p.status === 'failed');
  const undrawn = failed.find((p) => p.paper === value)?.undrawn ?? [];
  return (
    <>
      <fieldset className="act-part">
        <legend className="field-label">重新出证的文书</legend>
        {failed.map((p) => (
          <Radio key={p.paper} name="paper" checked={value === p.paper} onChoose={() => onChange(p.paper)}>
            {p.title}
            {p.problem === null ? null : <span className="soft"> {p.problem}</span>}
          </Radio>
        ))}
      </fieldset>
      {undrawn.map((one, i) => (
        <Field
          key={one}
          id={`spelling-${i}`}
          label={`${glyphName({ character: one, codePoint: one.codePointAt(0) ?? 0 })}在文书上写作`}
          help="填同音字、拼音或对字形的说明，会记入办理经过；申报内容不改动。系统管理员已安装含此字的字体的，不必填写。"
          problems={problems.filter(({ at }) => at[0] === 'spelling' && at[1] === one)}
        >
          {(aria) => (
            <input
              {...aria}
              className="input"
              maxLength={40}
              value={spelling[one] ?? ''}
              onChange={(e) => {
                const { [one]: _, ...rest } = spelling;
                onSpell(e.target.value === '' ? rest : { ...rest, [one]: e.target.value });
              }}
            />
          )}
        </Field>
      ))}
    </>
  );
};
