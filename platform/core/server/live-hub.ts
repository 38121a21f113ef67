import { isUnitPost } from '@zhitongche/access';
import type { OfficeActor } from './actor.ts';
import type { Db } from '@zhitongche/host';
import type { OfficeConfig } from './ports/offices.ts';

/** Channel on which processes tell each other which cases moved and whose screens may care. */
export const CASES_MOVED = 'zhitongche_live';

/** Told instead of a case's id when news may have been missed: any case may have moved. */
export const ANY_CASE = '';

/** A screen that wants to hear of cases; gives the way to stop hearing. */
export interface LiveHub {
  join(actor: OfficeActor, book: OfficeConfig, hear: (caseId: string) => void): () => void;
  /** How many screens are open. */
  screens(): number;
  /** Whether this process hears what others announce. */
  listen(): Promise<() => Promise<void>>;
}

/** Passes announcements on to the screens they concern, and to no others. */
export function makeLiveHub(db: Db): LiveHub {
  const screens = new Set<{
    readonly office: string;
    concerns(who: string): boolean;
    hear(caseId: string): void;
  }>();
  return {
    join(actor, book, hear) {
      const screen = { office: actor.office, hear, concerns: (who: string) => concerns(actor, book, who) };
      screens.add(screen);
      return () => screens.delete(screen);
    },
    screens: () => screens.size,
    listen: () =>
      db.listen(
        CASES_MOVED,
        (payload) => {
          const moved = read(payload);
          if (!moved) return;
          for (const screen of screens)
            if (screen.office === moved.office && moved.who.some((who) => screen.concerns(who)))
              screen.hear(moved.case);
        },
        () => {
          for (const screen of screens) screen.hear(ANY_CASE);
        },
      ),
  };
}

function concerns(actor: OfficeActor, book: OfficeConfig, who: string): boolean {
  const people = [actor, ...actor.standsInFor];
  if (who.startsWith('p:')) return people.some((person) => person.id === who.slice(2));
  const [role = '', org = ''] = who.slice(2).split('@');
  return people.some((person) =>
    person.grants.some(
      (grant) =>
        grant.role === role &&
        (isUnitPost(grant.role) ? grant.org === org : book.tree.contains(grant.org, org)),
    ),
  );
}

function read(payload: string): { office: string; case: string; who: readonly string[] } | null {
  const value: unknown = JSON.parse(payload);
  if (typeof value !== 'object' || value === null) return null;
  if (!('office' in value) || !('case' in value) || !('who' in value)) return null;
  const { office, case: id, who } = value;
  return typeof office === 'string' && typeof id === 'string' && Array.isArray(who)
    ? { office, case: id, who }
    : null;
}
