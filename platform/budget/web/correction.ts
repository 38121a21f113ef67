import {
  type Disclosure,
  type SettledFinding,
  withBlock,
  withCell,
  withoutRow,
  withRow,
} from '@zhitongche/budget';

/** A disclosure under correction: what it is now, what was dealt with, and how to go back. */
export interface Correction {
  readonly model: Disclosure;
  readonly settled: readonly SettledFinding[];
  /** Earlier states, newest last. */
  readonly past: readonly Pick<Correction, 'model' | 'settled'>[];
  /** What the server has. */
  readonly saved: Pick<Correction, 'model' | 'settled'>;
}

/** What a person does to it. */
export type CorrectionStep =
  | {
      readonly do: 'type';
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly text: string;
    }
  | {
      readonly do: 'paste';
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly block: readonly (readonly string[])[];
    }
  | { readonly do: 'add-row' | 'remove-row'; readonly sheet: string; readonly row: number }
  | { readonly do: 'change'; readonly to: (model: Disclosure) => Disclosure }
  | {
      readonly do: 'settle';
      readonly findings: readonly number[];
      readonly how: SettledFinding['how'] | null;
    }
  | { readonly do: 'undo' }
  | { readonly do: 'saved' };

const DEEPEST = 200;

/** The correction before anything is done. */
export const beginCorrection = (model: Disclosure, settled: readonly SettledFinding[]): Correction => ({
  model,
  settled,
  past: [],
  saved: { model, settled },
});

/** Whether there is something to save. */
export const isDirty = ({ model, settled, saved }: Correction): boolean =>
  model !== saved.model || settled !== saved.settled;

/** The next state; a step that changes nothing leaves no trace to undo. */
export function correct(now: Correction, step: CorrectionStep): Correction {
  const { model, settled } = now;
  switch (step.do) {
    case 'type': {
      const next = withCell(model, step.sheet, step.row, step.column, step.text);
      return next === model ? now : moved(now, { model: next, settled });
    }
    case 'paste': {
      const next = withBlock(model, step.sheet, step.row, step.column, step.block);
      return next === model ? now : moved(now, { model: next, settled });
    }
    case 'change': {
      const next = step.to(model);
      return next === model ? now : moved(now, { model: next, settled });
    }
    case 'add-row':
      return moved(now, { model: withRow(model, step.sheet, step.row), settled });
    case 'remove-row':
      return moved(now, { model: withoutRow(model, step.sheet, step.row), settled });
    case 'settle': {
      const kept = settled.filter(({ finding }) => !step.findings.includes(finding));
      const { how } = step;
      return moved(now, {
        model,
        settled: how === null ? kept : [...kept, ...step.findings.map((finding) => ({ finding, how }))],
      });
    }
    case 'undo': {
      const before = now.past.at(-1);
      return before === undefined ? now : { ...now, ...before, past: now.past.slice(0, -1) };
    }
    case 'saved':
      return { ...now, saved: { model, settled } };
  }
}

const moved = (now: Correction, next: Pick<Correction, 'model' | 'settled'>): Correction => ({
  ...now,
  ...next,
  past: [...now.past, { model: now.model, settled: now.settled }].slice(-DEEPEST),
});
