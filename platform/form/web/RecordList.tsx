import type { Service } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import { instantShort } from '@zhitongche/ui';
import { AnswerSheet } from './AnswerSheet.tsx';

/** What was filed later with the case, newest first and that one open: change requests, return registration, the report. */
export const RecordList = ({
  service,
  view,
  className,
}: {
  readonly service: Service;
  readonly view: CaseView;
  /** How the page around it sets off its parts. */
  readonly className: string;
}) => {
  const records = Object.entries(view.state.records)
    .flatMap(([key, entries]) => {
      const form = service.forms[key];
      return form ? entries.map((entry) => ({ key, form, entry })) : [];
    })
    .toSorted((a, b) => b.entry.at.localeCompare(a.entry.at));
  const { amending } = view.state;
  const form = amending && service.forms[amending.form];
  if (records.length === 0 && !form) return null;
  return (
    <section className={className} aria-labelledby="records-title">
      <h2 id="records-title">后续登记</h2>
      {amending && form ? (
        <details open>
          <summary>
            {amending.label}（待第二人确认）{' '}
            <span className="soft">
              {amending.doer.name}，{instantShort(amending.at)}
            </span>
          </summary>
          <p>理由：{amending.reason}</p>
          <AnswerSheet form={form.form} answers={amending.data} caseId={view.row.id} answered />
        </details>
      ) : null}
      {records.map(({ key, form, entry }, i) => (
        <details key={`${key} ${entry.at}`} open={i === 0 && !form}>
          <summary>
            {form.title}{' '}
            <span className="soft">
              {entry.doer.name}，{instantShort(entry.at)}
            </span>
          </summary>
          <AnswerSheet form={form.form} answers={entry.data} caseId={view.row.id} answered />
        </details>
      ))}
    </section>
  );
};
