import { type App, lookupDigests } from '@zhitongche/core/server';
import { fieldAt, isMissing, showAnswer } from '@zhitongche/form';
import type { RegisterKind } from '@zhitongche/register';
import { notAsWritten } from './as-written.ts';
import { openPart } from './sealed-kept.ts';
import { publicText } from './row-columns.ts';

/** What a stranger is told of a thing whose number, date and code he knows. */
export interface PublicAnswer {
  readonly found: boolean;
  readonly name: string;
  readonly stage: string;
  readonly stageEn: string;
  readonly facts: { readonly label: string; readonly en: string; readonly value: string }[];
}

/** Registers strangers may ask, with the fields they must know. */
export const publicRegisters = (app: App) =>
  app.registers.flatMap((kind) =>
    kind.public
      ? [
          {
            code: kind.code,
            name: kind.name,
            en: kind.en,
            by: kind.public.by.map((key) => {
              const field = fieldAt(kind.whole, key)?.field;
              return {
                key,
                label: field?.label ?? key,
                en: field?.en ?? '',
                day: field?.kind === 'date',
              };
            }),
          },
        ]
      : [],
  );

/**
 * Asks for one thing by everything that must be known of it. A wrong pair, an unknown number and a register nobody may ask
 * are answered alike, and each costs one look by a digest.
 */
export async function askPublic(
  app: App,
  office: string,
  register: string,
  given: Readonly<Record<string, string>>,
): Promise<PublicAnswer> {
  const kind = app.registers.find(({ code, public: open }) => code === register && open !== undefined);
  const text = (kind && publicText(kind, given)) ?? `nothing\u0001${register}`;
  const rows = await app.db.query<{
    id: string;
    stage: string;
    state: { answers: Readonly<Record<string, string>> };
  }>(
    `select id, stage, state from kept_row
     where office = $1 and register = $2 and public_key = any($3::text[]) and retired_at is null limit 2`,
    [office, register, lookupDigests(text, app.keys)],
  );
  const [row, other] = rows;
  // Two things under one number are nobody's to tell apart.
  const unknown = { found: false, name: kind?.name ?? '', stage: '', stageEn: '', facts: [] };
  if (!kind || !row || other) return unknown;
  const faults = await notAsWritten(app, app.db.query, office, [row.id], true);
  if (faults.length > 0) {
    app.log.error({ office, faults }, 'a stranger asked for a kept row that is not as it was written');
    return unknown;
  }
  const answers = openPart(row.state.answers);
  return {
    found: true,
    name: kind.name,
    ...stageTold(kind, row.stage),
    facts: shownFacts(kind, answers),
  };
}

const stageTold = ({ public: look }: RegisterKind, stage: string) => {
  const told = look?.stages?.[stage] ?? '';
  return typeof told === 'string' ? { stage: told, stageEn: '' } : { stage: told.zh, stageEn: told.en ?? '' };
};

const shownFacts = (kind: RegisterKind, answers: ReturnType<typeof openPart>) =>
  (kind.public?.shows ?? []).flatMap((key) => {
    const field = fieldAt(kind.whole, key)?.field;
    return field && !isMissing(answers[key])
      ? [{ label: field.label, en: field.en ?? '', value: showAnswer(field, answers[key]) }]
      : [];
  });
