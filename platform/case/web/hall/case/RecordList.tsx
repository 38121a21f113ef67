import type { Service } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import { AnswerSheet } from '@zhitongche/form/web';
import { instantShort } from '@zhitongche/ui';

/** What was filed later with the case: change requests, return registration, the report. */
export const RecordList = ({ service, view }: { readonly service: Service; readonly view: CaseView }) => {
  const records = Object.entries(view.state.records).flatMap(([key, entries]) => {
    const form = service.forms[key];
    return form ? entries.map((entry) => ({ key, form, entry })) : [];
  });
  if (records.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="records-title">
      <h2 id="records-title">后续登记</h2>
      {records.map(({ key, form, entry }) => (
        <details key={`${key} ${entry.at}`}>
          <summary>
            {form.title}{' '}
            <span className="soft">
              {entry.doer.name}，{instantShort(entry.at)}
            </span>
          </summary>
          <AnswerSheet form={form.form} answers={entry.data} caseId={view.row.id} />
        </details>
      ))}
    </section>
  );
};
