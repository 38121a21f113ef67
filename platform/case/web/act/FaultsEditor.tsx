import type { Answers, Form } from '@zhitongche/form';
import type { CorrectionItem } from '@zhitongche/case';
import type { Problem } from '@zhitongche/base';
import { Button, IconButton, Field } from '@zhitongche/ui';
import { faultPlaces } from './faults.ts';

/** Names all faults at once (一次性告知): each points at an answer and says what to correct. */
export const FaultsEditor = ({
  form,
  answers,
  faults,
  problems,
  onChange,
}: {
  readonly form: Form;
  readonly answers: Answers;
  readonly faults: readonly CorrectionItem[];
  /** What is wrong with the words as typed so far, by their place: `faults`, number, part. */
  readonly problems: readonly Problem[];
  readonly onChange: (faults: readonly CorrectionItem[]) => void;
}) => {
  const places = faultPlaces(form, answers);
  const wrong = (index: number, part: string) =>
    problems.filter(({ at }) => at.join('.') === `faults.${index}.${part}`);
  const set = (index: number, change: Partial<CorrectionItem>): void =>
    onChange(faults.map((f, i) => (i === index ? { ...f, ...change } : f)));
  return (
    <fieldset className="act-part">
      <legend className="field-label">需要补正的问题（一次性全部列出）</legend>
      <ol className="fault-edits">
        {faults.map((fault, i) => (
          <li key={i} className="fault-item">
            <div className="row">
              <Field id={`fault-at-${i}`} label={`第 ${i + 1} 个问题在哪里`} required bare>
                {(aria) => (
                  <select
                    {...aria}
                    className="input"
                    value={fault.at}
                    onChange={(e) => set(i, { at: e.target.value })}
                  >
                    {places.map((p) => (
                      <option key={p.at} value={p.at}>
                        {p.label}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
              <IconButton
                icon="trash"
                label={`删除第 ${i + 1} 个问题`}
                onPress={() => onChange(faults.filter((_, j) => j !== i))}
              />
            </div>
            <Field
              id={`fault-message-${i}`}
              label={`第 ${i + 1} 个问题要补正什么`}
              required
              bare
              problems={wrong(i, 'message')}
            >
              {(aria) => (
                <textarea
                  {...aria}
                  className="input"
                  rows={2}
                  maxLength={500}
                  placeholder="写明要补正什么，申报人会在这一项旁边看到"
                  value={fault.message}
                  onChange={(e) => set(i, { message: e.target.value })}
                />
              )}
            </Field>
            <Field
              id={`fault-basis-${i}`}
              label={`第 ${i + 1} 个问题的依据（选填）`}
              bare
              problems={wrong(i, 'basis')}
            >
              {(aria) => (
                <input
                  {...aria}
                  className="input"
                  maxLength={300}
                  placeholder="依据（选填）"
                  value={fault.basis ?? ''}
                  onChange={(e) => {
                    const { basis: _, ...rest } = fault;
                    onChange(
                      faults.map((f, j) =>
                        j === i ? (e.target.value === '' ? rest : { ...rest, basis: e.target.value }) : f,
                      ),
                    );
                  }}
                />
              )}
            </Field>
          </li>
        ))}
      </ol>
      <Button icon="plus" size="small" onPress={() => onChange([...faults, { at: '', message: '' }])}>
        {faults.length === 0 ? '指出一个问题' : '再指出一个'}
      </Button>
    </fieldset>
  );
};
