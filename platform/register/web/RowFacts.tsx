import { isMissing, type TableField, type Answers } from '@zhitongche/form';
import { fileRefs, fileUrl, rowsOf } from '@zhitongche/form/web';
import type { RegisterKind } from '@zhitongche/register';
import { dayText, KeyValues } from '@zhitongche/ui';
import { Numbered } from './CaseNumber.tsx';
import { answerWords, lineWords } from './columns.ts';

/** What is on record of a row, section by section; what nobody answered is left out. */
export const RowFacts = ({
  kind,
  answers,
  id,
  wide = false,
}: {
  readonly kind: RegisterKind;
  readonly answers: Answers;
  readonly id: string;
  readonly wide?: boolean;
}) =>
  Object.entries(kind.whole).map(([key, { title, fields }]) => {
    const said = Object.entries(fields).filter(([k]) => !isEmpty(answers[k]));
    if (said.length === 0) return null;
    return (
      <section key={key} className="kept-card-part">
        <h3>{title}</h3>
        <KeyValues
          wide={wide}
          items={said.map(([k, field]) => ({
            label: field.label,
            full: field.kind === 'table' || (field.kind === 'text' && field.max > 200),
            value:
              field.kind === 'files' ? (
                <FileLinks register={kind.code} row={id} value={answers[k]} />
              ) : field.kind === 'table' ? (
                <TableRows field={field} rows={rowsOf(answers[k])} />
              ) : field.kind === 'date' ? (
                dayText(answerWords(field, answers[k]))
              ) : field.kind === 'text' ? (
                <Numbered text={answerWords(field, answers[k])} />
              ) : (
                answerWords(field, answers[k])
              ),
          }))}
        />
      </section>
    );
  });

/** Files of a row; one that is masked for its reader has no address. */
const FileLinks = ({
  register,
  row,
  value,
}: {
  readonly register: string;
  readonly row: string;
  readonly value: Answers[string];
}) => (
  <ul>
    {fileRefs(value).map(({ id, name }) => (
      <li key={id}>
        <a href={fileUrl({ register, row }, id)} target="_blank" rel="noreferrer">
          {name}
        </a>
      </li>
    ))}
  </ul>
);

const isEmpty = (value: Answers[string]): boolean =>
  isMissing(value) || (Array.isArray(value) && value.length === 0);

const TableRows = ({ field, rows }: { readonly field: TableField; readonly rows: readonly Answers[] }) => (
  <ul>
    {rows.map((row, i) => (
      // Rows have no identity of their own; their place is their name.
      <li key={`${i}`}>
        <Numbered text={lineWords(field.columns, row)} />
      </li>
    ))}
  </ul>
);
