import { readForm, type Answers } from '@zhitongche/form';
import type { ActData, CheckContext } from './check.ts';
import type { Json } from '@zhitongche/base';
import type { Service } from './service.ts';

/** What lookups may be asked about: the answers of the case and, while an act's form is filled in, those of the act. */
export interface LookedUp {
  readonly answers: Answers;
  readonly act?: ActData;
}

/**
 * Arguments of every lookup of a service that has something to ask, by name. Answers come half filled in and are read as
 * the checks will read them; a service that stumbles over them simply asks nothing yet.
 */
export const lookupArgs = (
  service: Service,
  { answers, act }: LookedUp,
  context: Pick<CheckContext, 'today' | 'facts'>,
): Readonly<Record<string, Json>> => {
  const { sound } = readForm(service.form, answers, context);
  const extra = act && service.forms[act.form];
  const told: readonly [ActData] | readonly [] =
    act && extra ? [{ form: act.form, data: readForm(extra.form, act.data, context).sound }] : [];
  return Object.fromEntries(
    Object.entries(service.facts.lookups).flatMap(([name, lookup]) => {
      try {
        const args = lookup.args(sound, ...told);
        return args === undefined ? [] : [[name, args]];
      } catch {
        return [];
      }
    }),
  );
};
