type Listener = () => void;

let token = '';
let account = '';
const listeners = new Set<Listener>();
const strangers = new Set<Listener>();
const others = new Set<Listener>();
const readers = new Set<(account: string, version: string | null) => void>();

/** What the client must remember between calls: whose page this is, the CSRF token, and whom to tell when the session is over. */
export const session = {
  csrf: (): string => token,
  /** The person who signed in on this page; empty before anybody has and after log-out. */
  account: (): string => account,
  /** Called with each log-in and each `me` reply that is this page's own. */
  begin: (csrf: string, person: string): void => {
    token = csrf;
    account = person;
  },
  /** The token is old: the next write asks for a new one. */
  renew: (): void => {
    token = '';
  },
  /**
   * Whether the session of this browser, which all its windows share, is still that of whoever this page belongs to.
   * Another's token is not taken up: what lies on the page would go out under the other's name.
   */
  isStill: (person: string): boolean => {
    if (account === '' || account === person) return true;
    token = '';
    for (const listener of others) listener();
    return false;
  },
  /** Called when the server does not know us. A stranger has no session to end, and told so would only ask again. */
  ended: (): void => {
    for (const listener of strangers) listener();
    if (token === '') return;
    token = '';
    for (const listener of listeners) listener();
  },
  /** Hears each time the server answers that nobody is signed in, also where no session was known to this page. */
  onStranger: (listener: Listener): (() => void) => {
    strangers.add(listener);
    return () => strangers.delete(listener);
  },
  /** Called with what each reply says of the rights it was given by. */
  answered: (version: string | null): void => {
    for (const reader of readers) reader(account, version);
  },
  /** Hears, with each reply, whose page this is and by which rights the server answered. */
  onAnswered: (reader: (account: string, version: string | null) => void): (() => void) => {
    readers.add(reader);
    return () => readers.delete(reader);
  },
  /** Hears that somebody else has signed in on this browser. */
  onOther: (listener: Listener): (() => void) => {
    others.add(listener);
    return () => others.delete(listener);
  },
  onEnded: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
