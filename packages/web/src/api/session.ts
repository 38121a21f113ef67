type Listener = () => void;

let token = '';
const listeners = new Set<Listener>();

/** What the client must remember between calls: the CSRF token, and whom to tell when the session is over. */
export const session = {
  csrf: (): string => token,
  /** Called with the token of each `me` reply. */
  begin: (csrf: string): void => {
    token = csrf;
  },
  /** Called when the server no longer knows us. */
  ended: (): void => {
    token = '';
    for (const listener of listeners) listener();
  },
  onEnded: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
