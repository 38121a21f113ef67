import { isJsonObject, type Json } from '@zhitongche/base';
import {
  type Answers,
  type Form,
  isMissing,
  type TableField,
  showAnswer,
  visibleAnswers,
} from '@zhitongche/form';
import {
  applyToRow,
  type KeptRow,
  type RegisterKind,
  type RowEvent,
  type RowHappened,
  type RowRef,
  type SharedList,
} from '@zhitongche/register';
import type { Sensitivity } from '@zhitongche/access';

/** A field as it was before and is now, in words as this reader may see them. */
export interface FieldChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** One entry of a row's story. */
export interface ToldEvent {
  readonly at: string;
  readonly by: string;
  readonly text: string;
  readonly changes: FieldChange[];
}

const said = (note: string | undefined): string => (note === undefined ? '' : `：${note}`);

const fieldsOf = (form: Form) => Object.values(form).flatMap(({ fields }) => Object.entries(fields));

const wordsOf = (form: Form, answers: Answers): FieldChange[] =>
  fieldsOf(form).flatMap(([key, field]) =>
    isMissing(answers[key]) ? [] : [{ label: field.label, before: '', after: shown(field, answers[key]) }],
  );

type FormField = ReturnType<typeof fieldsOf>[number][1];

/** A masked value is shown as it stands: it is no sound answer of its kind. */
const shown = (field: FormField, value: Json | undefined): string => {
  if (field.kind === 'table') return `${Array.isArray(value) ? value.length : 0}${field.rowName}`;
  if (typeof value === 'string' && value.includes('*')) return value;
  return showAnswer(field, value);
};

const differences = (form: Form, keys: readonly string[], before: Answers, after: Answers): FieldChange[] =>
  fieldsOf(form).flatMap(([key, field]): readonly FieldChange[] =>
    keys.includes(key)
      ? [{ label: field.label, before: shown(field, before[key]), after: shown(field, after[key]) }]
      : [],
  );

const sourceOf = (event: RowEvent & { type: 'entered' | 'edited' }): string => {
  const { origin } = event;
  if (origin.by === 'import') return `从《${origin.file}》第${origin.line}行导入`;
  if (origin.by === 'case') return `由办件 ${origin.number} 写入`;
  if (origin.by === 'duty')
    return `由周期任务“${origin.name}”（${origin.period}）打开${origin.said === '' ? '' : `，${origin.said}`}`;
  return event.type === 'entered' ? '登记' : '修改';
};

const textOf = (kind: RegisterKind, event: RowEvent, far: ReadonlySet<string>): string => {
  const named = ({ id, title }: RowRef): string => (far.has(id) ? `“${title}”` : '另一条');
  switch (event.type) {
    case 'entered':
      return `${sourceOf(event)}${said(event.reason)}${event.despite === undefined ? '' : `；与相近的不是同一个：${event.despite}`}`;
    case 'edited':
      return `${sourceOf(event)}${said(event.reason)}`;
    case 'proposed':
      return `${event.origin.by === 'case' ? `办件 ${event.origin.number} ` : ''}提出更正，等维护人核对`;
    case 'proposal-settled':
      return `${event.taken ? '采纳' : '没有采纳'}提出的更正${said(event.note)}`;
    case 'move-asked':
      return `提出“${moveLabel(kind, event.move)}”${listed(kind, event.list)}，等另一人确认${said(event.note)}`;
    case 'move-refused':
      return `不同意“${moveLabel(kind, event.move)}”${said(event.note)}`;
    case 'moved':
      return `${event.label}${event.askedBy ? `（${event.askedBy.name}提出，双人办理${event.list ? `，整份清册${event.list.of}${kind.measure}` : ''}）` : ''}${event.held ? `（办件 ${event.held.number}）` : ''}${said(event.note)}`;
    case 'tied':
      return `关联${named(event.to)}（${relationLabel(kind, event)}）`;
    case 'untied':
      return `解除与${named(event.to)}的关联（${relationLabel(kind, event)}）`;
    case 'erased':
      return `个人信息已按保存期限删除（${event.askedBy}列清单，${event.confirmedBy}确认）`;
    case 'retired':
      return `注销：${event.reason}`;
    case 'restored':
      return `恢复：${event.reason}`;
    case 'merged-into':
      return `并入${named(event.row)}：${event.reason}`;
    case 'absorbed':
      return `${named(event.row)}并入：${event.reason}`;
    case 'timer-told':
      return `提醒：${kind.timers?.find(({ key }) => key === event.timer)?.label ?? ''}时限已用 ${event.percent}%`;
    case 'reminded':
      return event.left > 0
        ? `提醒：${event.day} ${dateLabel(kind, event.field)}`
        : `${dateLabel(kind, event.field)}已到期，已提醒`;
  }
};

const listed = ({ measure }: RegisterKind, list: SharedList | undefined): string =>
  list ? `（一份清册，共${list.of}${measure}）` : '';
const moveLabel = (kind: RegisterKind, key: string): string =>
  kind.stages?.moves.find((move) => move.key === key)?.label ?? key;
const dateLabel = (kind: RegisterKind, field: string): string =>
  kind.dates.find((date) => date.field === field)?.label ?? '到期';
const relationLabel = (
  kind: RegisterKind,
  { relation, back }: RowEvent & { type: 'tied' | 'untied' },
): string => {
  const own = kind.relations.find(({ key }) => key === relation);
  return (back ? own?.back : own?.label) ?? '关联';
};

/** What is proposed beside what is on record, as this reader may see both. */
export const proposedChanges = (
  kind: RegisterKind,
  now: Answers,
  said: Answers,
  clearance: Sensitivity,
): FieldChange[] => {
  const before = visibleAnswers(kind.whole, now, { clearance });
  const after = visibleAnswers(kind.whole, said, { clearance });
  return fieldsOf(kind.whole).flatMap(([key, field]): readonly FieldChange[] => {
    if (!Object.hasOwn(said, key)) return [];
    const words =
      field.kind === 'table' ? (value: Json | undefined) => linesIn(field, value) : shown.bind(null, field);
    return [{ label: field.label, before: words(before[key]), after: words(after[key]) }];
  });
};

/** Every line of a table in words. */
const linesIn = ({ columns }: TableField, value: Json | undefined): string =>
  (Array.isArray(value) ? value : [])
    .map((row: Json) =>
      Object.entries(columns)
        .flatMap(([key, column]) => {
          const cell = isJsonObject(row) ? row[key] : undefined;
          return isMissing(cell) ? [] : [shown(column, cell)];
        })
        .join(' '),
    )
    .join('；');

/** The story of a row, oldest first, with what each act changed as this reader may see it; `far`: other rows that may be named. */
export function tellRow(
  kind: RegisterKind,
  id: string,
  events: readonly RowHappened[],
  clearance: Sensitivity,
  far: ReadonlySet<string>,
): ToldEvent[] {
  const seen = (form: Form, answers: Answers) => visibleAnswers(form, answers, { clearance });
  let row: KeptRow | null = null;
  return events.map((happened) => {
    const before: Answers = row?.answers ?? {};
    const { body } = happened;
    row = applyToRow(id, row, happened);
    const changes =
      body.type === 'edited'
        ? differences(kind.whole, body.changed, seen(kind.whole, before), seen(kind.whole, body.answers))
        : body.type === 'proposed'
          ? proposedChanges(kind, before, body.answers, clearance)
          : body.type === 'moved'
            ? moveWords(kind, body.move, body.data, clearance)
            : [];
    return { at: happened.at, by: happened.doer.name, text: textOf(kind, body, far), changes };
  });
}

/** What was said with a move, in words as this reader may see them. */
export const moveWords = (
  kind: RegisterKind,
  move: string,
  data: Answers,
  clearance: Sensitivity,
): FieldChange[] => wordsOf(formOf(kind, move), visibleAnswers(formOf(kind, move), data, { clearance }));

const formOf = (kind: RegisterKind, move: string): Form =>
  kind.stages?.moves.find(({ key }) => key === move)?.form ?? {};
