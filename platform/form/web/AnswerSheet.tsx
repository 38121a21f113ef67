import {
  type Answers,
  cellWords,
  type Field,
  type Form,
  headlineOf,
  inRow,
  isMissing,
  showAnswer,
  shownFields,
  type TableField,
} from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import type { ReactNode } from 'react';
import { urlOf, useRead } from '@zhitongche/contract/web';
import { dayIn, KeyValues, useShared } from '@zhitongche/ui';
import { rowsOf } from './at.ts';
import { countriesOf } from './countries.ts';
import { fileRefs } from './inputs/file-refs.ts';
import { ReadTable } from './ReadTable.tsx';
import './AnswerSheet.css';

const isUnanswered = (value: Json | undefined): boolean =>
  isMissing(value) || (Array.isArray(value) && value.length === 0);

/** Answers as a sheet to read: sections, facts, tables; `beside` may put something next to each section's title. */
export const AnswerSheet = ({
  form,
  answers,
  caseId,
  answered = false,
  beside,
  after,
}: {
  readonly form: Form;
  readonly answers: Answers;
  readonly caseId: string;
  /** Leaves out what nobody answered, for whoever only reads; who files sees what stayed empty. */
  readonly answered?: boolean;
  readonly beside?: (section: string) => ReactNode;
  /** What follows a section, such as its computed tables. */
  readonly after?: (section: string) => ReactNode;
}) => {
  const asked = new Set(shownFields(form, answers));
  // A form of one section is called what it is called around it.
  const single = beside === undefined && Object.keys(form).length === 1;
  return (
    <div className="answer-sheet">
      {Object.entries(form).map(([key, section]) => {
        const fields = Object.entries(section.fields).filter(
          ([k]) => asked.has(k) && !(answered && isUnanswered(answers[k])),
        );
        if (fields.length === 0) return null;
        const plain = fields.filter(([, f]) => f.kind !== 'table');
        return (
          <section key={key} className="answer-section">
            {single ? null : (
              <div className="answer-head">
                <h3>{section.title}</h3>
                {beside?.(key)}
              </div>
            )}
            {plain.length > 0 ? (
              <KeyValues
                wide
                items={plain.map(([k, f]) => ({
                  label: f.label,
                  full: f.kind === 'text' && f.max > 100,
                  value: <Answer field={f} value={answers[k]} caseId={caseId} />,
                }))}
              />
            ) : null}
            {fields.map(([k, f]) =>
              f.kind === 'table' ? <AnswerTable key={k} field={f} rows={rowsOf(answers[k])} /> : null,
            )}
            {after?.(key)}
          </section>
        );
      })}
    </div>
  );
};

const Answer = ({
  field,
  value,
  caseId,
}: {
  readonly field: Field;
  readonly value: Json | undefined;
  readonly caseId: string;
}) => {
  if (isMissing(value)) return <span className="soft">—</span>;
  if (field.kind === 'files')
    return (
      <ul>
        {fileRefs(value).map((f) => (
          <li key={f.id}>
            <a
              href={urlOf('file', { params: { case: caseId, file: f.id } })}
              target="_blank"
              rel="noreferrer"
            >
              {f.name}
            </a>
          </li>
        ))}
      </ul>
    );
  return <Words field={field} value={value} />;
};

const Words = ({ field, value }: { readonly field: Field; readonly value: Json | undefined }) => {
  const { language } = useShared();
  if (field.kind === 'date' && typeof value === 'string') return dayIn(language, value);
  if (field.kind === 'country' && typeof value === 'string' && language === 'en')
    return <CountryWords name={value} />;
  return language === 'en' && !isMissing(value) ? showAnswer(field, value, 'en') : cellWords(field, value);
};

/** A country by its English name, as the office's table has it. */
const CountryWords = ({ name }: { readonly name: string }) => {
  const countries = useRead('table', { params: { table: 'countries' }, query: {} }, { staleTime: 3_600_000 });
  const found = countriesOf(countries.data ?? []).find((one) => one.name === name);
  return found?.en || name;
};

const AnswerTable = ({ field, rows }: { readonly field: TableField; readonly rows: readonly Answers[] }) => {
  const { say } = useShared();
  const columns = Object.keys(field.columns).filter((key) => rows.some((r) => !isMissing(r[key])));
  return (
    <div className="answer-table">
      <h4>
        {field.label}
        <span className="soft">{say(`（${rows.length} ${field.rowName}）`, ` (${rows.length})`)}</span>
      </h4>
      {rows.length > 0 ? (
        <ReadTable
          field={field}
          columns={columns}
          rows={rows.map((row, i) => {
            const { title } = headlineOf(field, row);
            return {
              // Rows have no identity of their own; their place is their name.
              key: `${i}`,
              number: i + 1,
              title: (
                <strong>
                  {i + 1}. {title || field.rowName}
                </strong>
              ),
              cell: (key, column) => <Words field={inRow(field.columns, column, row)} value={row[key]} />,
              says: (key) => !isUnanswered(row[key]),
            };
          })}
        />
      ) : (
        <p className="soft">{say('没有填写', 'Nothing was filled in')}</p>
      )}
    </div>
  );
};
