import { dayInShanghai } from '@zhitongche/base';
import type { CheckContext } from '@zhitongche/case';
import { type App, newCaseSalt, type OfficeConfig } from '@zhitongche/core/server';
import type { RegisterKind } from '@zhitongche/register';
import type { PickFacts } from './picks.ts';
import { registerPolicy } from './register-in.ts';
import type { RowKnowledge } from './row-columns.ts';
import type { RowWriting } from './write-rows.ts';

/** What the columns of rows of a kind are computed with, in force on a day. */
export const knowledgeOf = (book: OfficeConfig, kind: RegisterKind, day: string): RowKnowledge => ({
  policy: registerPolicy(book, kind, day),
  facts: { table: (name) => book.table(name, day) },
});

/** What answers of a kind are judged by on a day, with what their picks lead to. */
export const judgedBy = (
  book: OfficeConfig,
  kind: RegisterKind,
  today: string,
  { pick, lookup }: Pick<PickFacts, 'pick' | 'lookup'>,
): CheckContext => {
  const { policy, facts } = knowledgeOf(book, kind, today);
  return { today, policy, calendar: book.calendar, facts: { ...facts, pick, lookup, draws: book.draws } };
};

/** Who writes rows of an office and when, as the statement asks for it. */
export const rowWriting = (
  app: Pick<App, 'keys'>,
  book: OfficeConfig,
  by: Pick<RowWriting, 'at' | 'doer' | 'source' | 'action' | 'detail'>,
): RowWriting => {
  const day = dayInShanghai(by.at.toISOString());
  return {
    ...by,
    office: book.office,
    keys: app.keys,
    newSalt: newCaseSalt,
    knowledge: (kind) => knowledgeOf(book, kind, day),
  };
};
