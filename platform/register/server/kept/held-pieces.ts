import type { App, OfficeActor, OfficeConfig } from '@zhitongche/core/server';
import { type Answers, type Fields, type Form, isMissing, showAnswer } from '@zhitongche/form';
import type { QueryBatch, Statement } from '@zhitongche/host';
import { mayOpenRegister, type RegisterKind, seesRow } from '@zhitongche/register';
import { reachOf } from './register-in.ts';
import { openPart } from './sealed-kept.ts';

/** A row a case holds: a piece of stock it drew, or what it wrote to a register. */
export interface HeldPiece {
  /** What the register is called, and the row. */
  readonly register: string;
  readonly title: string;
  /** Where the reader may open it; null = he may not. */
  readonly row: { readonly register: string; readonly id: string } | null;
  readonly stage: string;
  /** What it is for, of open answers. */
  readonly facts: { readonly label: string; readonly value: string }[];
}

interface HeldRow {
  readonly id: string;
  readonly org: string;
  readonly register: string;
  readonly title: string;
  readonly stage: string;
  readonly answers: Readonly<Record<string, string>>;
}

const HELD: Statement = {
  name: 'held-pieces',
  text: `select id, org, register, title, stage, state->'answers' as answers from kept_row
    where office = $1 and case_id = $2 and register = any($3::text[]) and retired_at is null
    order by register, title collate "C" limit 200`,
};

/**
 * What a case holds of the registers its service writes to: pieces of stock by name for the offices, rows of any other for whoever may open
 * them. Nothing is asked of a service that writes to none.
 */
export function heldPieces(
  app: App,
  actor: OfficeActor,
  book: OfficeConfig,
  caseId: string,
  registers: readonly string[],
): QueryBatch<readonly HeldPiece[]> {
  const kinds = app.registers.filter(({ code }) => registers.includes(code));
  if (kinds.length === 0) return { questions: [], answer: () => [] };
  return {
    questions: [{ statement: HELD, values: [actor.office, caseId, kinds.map(({ code }) => code)] }],
    answer: ([rows = []]) =>
      (rows as readonly HeldRow[]).flatMap((row): readonly HeldPiece[] => {
        const kind = kinds.find(({ code }) => code === row.register);
        if (!kind) return [];
        const reach = reachOf(book, kind, actor);
        const opens = mayOpenRegister(reach) && seesRow(reach, row.org);
        if (!opens && !kind.stock) return [];
        return [
          {
            register: kind.name,
            title: row.title,
            row: opens ? { register: kind.code, id: row.id } : null,
            stage: kind.stages?.list[row.stage]?.label ?? row.stage,
            facts: kind.stock ? setFacts(kind, openPart(row.answers)) : [],
          },
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
