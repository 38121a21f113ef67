/** Days anything about people or cases may lie on a device that nobody opens. */
export const KEPT_DAYS = 7;

interface Kind {
  /** Days until it is thrown away. */
  readonly days: number;
  /** Holds names, answers or figures of a case: gone at log-out and when the server knows the session no more. */
  readonly personal: boolean;
}

/** Everything the browser's storage may hold of a person, by the first word of its key; nothing else is written there. */
const KINDS = {
  'signed-in': { days: KEPT_DAYS, personal: true },
  rights: { days: KEPT_DAYS, personal: true },
  draft: { days: KEPT_DAYS, personal: true },
  'budget-draft': { days: KEPT_DAYS, personal: true },
  faults: { days: KEPT_DAYS, personal: true },
  act: { days: KEPT_DAYS, personal: true },
  opinion: { days: KEPT_DAYS, personal: true },
  reasons: { days: KEPT_DAYS, personal: true },
  'case-panes': { days: 365, personal: false },
  'queue-desk': { days: 365, personal: false },
  'inbox-filters': { days: 365, personal: false },
  'inbox-columns': { days: 365, personal: false },
  'register-columns': { days: 365, personal: false },
  'kept-columns': { days: 365, personal: false },
  'kept-views': { days: 365, personal: false },
} as const satisfies Readonly<Record<string, Kind>>;
/** A kind of thing kept on the device. */
export type KeptKind = keyof typeof KINDS;

/** How the device looks, whoever sits before it. */
export const DEVICE_KEY = 'appearance';
/** What the screen of a window has not sent yet: ratings of nobody, which outlive every log-in. */
const KIOSK_KEY = 'kiosk';
/** Keys without a person in them. */
const NOBODYS: readonly string[] = [DEVICE_KEY, KIOSK_KEY];

/** What this browser keeps for the person signed in, each value as JSON can say it. */
export interface OwnStore {
  /** From now on this person's things are kept, and nobody else's are there any more. */
  open(account: string): void;
  /** Null when nothing is kept, or nothing one can read. */
  read(kind: KeptKind, account: string, name?: string): unknown;
  /** Null forgets it. */
  write(kind: KeptKind, account: string, name: string, value: unknown): void;
  /** How the device looks, whoever sits before it; null before anybody chose. */
  look(): unknown;
  keepLook(look: unknown): void;
  /** What the screen of a window has not sent, whoever stands before it; null where this is none. */
  kiosk(): unknown;
  keepKiosk(kept: unknown): void;
  /** Accounts something of a kind is kept for. */
  accounts(kind: KeptKind): readonly string[];
  /**
   * The session is over: nothing personal stays on the device. What was typed and not sent stays in the memory of this
   * page for the same person's next log-in, unless that person left by intention.
   */
  close(left: boolean): void;
  /** Throws away what is too old or not known. */
  sweep(): void;
}

const keyOf = (kind: KeptKind, account: string, name: string): string => `${kind}:${account}:${name}`;

interface Parsed {
  readonly kind: KeptKind;
  readonly account: string;
}
const parse = (key: string): Parsed | null => {
  const [, kind = '', account = ''] = /^([a-z-]+):([^:]+):/.exec(key) ?? [];
  return Object.hasOwn(KINDS, kind) ? { kind: kind as KeptKind, account } : null;
};

/** Null where nothing is, and where it cannot be read. */
const valueOf = (text: string | null | undefined): unknown => {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
};

const unfold = (raw: string | null): { readonly at: string; readonly text: string } | null => {
  const value = valueOf(raw);
  return typeof value === 'object' &&
    value !== null &&
    'at' in value &&
    typeof value.at === 'string' &&
    'text' in value &&
    typeof value.text === 'string'
    ? { at: value.at, text: value.text }
    : null;
};

/** Makes the store over the browser's storage, which may be closed to us or full: then the memory of the page serves. */
export const makeOwnStore = (storage: () => Storage, now: () => Date): OwnStore => {
  const memory = new Map<string, string>();
  let owner: string | null = null;
  const lasting = <T>(work: (at: Storage) => T, otherwise: T): T => {
    try {
      return work(storage());
    } catch {
      return otherwise;
    }
  };
  const drop = (unwanted: (key: string, at: Storage) => boolean): void =>
    lasting((at) => {
      for (const key of Object.keys(at)) if (!NOBODYS.includes(key) && unwanted(key, at)) at.removeItem(key);
    }, undefined);
  return {
    open(account) {
      owner = account;
      drop((key) => parse(key)?.account !== account);
      // A copy: what cannot be written to the disk is laid back into the memory, behind what is still to come.
      for (const [key, text] of new Map(memory)) {
        const parsed = parse(key);
        if (NOBODYS.includes(key)) continue;
        if (parsed?.account !== account) memory.delete(key);
        else
          this.write(parsed.kind, account, key.slice(keyOf(parsed.kind, account, '').length), valueOf(text));
      }
    },
    read(kind, account, name = '') {
      const key = keyOf(kind, account, name);
      return valueOf(memory.get(key) ?? lasting((at) => unfold(at.getItem(key))?.text, undefined));
    },
    write(kind, account, name, value) {
      const key = keyOf(kind, account, name);
      memory.delete(key);
      if (value === null) return lasting((at) => at.removeItem(key), undefined);
      const text = JSON.stringify(value);
      const kept =
        owner === account &&
        lasting((at) => {
          at.setItem(key, JSON.stringify({ at: now().toISOString(), text }));
          return true;
        }, false);
      if (!kept) memory.set(key, text);
    },
    look: () => valueOf(lasting((at) => at.getItem(DEVICE_KEY), null)),
    keepLook: (look) => lasting((at) => at.setItem(DEVICE_KEY, JSON.stringify(look)), undefined),
    kiosk: () => valueOf(memory.get(KIOSK_KEY) ?? lasting((at) => at.getItem(KIOSK_KEY), null)),
    keepKiosk(kept) {
      const text = JSON.stringify(kept);
      const lies = lasting((at) => {
        at.setItem(KIOSK_KEY, text);
        return true;
      }, false);
      if (lies) memory.delete(KIOSK_KEY);
      else memory.set(KIOSK_KEY, text);
    },
    accounts: (kind) =>
      lasting(
        (at) =>
          Object.keys(at).flatMap((key) => {
            const parsed = parse(key);
            return parsed?.kind === kind ? [parsed.account] : [];
          }),
        [],
      ),
    close(left) {
      owner = null;
      if (left) for (const key of memory.keys()) if (!NOBODYS.includes(key)) memory.delete(key);
      drop((key, at) => {
        const parsed = parse(key);
        if (parsed !== null && !KINDS[parsed.kind].personal) return false;
        const text = unfold(at.getItem(key))?.text;
        if (!left && parsed !== null && parsed.kind !== 'signed-in' && text !== undefined)
          memory.set(key, text);
        return true;
      });
    },
    sweep() {
      drop((key, at) => {
        const [parsed, kept] = [parse(key), unfold(at.getItem(key))];
        if (parsed === null || kept === null) return true;
        return now().getTime() - Date.parse(kept.at) > KINDS[parsed.kind].days * 86_400_000;
      });
    },
  };
};

/** The store of this browser. */
export const own: OwnStore = makeOwnStore(
  () => localStorage,
  () => new Date(),
);
