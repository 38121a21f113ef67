import type { App, OfficeActor } from '@zhitongche/core/server';
import { fieldAt } from '@zhitongche/form';
import { codeOf, DOOR_PERIOD, keepsRow, type RegisterKind, rowNotOpen } from '@zhitongche/register';
import { ProblemError } from '@zhitongche/core/server';
import { registerIn, seenRow } from '../kept/register-in.ts';
import { doorSeal } from './seal.ts';

/** Codes handed out ahead: a screen that loses its network goes on for ten minutes. */
const AHEAD = 20;

/** Whether rows of a register stand at a door: those of another check in by their codes. */
export const isDoor = ({ registers }: Pick<App, 'registers'>, register: string): boolean =>
  registers.some((kind) => doorOf(kind) === register);

/** The register whose rows stand at the door of a kind; undefined where nobody checks in. */
export const doorOf = ({ checkIn, form }: RegisterKind): string | undefined => {
  const field = checkIn && fieldAt(form, checkIn.door)?.field;
  return field?.kind === 'pick' ? field.from : undefined;
};

/** The codes of the next minutes, for the screen of the room; only who keeps the row shows them. */
export async function doorCodes(app: App, actor: OfficeActor, register: string, id: string) {
  const opened = await registerIn(app, actor, register);
  const { row } = await seenRow(app, actor, opened, id);
  const { kind, reach, now } = opened;
  if (!isDoor(app, register) || row.retired || !keepsRow(reach, row.org)) {
    const { code, message, en } = rowNotOpen('这一条不能由您显示签到码');
    throw new ProblemError(409, code, `${message}。`, en);
  }
  const first = Math.floor(now.getTime() / 1000 / DOOR_PERIOD);
  return {
    title: kind.title(row.answers),
    now: now.toISOString(),
    codes: Array.from({ length: AHEAD }, (_, n) => {
      const period = first + n;
      return {
        from: new Date(period * DOOR_PERIOD * 1000).toISOString(),
        until: new Date((period + 1) * DOOR_PERIOD * 1000).toISOString(),
        code: codeOf(period, doorSeal(app.keys, actor.office, id, period)),
      };
    }),
  };
}
