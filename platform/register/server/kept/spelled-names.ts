import { isJsonObject, type Json } from '@zhitongche/base';
import type { LookupProvider } from '@zhitongche/core/server';
import { passportSpelling } from '@zhitongche/formats';

/** Most names one question is answered; a guard against programs. */
const MOST = 300;
const LONGEST = 30;

// Cutting a name in two costs more than all else a lookup does; what is asked with is never changed in place.
const known = new WeakMap<object, Json>();

/** Answers `{ names }` with how each would be spelled in a passport, `{ 林若谷: "LIN RUOGU" }`; names of other nationalities are left out. */
export const spelledNames: LookupProvider = {
  question: () => null,
  answer(_rows, args): Json {
    if (!isJsonObject(args)) return {};
    const before = known.get(args);
    if (before !== undefined) return before;
    const spelled = spelledOf(Array.isArray(args.names) ? args.names : []);
    known.set(args, spelled);
    return spelled;
  },
};

const spelledOf = (names: readonly Json[]): Json =>
  Object.fromEntries(
    names.slice(0, MOST).flatMap((name): readonly (readonly [string, string])[] => {
      if (typeof name !== 'string' || name.length > LONGEST) return [];
      const spelled = passportSpelling(name);
      return spelled ? [[name, `${spelled.surname} ${spelled.given}`]] : [];
    }),
  );
