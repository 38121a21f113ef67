import {
  type CaseLink,
  decideLinked,
  decideUnlinked,
  type Decision,
  type Doer,
  type LinkDef,
  linksOf,
  otherEnd,
  standingIn,
} from '@zhitongche/case';
import { blocking, type Result } from '@zhitongche/base';
import { type App, forbidden, type OfficeActor, ProblemError, unsound } from '@zhitongche/core/server';
import { newId, property, type Query } from '@zhitongche/host';
import { refused } from '@zhitongche/audit/server';
import { seenByNumber } from '../query/seen-cases.ts';
import { commit, decided } from '../usecase/commit.ts';
import {
  maySee,
  onApplicantSide,
  openCase,
  openAnyCase,
  type OpenedCase,
  openLocked,
  settingOf,
} from '../usecase/open-case.ts';
import { isReplay, requestDigest } from '../usecase/replay.ts';
import { awaitedBy } from './awaited.ts';
import { lockCases } from './companions.ts';

/** A link somebody wants: of which kind, to the case of which number. */
export interface LinkRequest {
  readonly caseId: string;
  readonly kind: string;
  readonly number: string;
  readonly key: string;
}

/** Kinds of links whoever holds the case may add by hand: who filed it, or has it before him. */
export function linkable(actor: OfficeActor, opened: OpenedCase): readonly LinkDef[] {
  const { service, state } = opened;
  const kinds = (service.links ?? []).filter(({ byHand }) => byHand);
  return kinds.length > 0 && state.status !== 'draft' && holds(actor, opened) ? kinds : [];
}

const holds = (actor: OfficeActor, opened: OpenedCase): boolean => {
  const setting = settingOf(opened, actor);
  return (
    onApplicantSide(actor, opened) ||
    opened.state.seats.some(
      (seat) => seat.status === 'open' && standingIn(actor, seat, opened.state, setting) !== undefined,
    )
  );
};

/** Links two cases by hand: both ends in one commit. Of a case the actor may not see it says what it says of none. */
export async function linkCases(app: App, actor: OfficeActor, request: LinkRequest): Promise<void> {
  const { caseId, kind, number, key } = request;
  const own = await openCase(app, actor, caseId, key);
  const digest = requestDigest('link', caseId, kind, number);
  if (isReplay(own, digest)) return;
  const def = linkable(actor, own).find((one) => one.key === kind);
  if (!def) throw notYours();
  const other = await byNumber(app, actor, number.trim());
  const wrong = wrongEnd(def, own, other);
  if (wrong) throw wrong;
  const link: CaseLink = {
    link: newId(own.now.getTime()),
    kind,
    side: 'from',
    case: other.loaded.id,
    ...awaitedBy(own, kind),
  };
  await both(
    app,
    actor,
    [caseId, other.loaded.id],
    { key, request: digest },
    'case.link',
    async (query, [here, there]) => {
      if (
        linksOf(here.state).some((one) => one.side === 'from' && one.kind === kind && one.case === link.case)
      )
        throw wrongNumber('link.twice', '这两个办件已经这样关联', 'They are linked this way already');
      if (def.ordered && (await leadsTo(query, actor.office, kind, link.case, caseId)))
        throw wrongNumber(
          'link.loop',
          `“${def.label}”不能首尾相接：对方已经直接或间接以本办件为“${def.label}”`,
          'This would lead back to where it began',
        );
      return [
        decideLinked(here.service, here.state, link, doerOf(actor), settingOf(here, actor)),
        decideLinked(
          there.service,
          there.state,
          otherEnd(link, caseId),
          doerOf(actor),
          settingOf(there, actor),
        ),
      ];
    },
    def.ordered,
  );
}

/** Takes a link made by hand away at both ends, with a reason. */
export async function unlinkCases(
  app: App,
  actor: OfficeActor,
  request: { readonly caseId: string; readonly link: string; readonly reason: string; readonly key: string },
): Promise<void> {
  const { caseId, key, reason } = request;
  const own = await openCase(app, actor, caseId, key);
  const digest = requestDigest('unlink', caseId, request.link, reason);
  if (isReplay(own, digest)) return;
  const link = linksOf(own.state).find((one) => one.link === request.link);
  const other = link && (await openAnyCase(app, actor.office, link.case, { person: actor.id, key: '' }));
  if (!link || !other || !maySee(actor, other)) throw noSuchLink();
  if (!unlinkable(actor, own, link)) throw notYours();
  if (reason.trim() === '') throw noReason();
  const unlinked = { link: link.link, reason: reason.trim() };
  await both(app, actor, [caseId, link.case], { key, request: digest }, 'case.unlink', async (_query, ends) =>
    ends.map((end) => decideUnlinked(end.service, end.state, unlinked, doerOf(actor), settingOf(end, actor))),
  );
}

/** Links of a kind made by hand go by hand too, at the end that declares them. */
export const unlinkable = (actor: OfficeActor, opened: OpenedCase, { side, kind }: CaseLink): boolean =>
  side === 'from' && linkable(actor, opened).some(({ key }) => key === kind);

/** Decides about two cases under their locks and writes both, or neither. */
async function both(
  app: App,
  actor: OfficeActor,
  ids: readonly [string, string],
  once: { readonly key: string; readonly request: string },
  action: string,
  decide: (query: Query, ends: readonly [OpenedCase, OpenedCase]) => Promise<readonly Result<Decision>[]>,
  inOrder = false,
): Promise<void> {
  const { office, source } = actor;
  const write = async (query: Query): Promise<void> => {
    // Chains of links are looked along from end to end: nobody adds to one meanwhile.
    if (inOrder) await query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`links/${office}`]);
    await lockCases(query, office, ids);
    const [here, there] = [
      await openLocked(app, query, office, ids[0], { person: actor.id, key: once.key }),
      await openLocked(app, query, office, ids[1]),
    ];
    if (!here || !there) throw noSuchLink();
    // The same request came twice at once: the other one has done it.
    if (isReplay(here, once.request)) return;
    const decisions = (await decide(query, [here, there])).map(decided);
    for (const [at, end] of [here, there].entries()) {
      const decision = decisions[at];
      const key = at === 0 ? { key: { person: actor.id, ...once } } : {};
      if (decision) await commit(app, office, end, decision, { action, source, query, ...key });
    }
  };
  await app.db.tx(write).catch(async (error: unknown) => {
    if (property(error, 'code') !== '23505' || property(error, 'constraint') !== 'request_key_pkey')
      throw error;
    // Its key was used for another case at once: refused like any key used before.
    if (!isReplay(await openCase(app, actor, ids[0], once.key), once.request)) throw error;
  });
}

async function byNumber(app: App, actor: OfficeActor, number: string): Promise<OpenedCase> {
  const id = await seenByNumber(app, actor, number);
  if (id !== undefined) return await openCase(app, actor, id);
  await refused(app, actor, 'case:link', 'link.unknown');
  throw wrongNumber(
    'link.unknown',
    '没有这个编号的办件，或您没有查看权限',
    'There is no such case, or it is not open to you',
  );
}

function wrongEnd(def: LinkDef, own: OpenedCase, other: OpenedCase): ProblemError | null {
  if (other.loaded.id === own.loaded.id)
    return wrongNumber('link.self', '办件不能关联自己', 'A case is not linked to itself');
  if (def.to.includes(other.service.code)) return null;
  return wrongNumber(
    'link.wrong-service',
    `“${def.label}”不能是“${other.service.name}”的办件`,
    'Cases of that service are not linked this way',
  );
}

const wrongNumber = (code: string, message: string, en: string): ProblemError => {
  const problem = blocking(code, ['number'], message, en, { todo: '请核对办件编号，或选择另一种关联' });
  return unsound([problem], code, `${message}。`);
};

/** Whether following links of a kind from one case leads to another. */
async function leadsTo(
  query: Query,
  office: string,
  kind: string,
  from: string,
  to: string,
): Promise<boolean> {
  const rows = await query(
    `with recursive way (id) as (
       select $2::uuid
       union
       select (l->>'case')::uuid from way join case_file f on f.office = $1 and f.id = way.id,
         jsonb_array_elements(coalesce(f.state->'links', '[]')) l
       where l->>'kind' = $3 and l->>'side' = 'from' and l->'ended' is null
     ) select id from way where id = $4`,
    [office, from, kind, to],
  );
  return rows.length > 0;
}

const doerOf = ({ id, name, org }: OfficeActor): Doer => ({ id, name, org });

const notYours = (): ProblemError =>
  forbidden(
    'link.not-yours',
    '这种关联不由您手工添加或解除。',
    'Such links are not added or taken away by you.',
  );

const noReason = (): ProblemError => {
  const message = '请写明解除关联的理由';
  const problem = blocking('link.no-reason', ['reason'], message, 'Say why the link goes', {
    todo: '请填写理由后再解除',
  });
  return unsound([problem], 'link.no-reason', `${message}。`);
};

const noSuchLink = (): ProblemError =>
  new ProblemError(
    404,
    'link.none',
    '没有这条关联，或您没有查看权限，请刷新查看。',
    'There is no such link, or it is not open to you.',
  );
