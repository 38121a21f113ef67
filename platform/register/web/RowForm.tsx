import type { Problem } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import {
  focusAt,
  FormContextProvider,
  problemLine,
  SectionFields,
  useDefinedContext,
  useForm,
} from '@zhitongche/form/web';
import type { RegisterKind } from '@zhitongche/register';
import { Button, ProblemSummary, Skeleton } from '@zhitongche/ui';
import { type ReactNode, useMemo, useState } from 'react';
import './RowForm.css';

/** The form of a register, checked by the same functions as the server's; saves when nothing stands in the way. */
export const RowForm = ({
  kind,
  id,
  answers,
  onChange,
  refused,
  verb,
  pending,
  onSave,
  onCancel,
  before,
  after,
}: {
  readonly kind: RegisterKind;
  /** The row that is changed; absent = a new one. */
  readonly id?: string;
  readonly answers: Answers;
  readonly onChange: (answers: Answers) => void;
  /** What the server refused. */
  readonly refused: readonly Problem[];
  readonly verb: string;
  readonly pending: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  /** What is asked or said above the form, and below it. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}) => {
  const context = useDefinedContext(kind);
  const [target, setTarget] = useState<{ readonly at: Problem['at'] } | null>(null);
  const [tries, setTries] = useState(0);
  const others = useMemo(() => refused.filter(({ at }) => at.length > 0), [refused]);
  const { world, problems, sayAll } = useForm({
    service: kind,
    form: kind.form,
    checks: kind.checks,
    caseId: '',
    home: useMemo(() => ({ register: kind.code, row: id }), [kind.code, id]),
    answers,
    onChange,
    context,
    others,
    target,
  });
  const stops = problems.filter(({ level }) => level === 'block');
  const save = (): void => {
    sayAll();
    setTries(tries + 1);
    if (context !== undefined && stops.length === 0) onSave();
  };
  const go = (at: Problem['at']): void => {
    setTarget({ at });
    focusAt(at);
  };
  const listed = stops.length > 0 ? stops : refused.filter(({ level }) => level === 'block');
  if (context === undefined) return <Skeleton lines={8} />;
  return (
    <FormContextProvider value={world}>
      <form
        className="row-form"
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          save();
        }}
      >
        {tries > 0 && listed.length > 0 ? (
          <ProblemSummary
            key={`${tries} ${refused.length}`}
            title={`还不能${verb}，请先处理 ${listed.length} 处`}
            lines={listed.map((problem) => problemLine(kind.form, problem, go))}
          />
        ) : null}
        {before}
        {Object.entries(kind.form).map(([key, { title }]) => (
          <section key={key} className="card stack" aria-labelledby={`section-${key}`}>
            <h2 id={`section-${key}`}>{title}</h2>
            <SectionFields section={key} />
          </section>
        ))}
        {after}
        <div className="row-form-foot">
          <Button onPress={onCancel} isDisabled={pending}>
            不保存，返回
          </Button>
          <Button variant="primary" type="submit" pending={pending}>
            {verb}
          </Button>
        </div>
      </form>
    </FormContextProvider>
  );
};
