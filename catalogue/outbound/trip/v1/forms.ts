import type { ExtraForm } from '@zhitongche/case';
import { MONEY } from '../effective.ts';
import { passportChecks } from './custody-checks.ts';
import { withOldMembers } from './form.ts';
import { passportReturnForm } from './passport-form.ts';

type Forms = Readonly<Record<string, ExtraForm>>;

/** What later versions ask besides, by form, and the checks that read it. */
const LATER: Readonly<
  Record<string, { readonly fields: readonly string[]; readonly checks: readonly string[] }>
> = {
  change: {
    fields: ['relatives', 'clearancePapers', ...MONEY, 'budgetForm', 'paperNote'],
    checks: ['A-13', 'P-04', 'P-05', 'M-09', 'M-10', 'M-12', 'F-07', 'F-09'],
  },
  extension: { fields: ['budgetForm'], checks: ['A-13'] },
  return: { fields: ['redEye'], checks: ['A-12'] },
  evaluation: { fields: ['asApprovedReason'], checks: ['A-11'] },
};

const earlier = (key: string, extra: ExtraForm): ExtraForm => {
  const later = LATER[key];
  if (!later) return extra;
  const form = Object.fromEntries(
    Object.entries(extra.form).map(([name, section]) => [
      name,
      {
        ...section,
        fields: Object.fromEntries(
          Object.entries(section.fields).filter(([field]) => !later.fields.includes(field)),
        ),
      },
    ]),
  );
  return { ...extra, form, checks: (extra.checks ?? []).filter(({ code }) => !later.checks.includes(code)) };
};

/** Forms of acts as version 1 asked them. */
export const formsV1 = ({
  documents: _documents,
  personnel: _personnel,
  faults: _faults,
  ...forms
}: Forms): Forms => ({
  ...Object.fromEntries(
    Object.entries(forms).map(([key, extra]) => {
      // Its changes were decided with the budget as filed.
      const { derive: _derive, ...asked } = earlier(key, extra);
      return [key, { ...asked, form: withOldMembers(asked.form) }];
    }),
  ),
  passports: { title: '护照交回登记', form: passportReturnForm, checks: passportChecks },
});
