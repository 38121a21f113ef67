import type { SetOff } from './flow.ts';

/** Flags as they will be once these effects are done. */
export const flagsAfter = (flags: readonly string[], effects: readonly SetOff[] = []): readonly string[] =>
  effects.reduce<readonly string[]>((now, effect) => {
    if (effect.do !== 'flag') return now;
    const others = now.filter((flag) => flag !== effect.flag);
    return effect.on ? [...others, effect.flag] : others;
  }, flags);

/** Whether the promise runs once these effects are done. */
export const clockAfter = (running: boolean, effects: readonly SetOff[] = []): boolean =>
  effects.reduce((now, effect) => {
    if (effect.do === 'start-clock') return true;
    return effect.do === 'stop-clock' ? false : now;
  }, running);
