import { dayInShanghai } from '@zhitongche/base';
import type { App, OfficeActor } from '@zhitongche/core/server';
import { type Duty, mayOpenRegister, nextOccasion, type RegisterKind, STOPPED } from '@zhitongche/register';
import { rulesOf } from './duties.ts';
import { reachOf } from './register-in.ts';

/** Duties whose tasks the reader may see: when each is done, as the office set it, and when it comes next. */
export async function listDuties(app: App, actor: OfficeActor) {
  const book = await app.offices.get(actor.office);
  const today = dayInShanghai(app.clock().toISOString());
  const kindOf = (code: string | undefined) => app.registers.find((one) => one.code === code);
  const seen = (kind: RegisterKind) => mayOpenRegister(reachOf(book, kind, actor));
  return app.duties.flatMap((duty) => {
    const into = kindOf(opensIn(duty));
    if (!into || !seen(into)) return [];
    const ruleOn = rulesOf(book, duty);
    const { code, name, what, basis } = duty;
    const next = nextOccasion(duty, { since: today, today, calendar: book.calendar, ruleOn });
    return [
      {
        code,
        name,
        what,
        basis: [...basis],
        rule: ruleOn(today),
        stopped: ruleOn(today) === STOPPED,
        of: kindOf(duty.of?.register)?.name ?? '',
        register: into.code,
        registerName: into.name,
        next: next ? { name: next.name, day: next.day, said: next.said } : null,
      },
    ];
  });
}

const opensIn = ({ does, of }: Duty): string | undefined => ('enter' in does ? does.enter : of?.register);
