import type { Signed } from '../actor.ts';
import type { Query } from '../db/db.ts';

/** Tokens to people. */
export interface Sessions {
  /** Starts a session and gives its token, which is stored nowhere; the oldest beyond the allowed number end. */
  open(query: Query, office: string, person: string, from: From): Promise<string>;
  /** Who a token stands for now; null = nobody (any more). `used` = a hand caused the call: the idle limit begins anew. */
  find(office: string, token: string, source: string, used?: boolean): Promise<Signed | null>;
  /** Asks the database what has become of a session, by {@link Signed.session}; does not count as use of it. */
  look(office: string, session: string): Promise<Signed | null>;
  /** Hears after any process has changed who a person is or what sessions they have; gives the stop. */
  onChanged(office: string, person: string, hear: () => void): () => void;
  end(query: Query, office: string, token: string): Promise<void>;
  /** Ends every session of a person, for instance when the account is stopped. */
  endAll(query: Query, office: string, person: string): Promise<void>;
  /** Makes every process ask the database again about a person whose rights changed. */
  changed(query: Query, office: string, person: string): Promise<void>;
  /** Starts hearing of changes made by other processes; gives the stop. */
  listen(): Promise<() => Promise<void>>;
}

/** Where a session comes from. */
export interface From {
  readonly source: string;
  readonly agent: string;
}
