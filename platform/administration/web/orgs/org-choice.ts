import { type ChoiceField, choice } from '@zhitongche/form';
import type { OrgRow } from './org-tree.ts';

/** Picks one of the organisations given, by name. */
export const orgChoice = (label: string, orgs: readonly OrgRow[], help?: string): ChoiceField =>
  choice(
    label,
    orgs.map(({ id, name }) => ({ value: id, label: name })),
    { required: true, ...(help === undefined ? {} : { help }) },
  );
