import type { CommandShape, ProblemDocument } from '@zhitongche/contract';
import {
  type OfficeActor,
  type App,
  ProblemError,
  documentOf,
  problemDocument,
} from '@zhitongche/core/server';
import { describe } from '@zhitongche/host';
import { act } from './act.ts';

/** One item of a batch: an act with a key of its own, so that a repeated batch repeats nothing. */
export interface BatchItem {
  readonly case: string;
  readonly revision: number;
  readonly key: string;
  readonly command: CommandShape;
}

/** What became of each item. */
export interface BatchResult {
  results: { case: string; ok: boolean; problem?: ProblemDocument }[];
}

/** Takes many acts one after another; each stands or falls on its own. `instance` names the request in refusals. */
export async function actMany(
  app: App,
  actor: OfficeActor,
  items: readonly BatchItem[],
  instance?: string,
): Promise<BatchResult> {
  const results: BatchResult['results'] = [];
  for (const { case: caseId, revision, key, command } of items) {
    try {
      await act(app, actor, { caseId, revision, key, command });
      results.push({ case: caseId, ok: true });
    } catch (error) {
      if (!(error instanceof ProblemError))
        app.log.error({ instance, case: caseId, error: describe(error) }, 'batch item failed');
      results.push({ case: caseId, ok: false, problem: documentFor(error, instance) });
    }
  }
  return { results };
}

const documentFor = (error: unknown, instance: string | undefined): ProblemDocument =>
  error instanceof ProblemError
    ? documentOf(error, instance)
    : problemDocument(
        500,
        'system.fault',
        '系统内部出错，已记录，请稍后重试。',
        'An internal fault was recorded; please try again later.',
        instance === undefined ? {} : { instance },
      );
