import { notFound, OFFICE_CHANGED, type OfficeConfig, type Offices } from '@zhitongche/core/server';
import { type BookNeeds, loadOffice } from './load-office.ts';

/** Milliseconds after which a book is read again even if no change was heard: a lost connection may have missed one. */
const LONGEST = 60_000;

/**
 * Offices kept in memory; {@link Offices.forget} is called by `listen` whenever another process changed something.
 * @throws ProblemError: `office.unknown`.
 */
export function makeOffices(
  needs: BookNeeds,
  clock: () => number = Date.now,
): Offices & { listen(): Promise<() => Promise<void>> } {
  const books = new Map<string, { readonly book: Promise<OfficeConfig | null>; readonly since: number }>();
  const forget = (office?: string): void => {
    if (office === undefined || office === '') books.clear();
    else books.delete(office);
  };
  return {
    async get(office) {
      let known = books.get(office);
      if (!known || clock() - known.since > LONGEST) {
        known = { book: loadOffice(needs, office), since: clock() };
        books.set(office, known);
        // A failed load must not stay in memory as the answer.
        known.book.catch(() => books.delete(office));
      }
      const book = await known.book;
      if (book) return book;
      books.delete(office);
      throw notFound('office.unknown', '没有这个外办。', 'No such office.');
    },
    forget,
    listen: () => needs.db.listen(OFFICE_CHANGED, forget, forget),
  };
}
