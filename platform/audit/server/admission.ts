import type { Db, Query } from '@zhitongche/host';
import type { Keys, Admission, Adoption, Anchor, Anchors } from '@zhitongche/core/server';
import { ADOPTION_HOURS, adoptionMarks, GENERATION } from './adoption.ts';

/** What admission is decided with. */
export interface AdmissionNeeds {
  readonly db: Db;
  readonly keys: Keys;
  readonly clock: () => Date;
  readonly anchors: Anchors;
}

/** Milliseconds the answer that adoption is still open is believed; that it is over stays true. */
const BELIEVED = 10_000;
/** An open mark ends by itself: one of old, written down again, opens nothing. */
const LONGEST = 2 * ADOPTION_HOURS * 3_600_000;

/** Asks the marks only when a row without a code turns up. */
export function makeAdmission({ db, keys, clock, anchors }: AdmissionNeeds): Admission {
  const noted = new Set<string>();
  const closed = new Set<string>();
  const openUntil = new Map<string, number>();

  /** Whether a machine wrote down that it saw a mark, and the record was not taken back on purpose since. */
  async function remembered(office: string): Promise<boolean> {
    const own = (await anchors.read([])).filter((anchor) => anchor.office === office);
    const newest = (kind: Anchor['kind']) =>
      own
        .flatMap((anchor) => (anchor.kind === kind ? [anchor.at] : []))
        .toSorted()
        .at(-1) ?? '';
    const seen = own.filter(({ kind, seq }) => kind === 'adoption' && seq === GENERATION);
    return seen.some(({ at }) => at > newest('ends'));
  }

  async function note(office: string): Promise<void> {
    if (noted.has(office)) return;
    noted.add(office);
    if (!(await remembered(office)))
      await anchors.keep({
        kind: 'adoption',
        office,
        seq: GENERATION,
        digest: '',
        at: clock().toISOString(),
      });
  }

  async function state(office: string, query: Query = db.query): Promise<Adoption> {
    const { newest, forged } = await adoptionMarks(keys, query, office);
    if (newest === null) {
      const lost = await remembered(office);
      return { open: !lost, since: null, forged, lost };
    }
    await note(office);
    const open = newest.what === 'open' && clock().getTime() - newest.at.getTime() < LONGEST;
    return { open, since: newest.at, forged, lost: false };
  }

  return {
    state,
    async admits(office, found, query) {
      if (found !== 'uncoded') return found === 'sound';
      if (closed.has(office)) return false;
      if ((openUntil.get(office) ?? 0) > Date.now()) return true;
      const { open } = await state(office, query);
      if (open) openUntil.set(office, Date.now() + BELIEVED);
      else closed.add(office);
      return open;
    },
  };
}
