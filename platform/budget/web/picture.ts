import { type Check, type Disclosure, type Reconciliation, type Verdict, rules } from '@zhitongche/budget';
import { WORST_FIRST } from './verdicts.ts';

/** A part of the disclosure that checks touch: a table, the goal forms together, or the text. */
export interface PictureColumn {
  readonly key: string;
  /** Short name for the head of the column. */
  readonly label: string;
  readonly title: string;
}

/** Checks of one rule that touch one part. */
export interface PictureCell {
  readonly column: string;
  readonly checks: readonly Check[];
  /** The outcome most in need of a look; null = the rule does not touch the part. */
  readonly worst: Verdict | null;
}

/** One rule with its checks by part; `alone` are checks that name no cell, because nothing was there to compare. */
export interface PictureRow {
  readonly rule: string;
  readonly title: string;
  readonly en: string;
  readonly cells: readonly PictureCell[];
  readonly alone: PictureCell;
  readonly checks: readonly Check[];
}

/** The proof of a disclosure as a picture: rules by parts. */
export interface Picture {
  readonly columns: readonly PictureColumn[];
  readonly rows: readonly PictureRow[];
}

const FORMS: PictureColumn = { key: 'forms', label: '绩效', title: '项目绩效目标表' };
const TEXT: PictureColumn = { key: 'narrative', label: '文字', title: '文字说明' };

const partOf = (owner: string): string => (/^project(?:s$|:)/.test(owner) ? FORMS.key : owner);

/** Lays the checks out by rule and by every part whose cells they compare; rules without checks are left out. */
export function pictureOf(model: Disclosure, { checks }: Pick<Reconciliation, 'checks'>): Picture {
  const touched = new Map(checks.map((check) => [check, partsOf(check)]));
  const used = new Set([...touched.values()].flatMap((parts) => [...parts]));
  const columns = [
    ...model.tables.map(({ id, title }): PictureColumn => ({ key: id, label: id, title })),
    FORMS,
    TEXT,
  ].filter(({ key }) => used.has(key));
  const rows = rules.flatMap(({ id, title, en }): readonly PictureRow[] => {
    const own = checks.filter((check) => check.rule === id);
    if (own.length === 0) return [];
    const cell = (column: string, wanted: (parts: ReadonlySet<string>) => boolean): PictureCell => {
      const here = own.filter((check) => wanted(touched.get(check) ?? new Set()));
      return { column, checks: here, worst: worstOf(here) };
    };
    return [
      {
        rule: id,
        title,
        en,
        checks: own,
        cells: columns.map(({ key }) => cell(key, (parts) => parts.has(key))),
        alone: cell('', (parts) => parts.size === 0),
      },
    ];
  });
  return { columns, rows };
}

const partsOf = ({ left, right }: Check): ReadonlySet<string> =>
  new Set([...left.cells, ...right.cells].map(({ owner }) => partOf(owner)));

/** The outcome of several checks that needs a look most; null for none. */
export const worstOf = (checks: readonly Pick<Check, 'verdict'>[]): Verdict | null =>
  WORST_FIRST.find((verdict) => checks.some((check) => check.verdict === verdict)) ?? null;
