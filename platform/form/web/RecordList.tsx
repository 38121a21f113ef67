import type { Service } from '@zhitongche/case';
import type { CaseView } from '@zhitongche/contract';
import { instantShort } from '@zhitongche/ui';
import { AnswerSheet } from './AnswerSheet.tsx';

/** What was put on record beside the answers, newest first and that one open: the travellers' clearance, requests, the return, the report. */
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
      const asked = service.forms[key];
      return asked ? entries.map((entry) => ({ key, asked, entry })) : [];
    })
    .toSorted((a, b) => b.entry.at.localeCompare(a.entry.at));
  const { amending } = view.state;
  const form = amending && service.forms[amending.form];
  if (records.length === 0 && !form) return null;
  return (
    <section className={className} aria-labelledby="records-title">
      <h2 id="records-title">办理中登记的内容</h2>
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
      {records.map(({ key, asked, entry }, i) => (
        <details key={`${key} ${entry.at}`} open={i === 0 && !form}>
          <summary>
            {asked.title}{' '}
            <span className="soft">
              {entry.doer.name}，{instantShort(entry.at)}
            </span>
          </summary>
          <AnswerSheet form={asked.form} answers={entry.data} caseId={view.row.id} answered />
        </details>
      ))}
    </section>
  );
};
