import type { CaseRow, CommandShape } from '@zhitongche/contract';
import type { ActDef, ActKind, Service, Step } from '@zhitongche/case';

/** Verbs that mean the same for every case they are taken on, so that many can be decided at once. */
const BATCHABLE: readonly ActKind[] = ['agree', 'advance'];

/** One verb offered for all chosen rows together. */
export interface BatchAct {
  readonly kind: ActKind;
  readonly label: string;
  readonly opinion: 'required' | 'optional' | 'none';
  /** Act key per case; services and steps may name the same verb differently. */
  readonly keys: ReadonlyMap<string, string>;
}

/** What can be done with the chosen rows at once, and which of them must be opened one by one. */
export interface BatchOffer {
  readonly acts: readonly BatchAct[];
  /** Rows no batch verb fits, with the reason in Chinese. */
  readonly left: readonly { readonly row: CaseRow; readonly why: string }[];
}

/** Most cases the server takes in one call. */
export const BATCH_MOST = 100;

const actsOf = (step: Step | undefined): readonly ActDef[] =>
  step !== undefined && 'acts' in step ? step.acts : [];

const fits = (act: ActDef): boolean =>
  BATCHABLE.includes(act.kind) && act.form === undefined && act.who === undefined && act.when === undefined;

const STRICT = ['none', 'optional', 'required'] as const;
const stricter = (a: BatchAct['opinion'], b: BatchAct['opinion']): BatchAct['opinion'] =>
  STRICT.indexOf(a) > STRICT.indexOf(b) ? a : b;

/**
 * Works out the verbs common to the chosen rows from the definitions the browser already has. A verb with a
 * form, or one that depends on the case, is left to the case page; the server still judges every case on its own.
 */
export const batchOffer = (
  rows: readonly CaseRow[],
  serviceOf: (code: string) => Service | undefined,
  words: Readonly<Record<ActKind, string>>,
): BatchOffer => {
  const left: { row: CaseRow; why: string }[] = [];
  const groups = new Map<
    string,
    { kind: ActKind; label: string; asks: BatchAct['opinion']; keys: Map<string, string> }
  >();
  for (const row of rows) {
    if (row.seat === null || row.step === null) {
      left.push({ row, why: '当前不由您办理' });
      continue;
    }
    const acts = actsOf(serviceOf(row.service)?.flow.steps[row.step]).filter(fits);
    if (acts.length === 0) {
      left.push({ row, why: `“${row.stepTitle}”须逐件办理` });
      continue;
    }
    for (const act of acts) {
      const label = act.label ?? words[act.kind];
      const name = `${act.kind}:${label}`;
      const group = groups.get(name) ?? {
        kind: act.kind,
        label,
        asks: 'none' as const,
        keys: new Map<string, string>(),
      };
      group.keys.set(row.id, act.key ?? act.kind);
      groups.set(name, { ...group, asks: stricter(group.asks, act.opinion ?? 'optional') });
    }
  }
  const open = rows.length - left.length;
  const acts = [...groups.values()]
    .filter((group) => group.keys.size === open)
    .map(({ kind, label, asks, keys }) => ({ kind, label, opinion: asks, keys }));
  return { acts, left };
};

/** One call to the server: at most {@link BATCH_MOST} cases, each with its own idempotency key. */
export interface BatchItem {
  readonly case: string;
  readonly revision: number;
  readonly key: string;
  readonly command: CommandShape;
}

/** The calls a batch decision makes. */
export const batchCalls = (
  rows: readonly CaseRow[],
  act: BatchAct,
  opinion: string,
  newKey: () => string,
): readonly (readonly BatchItem[])[] => {
  const items = rows.flatMap((row): readonly BatchItem[] => {
    const key = act.keys.get(row.id);
    if (key === undefined || row.seat === null) return [];
    const said = opinion.trim();
    const command: CommandShape = { act: key, seat: row.seat, ...(said === '' ? {} : { opinion: said }) };
    return [{ case: row.id, revision: row.revision, key: newKey(), command }];
  });
  return Array.from({ length: Math.ceil(items.length / BATCH_MOST) }, (_, i) =>
    items.slice(i * BATCH_MOST, (i + 1) * BATCH_MOST),
  );
};
