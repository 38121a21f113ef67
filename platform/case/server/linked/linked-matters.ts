import { type CaseLink, linksOf } from '@zhitongche/case';
import type { LinkedMatter } from '@zhitongche/contract';
import { type App, isErased, type OfficeActor } from '@zhitongche/core/server';
import { caseRow } from '../query/case-row.ts';
import { type OtherRow, seenCases } from '../query/seen-cases.ts';
import { onApplicantSide, type OpenedCase } from '../usecase/open-case.ts';
import { unlinkable } from './link-cases.ts';

/** What a reader may know of a case's links. */
export interface SeenLinks {
  readonly matters: LinkedMatter[];
  /** What the case at the other end is called, by link, also where it was taken away; a link that is not here is not told of. */
  readonly names: ReadonlyMap<string, string>;
}

const NO_LINKS: SeenLinks = { matters: [], names: new Map() };

/**
 * The matters a case is linked to, as far as the reader may see them: of the others he learns nothing, not even that there are
 * any. With his own drafts that were opened from it. Asks nothing where there can be none.
 */
export async function linkedMatters(app: App, actor: OfficeActor, opened: OpenedCase): Promise<SeenLinks> {
  const { state, service, loaded, book, today } = opened;
  const { links = [] } = state;
  // Only whoever files a case opens others from it.
  if (links.length === 0 && (!service.opens || !onApplicantSide(actor, opened))) return NO_LINKS;
  const rows = await seenCases(
    app,
    actor,
    links.map((link) => link.case),
    loaded.id,
  );
  const context = { book, services: app.services, today };
  const names = new Map(
    links.flatMap((link) => {
      const row = rows.find(({ id }) => id === link.case);
      return row ? [[link.link, `${wordsOf(app, opened, row, link)}${row.number ?? ''}`] as const] : [];
    }),
  );
  const standing = linksOf(state);
  /** In the order they were linked, drafts last. */
  const placeOf = ({ link }: LinkedMatter): number =>
    link === null ? links.length : links.findIndex((one) => one.link === link);
  const matters = rows
    .flatMap((row): readonly LinkedMatter[] => {
      const link = standing.find((one) => one.case === row.id);
      if (!link && row.opened_from?.kind === undefined) return [];
      return [
        {
          link: link?.link ?? null,
          words: wordsOf(app, opened, row, link),
          row: caseRow(row, context),
          awaited: link?.side === 'from' && link.awaited === true,
          erased: isErased(row.salt),
          mayUnlink: link !== undefined && unlinkable(actor, opened, link),
        },
      ];
    })
    .toSorted((a, b) => placeOf(a) - placeOf(b) || (a.row.id < b.row.id ? -1 : 1));
  return { matters, names };
}

/** What the other is to this case, in the words of whichever service declares the link. */
function wordsOf(app: App, { service }: OpenedCase, other: OtherRow, link: CaseLink | undefined): string {
  const side = link?.side ?? 'from';
  const kind = link?.kind ?? other.opened_from?.kind;
  const declares = side === 'from' ? service : app.services.card(other.service, other.version);
  const def = declares?.links?.find(({ key }) => key === kind);
  return (side === 'from' ? def?.label : def?.back) ?? '关联办件';
}
