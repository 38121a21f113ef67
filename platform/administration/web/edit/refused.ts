import type { Problem } from '@zhitongche/base';
import { ApiProblem } from '@zhitongche/ui';

/** What the server refused at one field of a request, to be shown beside its input. */
export const refusedAt = (error: unknown, field: string): readonly Problem[] =>
  error instanceof ApiProblem ? (error.doc.problems ?? []).filter((p) => p.at[0] === field) : [];

/** What is seen while typing, else what the server said when it was sent; never the same twice. */
export const printedAt = (typed: readonly Problem[], sent: readonly Problem[]): readonly Problem[] =>
  typed.length > 0 ? typed : sent;
