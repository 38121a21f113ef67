import type { PolicyDef, PolicyReader, PolicyRow, PolicyValue } from './policy.ts';
import type { Basis } from '@zhitongche/base';

/** Figures the kernel itself reads; every service has them without declaring them. */
export const KERNEL_POLICIES: readonly PolicyDef[] = [
  {
    key: 'clock.remind-at',
    label: '时限提醒点（已用工作日占承诺时限的比例）',
    type: 'number',
    unit: '%',
    default: 80,
    unconfirmed: true,
  },
  {
    // More than the largest groups need; what is asked beyond is a list tried out.
    key: 'registers.refused-people',
    label: '同一账号一小时内未通过的申报可核对的人数',
    type: 'number',
    unit: '人',
    default: 500,
    bounds: [50, 5000],
    unconfirmed: true,
  },
  {
    key: 'case.undo-seconds',
    label: '办理后多少秒内可一键撤回（其间不通知下一环节，0 为立即通知）',
    type: 'number',
    unit: '秒',
    default: 8,
    bounds: [0, 120],
    unconfirmed: true,
  },
];

const TYPES: Readonly<Record<PolicyDef['type'], (value: PolicyValue) => boolean>> = {
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  'yes-no': (value) => typeof value === 'boolean',
  text: (value) => typeof value === 'string',
  list: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  money: (value) => typeof value === 'string' && /^\d{1,9}(\.\d{1,2})?$/.test(value),
};

/** True when a value is of the type its definition wants and within its bounds. */
export const fitsPolicy = (def: PolicyDef, value: PolicyValue): boolean =>
  TYPES[def.type](value) &&
  (def.bounds === undefined ||
    typeof value !== 'number' ||
    (def.bounds[0] <= value && value <= def.bounds[1]));

const inForce = (row: PolicyRow, day: string): boolean =>
  row.validFrom <= day && (row.validTo === undefined || day <= row.validTo);

/** Fees that count on a day: each ends where the next of its organisation begins, and comes back after none. */
const feesOn = (rows: readonly PolicyRow[], day: string): readonly PolicyRow[] => {
  const begun = rows.filter(({ validFrom }) => validFrom <= day);
  return [...new Set(begun.map(({ org }) => org))].flatMap((org) => {
    const last = latest(begun.filter((row) => row.org === org));
    return last && inForce(last, day) ? [last] : [];
  });
};

interface InForce {
  readonly value: PolicyValue;
  readonly basis: Basis | undefined;
}

/** The later row wins; of two beginning on one day, the one that comes later in the list. */
const latest = (rows: readonly PolicyRow[]): PolicyRow | undefined =>
  rows.reduce<PolicyRow | undefined>(
    (best, row) => (best === undefined || row.validFrom >= best.validFrom ? row : best),
    undefined,
  );

/** Rows by key, sorted once for each list of them: an office's is read anew when a figure changes, and never changed in place. */
const indexes = new WeakMap<readonly PolicyRow[], ReadonlyMap<string, readonly PolicyRow[]>>();
const byKey = (rows: readonly PolicyRow[]): ReadonlyMap<string, readonly PolicyRow[]> => {
  const known = indexes.get(rows);
  if (known) return known;
  const index = new Map<string, PolicyRow[]>();
  for (const row of rows) {
    const own = index.get(row.key) ?? [];
    index.set(row.key, own);
    own.push(row);
  }
  indexes.set(rows, index);
  return index;
};

/**
 * Reads the figures in force on `day`. `chain` names the organisations of the case from the nearest outwards (unit,
 * city office, province office): a row of a nearer one wins over a farther one, any row over the default. Rows of the
 * wrong type or beyond their bounds are passed over as if they were not there. Asking for an undeclared key or a wrong type throws: a bug.
 */
export const makePolicyReader = (
  defs: readonly PolicyDef[],
  rows: readonly PolicyRow[],
  chain: readonly string[],
  day: string,
): PolicyReader => {
  const known = new Map([...KERNEL_POLICIES, ...defs].map((def) => [def.key, def]));
  const set = byKey(rows);
  const rowOf = (def: PolicyDef): PolicyRow | undefined => {
    const rows = set.get(def.key) ?? [];
    const sound = (def.type === 'money' ? feesOn(rows, day) : rows.filter((row) => inForce(row, day))).filter(
      (row) => fitsPolicy(def, row.value),
    );
    for (const org of chain) {
      const own = latest(sound.filter((row) => row.org === org));
      if (own) return own;
    }
    return latest(sound.filter((row) => row.org === undefined));
  };
  // A fee once set has no default to fall back on: a day between two rows has none.
  const lapsed = (def: PolicyDef): boolean =>
    def.type === 'money' &&
    (set.get(def.key) ?? []).some(({ org }) => org === undefined || chain.includes(org));
  const found = new Map<string, InForce>();
  const find = (key: string): InForce => {
    const before = found.get(key);
    if (before) return before;
    const def = known.get(key);
    if (!def) throw new Error(`policy ${key} is not declared`);
    const row = rowOf(def);
    const now = row
      ? { value: row.value, basis: { title: row.source } }
      : { value: lapsed(def) ? '' : def.default, basis: def.basis };
    found.set(key, now);
    return now;
  };
  const wrong = (key: string, wanted: string): never => {
    throw new Error(`policy ${key} is no ${wanted}`);
  };
  return {
    number(key) {
      const { value } = find(key);
      return typeof value === 'number' ? value : wrong(key, 'number');
    },
    flag(key) {
      const { value } = find(key);
      return typeof value === 'boolean' ? value : wrong(key, 'yes-no');
    },
    text(key) {
      const { value } = find(key);
      return typeof value === 'string' ? value : wrong(key, 'text');
    },
    list(key) {
      const { value } = find(key);
      return Array.isArray(value) ? value : wrong(key, 'list');
    },
    money(key) {
      const { value } = find(key);
      if (known.get(key)?.type !== 'money' || typeof value !== 'string') return wrong(key, 'fee');
      return value === '' ? undefined : value;
    },
    basis: (key) => find(key).basis,
  };
};
