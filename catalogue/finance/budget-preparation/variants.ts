import type { SweepOptions } from '@zhitongche/case';

const DIGEST = 'a'.repeat(64);
const totals = {
  total: '100.00',
  personnel: '50.00',
  publicUse: '10.00',
  project: '40.00',
  threePublic: '5.00',
};
const pin = { version: 1, digest: DIGEST, ...totals };

/** Answers of the acts that pin a version the server knows. */
const data = {
  first: { ...pin, changes: '压减一般性支出' },
  second: pin,
  adopted: pin,
  published: { ...pin, publishedOn: '2026-03-02' },
};
const lookups = {
  'budget-draft': {
    version: 1,
    digest: DIGEST,
    published: 1,
    totals,
    unsound: 0,
    unequal: 0,
    unequalAt: [],
    over: [],
    under: [],
    off: [],
  },
};

/** Ways through the service that together enter every step. */
export const variants: NonNullable<SweepOptions['variants']> = {
  sample: { data, lookups },
  'divisions ask first': {
    data,
    lookups,
    policies: { 'budget-preparation.collect': ['general', 'outbound'] },
  },
  'city office': { data, lookups, underCity: true },
  'shortest road': {
    data,
    lookups,
    policies: {
      'budget-preparation.countersign': [],
      'budget-preparation.first-leader': false,
      'budget-preparation.party': false,
    },
  },
};
