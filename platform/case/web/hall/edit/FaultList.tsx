import type { At, Problem } from '@zhitongche/base';
import type { CorrectionItem } from '@zhitongche/case';
import { fieldAt, type Form } from '@zhitongche/form';
import { atOf } from '@zhitongche/form/web';
import { Button, Icon, RuleLink, useShared } from '@zhitongche/ui';
import './FaultList.css';

/** Faults named by the office as problems, so that each shows at its field. */
export const faultProblems = (faults: readonly CorrectionItem[]): readonly Problem[] =>
  faults.map((f) => ({
    code: 'correction',
    level: 'warn',
    at: atOf(f.at),
    message: `补正意见：${f.message}`,
    en: f.message,
    ...(f.basis ? { basis: { title: f.basis } } : {}),
  }));

/** All that the office asks to be corrected, beside the form, each leading to its field; nothing where nothing is asked. */
export const FaultList = ({
  form,
  faults,
  left,
  onGo,
  onCheck,
}: {
  readonly form: Form;
  readonly faults: readonly CorrectionItem[];
  /** Those whose place still reads as it was sent. */
  readonly left: readonly CorrectionItem[];
  readonly onGo: (at: At) => void;
  readonly onCheck: () => void;
}) => {
  const { say } = useShared();
  return faults.length === 0 ? null : (
    <aside className="form-flow-side">
      <section className="fault-list" aria-labelledby="faults-title">
        <h2 id="faults-title">
          <Icon name="flag" /> {say(`需补正 ${faults.length} 处`, `${faults.length} to correct`)}
        </h2>
        <ol>
          {faults.map((f) => {
            const words = f.at === '' ? '' : fieldAt(form, f.at)?.words;
            return (
              <li key={`${f.at} ${f.message}`}>
                {words ? (
                  <button type="button" className="fault-go" onClick={() => onGo(atOf(f.at))}>
                    {words}
                  </button>
                ) : null}
                {left.includes(f) ? null : (
                  <span className="fault-mended">
                    <Icon name="check" size="s" /> {say('已改', 'changed')}
                  </span>
                )}
                <p>{f.message}</p>
                {f.basis ? (
                  <p className="soft fault-basis">
                    {say('依据：', 'By: ')}
                    <RuleLink title={f.basis} />
                  </p>
                ) : null}
              </li>
            );
          })}
        </ol>
        <output className="fault-state">
          {left.length > 0
            ? say(`还有 ${left.length} 处没改`, `${left.length} left`)
            : say(`${faults.length} 处都改过了`, 'All changed')}
        </output>
        {left.length === 0 ? (
          <Button variant="primary" onPress={onCheck}>
            {say('去核对，重新提交', 'Check and submit again')}
          </Button>
        ) : null}
      </section>
    </aside>
  );
};
