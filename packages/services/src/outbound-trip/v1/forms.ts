import type { ExtraForm } from '@zhitongche/kernel';
import { passportChecks } from './custody-checks.ts';
import { withOldMembers } from './form.ts';
import { passportReturnForm } from './passport-form.ts';

type Forms = Readonly<Record<string, ExtraForm>>;

/** Forms of acts as version 1 asked them. */
export const formsV1 = (forms: Forms): Forms => {
  const { documents: _documents, personnel: _personnel, ...rest } = forms;
  const asked = Object.entries(rest).map(([key, one]) => [key, { ...one, form: withOldMembers(one.form) }]);
  return {
    ...Object.fromEntries(asked),
    passports: { title: '护照交回登记', form: passportReturnForm, checks: passportChecks },
  };
};
