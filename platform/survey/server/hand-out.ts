import { addDays, dayInShanghai, type Json } from '@zhitongche/base';
import { record } from '@zhitongche/audit/server';
import type { CaseStatus } from '@zhitongche/case';
import { openCase } from '@zhitongche/case/server';
import { type App, idempotent, type OfficeActor } from '@zhitongche/core/server';
import { casesOwn, closedSurvey } from './refusals.ts';
import { caseSurvey, getSurvey, type OpenedSurvey } from './surveys.ts';
import { answerOf, isUsed, store } from './take-answer.ts';
import { readTicket } from '@zhitongche/survey';
import { ticketFor, usedImage } from './tickets.ts';

/** Last day a code handed out today counts. */
const lastDay = ({ survey, of }: OpenedSurvey, today: string): string => {
  const last = addDays(today, of.days);
  return last < survey.closes ? last : survey.closes;
};

/** Makes codes for print; kept are none of them, only how many there were. */
export async function printTickets(app: App, actor: OfficeActor, key: string, id: string, count: number) {
  const found = await getSurvey(app, actor.office, id);
  const today = dayInShanghai(app.clock().toISOString());
  if (found.survey.judges === 'case') throw casesOwn();
  if (found.survey.closes < today) throw closedSurvey();
  const { last } = await idempotent(
    app,
    actor,
    { key, what: 'printTickets', request: { id, count } },
    async (query) => {
      await query('update survey set printed = printed + $3 where office = $1 and id = $2', [
        actor.office,
        id,
        count,
      ]);
      await record(query, actor, app.clock(), 'survey.print', `survey:${id}`, { codes: count });
      return { last: lastDay(found, today) };
    },
  );
  const of = { no: found.survey.no, last };
  // Made of the key of this one request: the kept answer to it holds none of them.
  const codes = Array.from({ length: count }, (_, n) => ticketFor(app.keys, actor.office, of, `${key}/${n}`));
  return { codes, last };
}

/** Types in sheets of paper: marked as such for ever. */
export async function enterSheets(
  app: App,
  actor: OfficeActor,
  key: string,
  id: string,
  sent: readonly Json[],
) {
  const found = await getSurvey(app, actor.office, id);
  if (found.survey.closes < dayInShanghai(app.clock().toISOString())) throw closedSurvey();
  const answers = sent.map((one) => answerOf(found, one));
  return await idempotent(
    app,
    actor,
    { key, what: 'enterSheets', request: { id, answers: sent } },
    async (query) => {
      for (const answer of answers) await store(app, query, actor.office, found, 'sheet', answer);
      await record(query, actor, app.clock(), 'survey.sheets', `survey:${id}`, { sheets: answers.length });
      return { entered: answers.length };
    },
  );
}

/** How a case ends that its applicant judges: granted or refused, not taken back. */
const OVER: readonly CaseStatus[] = ['completed', 'refused'];

/** The code of an ended case, for its applicant alone; null where the case is not over, or nobody asks. */
export async function ticketOfCase(
  app: App,
  actor: OfficeActor,
  id: string,
): Promise<{ code: string | null; used: boolean }> {
  const { state, service, loaded } = await openCase(app, actor, id);
  const none = { code: null, used: false };
  if (!OVER.includes(state.status) || state.applicant?.id !== actor.id) return none;
  const ended = dayInShanghai(state.path.at(-1)?.at ?? loaded.updated_at.toISOString());
  const found = await caseSurvey(app, actor.office, service, ended.slice(0, 4));
  const today = dayInShanghai(app.clock().toISOString());
  if (!found) return none;
  const last = addDays(ended, found.of.days);
  if (last < today) return none;
  const at = { no: found.survey.no, last };
  const codes = [app.keys, ...app.keys.generations].map((keys) =>
    ticketFor(keys, actor.office, at, `case/${loaded.id}`),
  );
  const images = codes.flatMap((code) => {
    const read = readTicket(code);
    return read ? [usedImage(actor.office, read)] : [];
  });
  // Under a master secret before, too: one case has one answer.
  if (await isUsed(app.db.query, actor.office, images)) return { code: null, used: true };
  return { code: codes[0] ?? null, used: false };
}
