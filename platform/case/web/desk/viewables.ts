import type { CaseView } from '@zhitongche/contract';
import type { Answers, FileRef, Form } from '@zhitongche/form';
import { fileRefs } from '@zhitongche/form/web';
import { rowsOf } from '../diff/compare-answers.ts';

/** Something the middle column can show: a paper of the case, or an attachment. */
export interface Viewable {
  readonly id: string;
  readonly from: 'paper' | 'answer' | 'reply' | 'record';
  /** Which paper, or the question it answers: `出访人员 · 王芳 · 护照页`. */
  readonly label: string;
  readonly name: string;
  readonly type: string;
  /** Bytes; null for papers, whose size is not listed. */
  readonly size: number | null;
  readonly paper?: string;
  readonly file?: string;
  readonly docx?: boolean;
  /** Signed or sealed: what is on file stands beside it. */
  readonly signed?: true;
  /** Belongs to one row of a table. */
  readonly row?: true;
}

const ofFile = (file: FileRef, from: Viewable['from'], label: string, signed?: true): Viewable => ({
  id: `file:${file.id}`,
  from,
  label,
  name: file.name,
  type: file.type,
  size: file.size,
  file: file.id,
  ...(signed ? { signed } : {}),
});

/** A row is called by its first text answer, else by its number. */
const rowTitle = (row: Answers, rowName: string, index: number): string => {
  const name = Object.values(row).find((v) => typeof v === 'string' && v !== '');
  return typeof name === 'string' ? name : `第 ${index + 1} ${rowName}`;
};

const inForm = (form: Form, answers: Answers, from: 'answer' | 'record'): readonly Viewable[] =>
  Object.values(form)
    .flatMap((section) => Object.entries(section.fields))
    .flatMap(([key, field]) => {
      if (field.kind === 'files')
        return fileRefs(answers[key]).map((f) => ofFile(f, from, field.label, field.signed));
      if (field.kind !== 'table') return [];
      const columns = Object.entries(field.columns).filter(([, column]) => column.kind === 'files');
      return rowsOf(answers[key]).flatMap((row, i) =>
        columns.flatMap(([name, column]) =>
          fileRefs(row[name]).map((f) => ({
            ...ofFile(
              f,
              from,
              `${field.label} · ${rowTitle(row, field.rowName, i)} · ${column.label}`,
              column.kind === 'files' ? column.signed : undefined,
            ),
            row: true as const,
          })),
        ),
      );
    });

const asks = ({ signed, row }: Viewable): boolean => signed === true && !row;

/** The parts of a case that hold files. */
export interface Looked {
  readonly papers: CaseView['papers'];
  readonly state: Pick<CaseView['state'], 'answers' | 'outside' | 'records' | 'promise'>;
}

const ofPapers = (papers: Looked['papers']): readonly Viewable[] =>
  papers
    .filter((p) => p.pdf !== null)
    .map((p) => ({
      id: `paper:${p.paper}`,
      from: 'paper',
      label: p.status === 'revoked' ? `${p.title}（已作废）` : p.title,
      name: p.number ?? p.title,
      type: 'application/pdf',
      size: null,
      paper: p.paper,
      docx: p.docx !== null,
    }));

const inRecords = (
  { state }: Looked,
  forms: Readonly<Record<string, { form: Form }>>,
  which: (key: string) => boolean,
): readonly Viewable[] =>
  Object.entries(state.records).flatMap(([key, entries]) => {
    const extra = forms[key]?.form;
    return extra === undefined || !which(key)
      ? []
      : entries.flatMap((entry) => inForm(extra, entry.data, 'record'));
  });

/**
 * Everything of a case that can be looked at in place: its papers, then attachments in the order they were asked. While
 * the promised days run the papers are notices of the office, and what is decided on stands first.
 */
export const viewablesOf = (
  view: Looked,
  form: Form,
  forms: Readonly<Record<string, { form: Form }>> = {},
  deciding?: string,
): readonly Viewable[] => {
  const { promise } = view.state;
  const papers = ofPapers(view.papers);
  const answered = inForm(form, view.state.answers, 'answer');
  // What a request on an approved case brings is what is decided now.
  const asked = deciding === undefined ? [] : inRecords(view, forms, (key) => key === deciding);
  const attached = [
    ...asked,
    // What the unit sealed is what it asks: the letter of request before its enclosures.
    ...answered.filter(asks),
    ...answered.filter((one) => !asks(one)),
    ...view.state.outside.flatMap((reply) =>
      reply.file === undefined ? [] : [ofFile(reply.file, 'reply', `${reply.authority}批复`)],
    ),
    ...inRecords(view, forms, (key) => key !== deciding),
  ];
  return deciding !== undefined || (promise && promise.stoppedOn === undefined)
    ? [...attached, ...papers]
    : [...papers, ...attached];
};

/** How a file can be shown in the page; others are offered for download. */
export const shownAs = (type: string): 'pdf' | 'image' | 'none' =>
  type === 'application/pdf' ? 'pdf' : /^image\/(png|jpeg|gif|webp|bmp)$/.test(type) ? 'image' : 'none';
