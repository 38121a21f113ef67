import {
  type CaseLink,
  decideLinkClosed,
  decideLinked,
  type Decision,
  draftTitle,
  linkedEvent,
  opensOf,
  otherEnd,
  toldOfEnd,
} from '@zhitongche/case';
import type { Result } from '@zhitongche/base';
import { writeAudit } from '@zhitongche/audit/server';
import type { App } from '@zhitongche/core/server';
import { newId, type Query } from '@zhitongche/host';
import type { CaseChange, Written } from '../store/case-write.ts';
import { askedWithoutFiles } from '../usecase/create-case.ts';
import { type OpenedCase, openLocked, settingOf } from '../usecase/open-case.ts';
import { awaitedBy } from './awaited.ts';
import { type Filing, openDef, opening, stateAfter } from './filings.ts';
import { insertCase, insertDraft, type NewCase, saltFor } from './insert-case.ts';
import { SYSTEM } from './system.ts';

/** What is written at other cases in the commit of a decision. */
export interface Companions {
  /** Of a draft that is filed: its link to the case it was opened from. */
  readonly origin: CaseLink | null;
  readonly filings: readonly Filing[];
  /** Keys of what is left as drafts for whoever filed the case. */
  readonly drafts: readonly string[];
  /** Links whose other ends wait to hear how this case ended. */
  readonly told: ReturnType<typeof toldOfEnd>;
}

/** Writes what was decided about another case within the same transaction; a refusal there refuses the whole. */
export type CommitWithin = (
  opened: OpenedCase,
  result: Result<Decision>,
  action: string,
  source: string,
) => Promise<unknown>;

/** What a decision brings to other cases, and the decision with its own ends of the links. */
export function accompanied(
  opened: OpenedCase,
  decision: Decision,
  filings: readonly Filing[] = [],
): { readonly decision: Decision; readonly companions: Companions | null } {
  const { opened_from: from, content_seqs: rounds } = opened.loaded;
  const filed = rounds.length === 0 && decision.events.some(({ type }) => type === 'submitted');
  const origin: CaseLink | null =
    from && filed
      ? {
          link: newId(opened.now.getTime()),
          kind: from.kind,
          side: 'to',
          case: from.case,
          ...(from.awaited ? { awaited: from.awaited } : {}),
        }
      : null;
  const drafts = opensOf(decision).filter((key) => !openDef(opened, key).filed);
  const links = [...(origin ? [origin] : []), ...filings.map(({ link }) => link)];
  const whole =
    links.length === 0 ? decision : { ...decision, events: [...decision.events, ...links.map(linkedEvent)] };
  const told = toldOfEnd(opened.state, whole);
  const none = links.length + drafts.length + told.length === 0;
  return { decision: whole, companions: none ? null : { origin, filings, drafts, told } };
}

/** Locks every case the commit touches, in one order for everybody. */
export async function lockCases(query: Query, office: string, ids: readonly string[]): Promise<void> {
  await query('select id from case_file where office = $1 and id = any($2::uuid[]) order by id for update', [
    office,
    ids,
  ]);
}

/** Cases that stand at the other ends of what is written. */
export const touched = ({ origin, told }: Companions): readonly string[] => [
  ...(origin ? [origin.case] : []),
  ...told.map(({ link }) => link.case),
];

/** Writes the other ends, once the decision itself stands: all of them, or the transaction is given up. */
export async function writeCompanions(
  app: App,
  query: Query,
  office: string,
  about: {
    readonly opened: OpenedCase;
    readonly decision: Decision;
    readonly change: CaseChange;
    readonly written: NonNullable<Written>;
  },
  companions: Companions,
  commitWithin: CommitWithin,
): Promise<void> {
  const { opened, decision, change, written } = about;
  const { source } = change.audit;
  const at = opened.now;
  if (companions.origin) {
    const { origin } = companions;
    const parent = await locked(app, query, office, origin.case, at);
    const end = otherEnd(origin, change.caseId);
    const linked = decideLinked(parent.service, parent.state, end, decision.doer, settingOf(parent, SYSTEM));
    await commitWithin(parent, linked, 'case.link', source);
  }
  for (const { begun, opened: child, decision: filed } of companions.filings) {
    await insertCase(query, begun);
    await commitWithin(child, { ok: true, value: filed }, 'case.submit', source);
  }
  const named = { ...opened, loaded: { ...opened.loaded, number: written.number } };
  for (const key of companions.drafts) await leaveDrafts(app, query, office, named, decision, key, source);
  for (const { link, outcome } of companions.told) {
    const waiting = await locked(app, query, office, link.case, at);
    const heard = decideLinkClosed(
      waiting.service,
      waiting.state,
      { link: link.link, outcome },
      settingOf(waiting, SYSTEM),
    );
    await commitWithin(waiting, heard, 'case.linked-closed', source);
  }
}

async function locked(app: App, query: Query, office: string, id: string, now: Date): Promise<OpenedCase> {
  const opened = await openLocked(app, query, office, id);
  if (!opened) throw new Error(`Case ${id} at the other end of a link is not there`);
  return { ...opened, now };
}

/** Drafts for whoever filed the case, with what the case already knows. */
async function leaveDrafts(
  app: App,
  query: Query,
  office: string,
  opened: OpenedCase,
  decision: Decision,
  key: string,
  source: string,
): Promise<void> {
  const def = openDef(opened, key);
  const service = await app.services.latest(def.service);
  const { applicant } = opened.state;
  if (!service || !applicant) return;
  const { loaded, now: at } = opened;
  const from = {
    case: loaded.id,
    kind: def.link,
    ...awaitedBy(opened, def.link),
  };
  for (const [nth, known] of opening(opened, def, stateAfter(opened, decision)).entries()) {
    const answers = askedWithoutFiles(service, known);
    const begun: NewCase = {
      office,
      // Ids sort by time: drafts stand in the order the definition names them.
      id: newId(at.getTime() + nth),
      service,
      unit: loaded.unit,
      applicant,
      salt: await saltFor(query),
      at,
      by: decision.doer.name,
      title: draftTitle(service, answers),
    };
    await insertCase(query, begun);
    await insertDraft(query, app.keys, begun, answers, {
      savedBy: applicant.id,
      from,
    });
    await query(
      'insert into notice (office, person, id, at, text, case_id) values ($1, $2, $3, $4, $5, $6)',
      [
        office,
        applicant.id,
        newId(at.getTime()),
        at,
        `由《${opened.state.summary?.title ?? opened.service.name}》为您新建了“${service.name}”草稿，请核对后提交。`,
        begun.id,
      ],
    );
    await writeAudit(query, {
      office,
      at,
      actor: { id: decision.doer.id, name: decision.doer.name },
      action: 'case.create',
      object: `case:${begun.id}`,
      result: 'ok',
      source,
      detail: { service: service.code, unit: loaded.unit, from: loaded.id },
    });
  }
}
