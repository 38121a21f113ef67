import { isJsonObject, type Json } from '@zhitongche/base';
import type { LookupProvider } from '@zhitongche/core/server';
import { passportSpelling } from '@zhitongche/formats';

/** Most names one question is answered; a guard against programs. */
const MOST = 300;
const LONGEST = 30;

/** Answers `{ names }` with how each would be spelled in a passport, `{ 林若谷: "LIN RUOGU" }`; names of other nationalities are left out. */
export const spelledNames: LookupProvider = {
  question: () => null,
  answer(_rows, args): Json {
    const names = isJsonObject(args) && Array.isArray(args.names) ? args.names : [];
    return Object.fromEntries(
      names.slice(0, MOST).flatMap((name): readonly (readonly [string, string])[] => {
        const spelled =
          typeof name === 'string' && name.length <= LONGEST ? passportSpelling(name) : undefined;
        return spelled ? [[String(name), `${spelled.surname} ${spelled.given}`]] : [];
      }),
    );
  },
};
