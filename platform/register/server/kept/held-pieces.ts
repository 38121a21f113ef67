import type { App } from '@zhitongche/core/server';
import { type Answers, type Fields, type Form, isMissing, showAnswer } from '@zhitongche/form';
import type { QueryBatch, Statement } from '@zhitongche/host';
import type { RegisterKind } from '@zhitongche/register';
import { openPart } from './sealed-kept.ts';

/** A piece of stock a case holds. */
export interface HeldPiece {
  /** What the stock is called, and the piece. */
  readonly register: string;
  readonly title: string;
  readonly stage: string;
  /** What it is for, of open answers. */
  readonly facts: { readonly label: string; readonly value: string }[];
}

interface HeldRow {
  readonly register: string;
  readonly title: string;
  readonly stage: string;
  readonly answers: Readonly<Record<string, string>>;
}

const HELD: Statement = {
  name: 'held-pieces',
  text: `select register, title, stage, state->'answers' as answers from kept_row
    where office = $1 and case_id = $2 and register = any($3::text[]) and retired_at is null
    order by register, title collate "C"`,
};

/** What a case holds of the stocks its service draws from, by name; nothing is asked of one that draws from none. */
export function heldPieces(
  app: App,
  office: string,
  caseId: string,
  registers: readonly string[],
): QueryBatch<readonly HeldPiece[]> {
  const stocks = app.registers.filter(({ code, stock }) => stock !== undefined && registers.includes(code));
  if (stocks.length === 0) return { questions: [], answer: () => [] };
  return {
    questions: [{ statement: HELD, values: [office, caseId, stocks.map(({ code }) => code)] }],
    answer: ([rows = []]) =>
      (rows as readonly HeldRow[]).flatMap((row) => {
        const kind = stocks.find(({ code }) => code === row.register);
        if (!kind) return [];
        const stage = kind.stages?.list[row.stage]?.label ?? row.stage;
        return [
          { register: kind.name, title: row.title, stage, facts: setFacts(kind, openPart(row.answers)) },
        ];
      }),
  };
}

/** What only moves have set of it, as far as it is open. */
const setFacts = ({ form, whole }: RegisterKind, answers: Answers): HeldPiece['facts'] => {
  const entered = fieldsOf(form);
  return Object.entries(fieldsOf(whole)).flatMap(([key, field]) =>
    key in entered || isMissing(answers[key])
      ? []
      : [{ label: field.label, value: showAnswer(field, answers[key]) }],
  );
};

const fieldsOf = (form: Form): Fields =>
  Object.assign({}, ...Object.values(form).map(({ fields }) => fields)) as Fields;
