import type { Doer } from '@zhitongche/case';
import { caseKeys, type App, type OfficeActor, type OfficeConfig } from '@zhitongche/core/server';
import { maskedPaths, visibleAnswers, visibleProblems } from '@zhitongche/form';
import {
  frozen,
  endOf,
  farOf,
  keepsRow,
  type KeptRow,
  rowClearance,
  rowDues,
  rowTimers,
  type RowEvent,
} from '@zhitongche/register';
import { isDoor } from '../check-in/door-codes.ts';
import { cardFacts } from './card-facts.ts';
import { moverOf, movesOpen } from './moves-open.ts';
import { seenBy } from './picks.ts';
import { type OpenRegister, registerIn, seenRow } from './register-in.ts';
import { keptPlace, openRowEvent } from './sealed-kept.ts';
import { timerSetting } from './settle-timer.ts';
import { moveWords, proposedChanges, tellRow } from './tell-row.ts';

/** Everything a card about one row needs, in one round trip of the browser. */
export async function showRow(app: App, actor: OfficeActor, register: string, id: string) {
  const opened = await registerIn(app, actor, register);
  const { kind, reach, book } = opened;
  const { row, salt } = await seenRow(app, actor, opened, id);
  const clearance = rowClearance(reach, row.org);
  const events = await app.db.query<{ at: Date; doer: Doer; body: RowEvent }>(
    'select at, doer, body from kept_event where office = $1 and row_id = $2 order by seq',
    [actor.office, id],
  );
  const own = caseKeys(app.keys, salt);
  const happened = events.map(({ at, doer, body }) => ({
    at: at.toISOString(),
    doer,
    body: openRowEvent(kind, body, own, keptPlace(actor.office, id)),
  }));
  const answers = visibleAnswers(kind.whole, row.answers, { clearance });
  const far = await farSeen(app, book, actor, happened);
  return {
    id,
    register,
    title: kind.title(answers),
    org: row.org,
    orgName: book.orgName(row.org),
    revision: row.revision,
    stage: row.stage,
    stageSince: row.stageSince,
    answers,
    facts: cardFacts(kind, answers),
    clearance,
    masked: [...maskedPaths(kind.whole, { clearance })],
    retired: row.retired && { at: row.retired.at, reason: row.retired.reason },
    mergedInto:
      row.mergedInto && far.has(row.mergedInto.id)
        ? { id: row.mergedInto.id, title: row.mergedInto.title }
        : null,
    timers: [...rowTimers(kind, row, timerSetting(book, kind, opened.now))],
    dues: rowDues(kind, row).map(({ label, day }) => ({ label, day })),
    ties: row.ties
      .filter(({ to }) => far.has(to.id))
      .map(({ relation, to, back }) => ({
        relation,
        label: labelOf(app, kind.code, relation, to.register, back === true),
        register: to.register,
        id: to.id,
        title: to.title,
        back: back === true,
      })),
    door: keepsRow(reach, row.org) && row.retired === null && isDoor(app, kind.code),
    ...offered(opened, actor, row),
    proposed: row.proposed
      ? {
          case: row.proposed.origin.by === 'case' ? row.proposed.origin.number : '',
          by: row.proposed.by.name,
          at: row.proposed.at,
          changes: proposedChanges(kind, row.answers, row.proposed.answers, clearance),
        }
      : null,
    story: tellRow(kind, id, happened, clearance, far),
  };
}

/** What may be done with the row now by this actor; each move with what still stands in its way. */
function offered(opened: OpenRegister, actor: OfficeActor, row: KeptRow) {
  const { kind, reach } = opened;
  const keeps = keepsRow(reach, row.org);
  const mayMove = moverOf(opened, actor, row.org);
  const askedMove = row.asked && kind.stages?.moves.find(({ key }) => key === row.asked?.move);
  return {
    // What two have signed is offered for change to nobody alone.
    keeps: keeps && !row.retired && !kind.byProgram && !frozen(kind, row.stage),
    restorable: keeps && row.retired !== null && row.mergedInto === null,
    moves: movesOpen(opened, actor, row).map(({ move, needs }) => ({
      key: move.key,
      label: move.label,
      to: endOf(move, row.stage),
      form: move.form !== undefined,
      second: move.second === true,
      needs: [
        ...visibleProblems(kind.whole, row.answers, needs, { clearance: rowClearance(reach, row.org) }),
      ],
    })),
    asked:
      row.asked && askedMove
        ? {
            label: askedMove.label,
            by: row.asked.by.name,
            at: row.asked.at,
            mine: row.asked.by.id === actor.id,
            decides: mayMove(askedMove.roles) && row.asked.by.id !== actor.id,
            list: row.asked.list ?? null,
            said: moveWords(kind, row.asked.move, row.asked.data, rowClearance(reach, row.org)),
          }
        : null,
  };
}

/** Ids of rows ever tied to or merged with this one that the reader may see. */
async function farSeen(
  app: App,
  book: OfficeConfig,
  actor: OfficeActor,
  events: readonly { readonly body: RowEvent }[],
): Promise<ReadonlySet<string>> {
  const ids = events.flatMap(({ body }) => farOf(body)?.id ?? []);
  if (ids.length === 0) return new Set();
  const rows = await app.db.query<{ id: string; register: string; org: string }>(
    'select id, register, org from kept_row where office = $1 and id = any($2::uuid[])',
    [actor.office, [...new Set(ids)]],
  );
  const sees = seenBy(app, book, actor);
  return new Set(rows.flatMap(({ id, register, org }) => (sees(register, org) ? [id] : [])));
}

function labelOf(app: App, here: string, relation: string, there: string, back: boolean): string {
  const declaring = app.registers.find(({ code }) => code === (back ? there : here));
  const known = declaring?.relations.find(({ key }) => key === relation);
  return (back ? known?.back : known?.label) ?? '关联';
}
