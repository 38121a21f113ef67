import type { SweepOptions } from '@zhitongche/case';

const clerk = (login: string, name: string) => ({ login, name, stage: 'active' });
const person = (login: string, name: string) => ({
  login,
  name,
  id: `person-${login}`,
  org: 'unit',
  files: true,
});

/** What the server would answer of a unit with an account and two clerks. */
export const OPEN = {
  account: { stage: 'open', until: '2099-12-31' },
  taken: false,
  superior: null,
  clerks: [clerk('a', '甲'), clerk('b', '乙')],
  logins: [person('a', '甲'), person('b', '乙')],
  trained: [],
  cases: [{ id: 'c1', number: '2026-000001', title: '某团', status: 'running' }],
};
const standing = { lookups: { account: OPEN } };

/** Ways through the service that together enter every step and issue every paper. */
export const variants: NonNullable<SweepOptions['variants']> = {
  'under a city': { underCity: true },
  'under a city, the province confirms': {
    underCity: true,
    policies: { 'unit-account.city-confirms': false },
  },
  'below a department': { underSuperior: true },
  renewal: { ...standing, answers: { matter: 'renew' } },
  change: {
    ...standing,
    answers: { matter: 'change', changes: ['seal'], reason: '换章' },
  },
  handover: {
    ...standing,
    answers: { matter: 'handover', from: 'a', to: 'b', absent: false, reason: '调动' },
  },
  closing: { ...standing, answers: { matter: 'close', reason: '撤并' } },
};
