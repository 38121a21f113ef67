type Listener = () => void;

let token = '';
const listeners = new Set<Listener>();
const strangers = new Set<Listener>();

/** What the client must remember between calls: the CSRF token, and whom to tell when the session is over. */
export const session = {
  csrf: (): string => token,
  /** Called with the token of each `me` reply. */
  begin: (csrf: string): void => {
    token = csrf;
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
  onEnded: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
