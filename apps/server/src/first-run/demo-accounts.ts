import { demoOffice } from '@zhitongche/offices';
import { DEMO_VISITORS } from './seed-visitors.ts';

/** An account to try the demo with. */
export interface DemoAccount {
  username: string;
  password: string;
  name: string;
  role: string;
  /** True for one that comes in at the public door. */
  visitor: boolean;
}

/** The accounts shown on the log-in page and printed at start; only ever for an office that is flagged a demonstration. */
export const demoAccounts = (): DemoAccount[] => [
  ...demoOffice.people.flatMap(({ username, name, shown }) =>
    shown === undefined
      ? []
      : [{ username, password: demoOffice.password, name, role: shown, visitor: false }],
  ),
  ...DEMO_VISITORS.map(({ to, name, shown }) => ({
    username: to,
    password: demoOffice.password,
    name,
    role: shown,
    visitor: true,
  })),
];
