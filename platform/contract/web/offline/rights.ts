import { queryClient } from '../query-client.ts';
import { emptyShelf } from './kept-me.ts';
import { own } from './own-store.ts';

/** Hears by which rights the server answers. */
export interface Rights {
  /** Called with each reply to a person signed in here; null = the reply did not say. */
  heard(account: string, version: string | null): void;
}

/** What the watch over rights stands on. */
export interface RightsNeeds {
  /** The version last heard for a person on this device. */
  read(account: string): string | null;
  write(account: string, version: string): void;
  /** Empties what is kept to be read without a network. */
  empty(): void;
  /** Asks anew who the person is. */
  renew(): void;
}

/** Makes the watch: with other rights everything kept goes, for only the server knows what of it may still be seen. */
export const makeRights = (needs: RightsNeeds): Rights => ({
  heard(account, version) {
    if (account === '' || version === null) return;
    const before = needs.read(account);
    if (before === version) return;
    needs.write(account, version);
    needs.empty();
    if (before !== null) needs.renew();
  },
});

/** The watch of this page. */
export const rights: Rights = makeRights({
  read: (account) => {
    const version = own.read('rights', account);
    return typeof version === 'string' ? version : null;
  },
  write: (account, version) => own.write('rights', account, '', version),
  empty: () => void emptyShelf(),
  renew: () => void queryClient.invalidateQueries({ queryKey: ['me'] }),
});
