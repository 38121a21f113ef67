import type { ExtraForm } from '@zhitongche/kernel';
import { passportChecks } from './custody-checks.ts';
import { passportReturnForm } from './passport-form.ts';

/** Forms of acts as version 1 asked them. */
export const formsV1 = (forms: Readonly<Record<string, ExtraForm>>): Readonly<Record<string, ExtraForm>> => {
  const { documents: _documents, ...rest } = forms;
  return { ...rest, passports: { title: '护照交回登记', form: passportReturnForm, checks: passportChecks } };
};
