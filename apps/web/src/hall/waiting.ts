import type { CaseRow } from '@zhitongche/contract';

/** Something that waits for the applicant, with the one thing to do about it. */
export interface Waiting {
  readonly row: CaseRow;
  /** What kind of thing it is, before its title. */
  readonly kind: string;
  readonly verb: string;
  /** Where the verb leads: the form of the case, or the case itself. */
  readonly way: 'edit' | 'case';
}

const ORDER: readonly string[] = ['red', 'amber', 'green', 'grey'];

/** Everything that waits for a person: what was sent back, cases whose turn is theirs, drafts; the most pressing of each first. */
export const waitingIn = (
  { correcting, running, drafts }: Readonly<Record<'correcting' | 'running' | 'drafts', readonly CaseRow[]>>,
  person: string,
): readonly Waiting[] => {
  const pressing = (rows: readonly CaseRow[]): readonly CaseRow[] =>
    rows.toSorted((a, b) => ORDER.indexOf(a.light) - ORDER.indexOf(b.light));
  return [
    ...pressing(correcting).map(
      (row): Waiting => ({
        row,
        kind: row.stepTitle === '已撤回' ? '已撤回' : '补正',
        verb: '去修改',
        way: 'edit',
      }),
    ),
    ...pressing(running.filter(({ turn }) => turn.includes(person))).map(
      (row): Waiting => ({ row, kind: row.stepTitle, verb: '去办理', way: 'case' }),
    ),
    ...drafts.map((row): Waiting => ({ row, kind: '草稿', verb: '接着填', way: 'edit' })),
  ];
};
