import { blocking } from '@zhitongche/base';
import type { Doer, PersonRef } from '@zhitongche/case';
import { type App, ProblemError, unsound } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { commit } from './commit.ts';
import { openAnyCase } from './open-case.ts';

/** Whose cases go to whom. */
export interface HandingOn {
  readonly office: string;
  readonly unit: string;
  readonly from: PersonRef;
  readonly to: PersonRef;
  /** By what, as the story of each case says it. */
  readonly by: string;
  readonly at: Date;
  readonly doer: Doer;
  readonly source: string;
  /** The case that hands them over; it stays whose it is. */
  readonly except: string;
  /** Cases on the list both signed; one that is not on it is nobody's to move. */
  readonly listed: readonly string[];
}

interface OpenCase {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly status: string;
}

/**
 * Hands every open case and draft of one clerk of a unit to another, within the caller's transaction; gives their ids. The
 * cases are locked first: whoever acts on one meanwhile is overtaken, or has overtaken and is then on nobody's list.
 */
export async function handOnCases(app: App, query: Query, handing: HandingOn): Promise<readonly string[]> {
  const { office, unit, from, to, at, doer, source, except, listed } = handing;
  const open = await query<OpenCase>(
    `select id, number, title, status from case_file
     where office = $1 and unit = $2 and applicant = $3 and id <> $4
       and status not in ('completed', 'refused', 'cancelled') order by id for update`,
    [office, unit, from.id, except],
  );
  const unlisted = open.filter(({ id }) => !listed.includes(id));
  if (unlisted.length > 0) throw notListed(from, unlisted);
  for (const { id, status } of open) {
    if (status === 'draft') {
      await query(
        `update case_file set applicant = $3, applicant_name = $4, turn = $5, updated_at = $6, updated_by = $7
         where office = $1 and id = $2`,
        [office, id, to.id, to.name, JSON.stringify([to.name]), at, doer.name],
      );
      continue;
    }
    const opened = await openAnyCase(app, office, id, { person: doer.id, key: '' });
    const event = { type: 'handed-on' as const, from, to, by: handing.by };
    const moved =
      opened &&
      (await commit(
        app,
        office,
        { ...opened, now: at },
        { doer, events: [event] },
        { action: 'case.hand-on', source, query },
      ));
    if (!moved) throw meanwhile();
  }
  return open.map(({ id }) => id);
}

const notListed = (from: PersonRef, cases: readonly OpenCase[]): ProblemError => {
  const names = cases.map(({ number, title }) => number ?? (title || '未命名的草稿')).join('、');
  const problem = blocking(
    'hand-on.not-listed',
    [],
    `${from.name}在移交清单之外还有${cases.length}件未办结的办件：${names}`,
    'There are open cases that are not on the list',
    { todo: '请退回，由移交人重新提交，清单会列入这些办件，双方再次签字' },
  );
  return unsound([problem], problem.code, problem.message);
};

const meanwhile = (): ProblemError =>
  new ProblemError(
    409,
    'hand-on.meanwhile',
    '移交的办件中有一件正在办理，本次没有任何改动，请稍后再次确认。',
    'One of the cases is being acted on; nothing was changed, confirm again shortly.',
  );
