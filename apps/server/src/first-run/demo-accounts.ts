import { demoOffice } from '@zhitongche/offices';

/** An account to try the demo with. */
export interface DemoAccount {
  username: string;
  password: string;
  name: string;
  role: string;
}

/** The accounts shown on the log-in page and printed at start; only ever for an office that is flagged a demonstration. */
export const demoAccounts = (): DemoAccount[] =>
  demoOffice.people.flatMap(({ username, name, shown }) =>
    shown === undefined ? [] : [{ username, password: demoOffice.password, name, role: shown }],
  );
