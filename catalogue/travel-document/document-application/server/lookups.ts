import { isJsonObject, type Json } from '@zhitongche/base';
import type { LookupProvider } from '@zhitongche/core/server';
import { passportSpelling } from '@zhitongche/formats';

const nameIn = (args: Json): string =>
  isJsonObject(args) && typeof args['name'] === 'string' ? args['name'] : '';

/** Answers `{ name }` with how a passport spells it by the rule: `{ spelled, others }`; asks the database nothing. */
const spelling: LookupProvider = {
  question: () => null,
  answer(_rows, args): Json {
    const found = passportSpelling(nameIn(args));
    if (!found) return { spelled: '', others: [] };
    const whole = ({ surname, given }: { readonly surname: string; readonly given: string }): string =>
      `${surname} ${given}`.trim();
    return { spelled: whole(found), others: found.alternatives.map((one) => ({ spelled: whole(one) })) };
  },
};

/** What the service asks, by the name it asks for it. */
export const APPLICATION_LOOKUPS: Readonly<Record<string, LookupProvider>> = { 'name-spelling': spelling };
