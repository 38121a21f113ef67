import type { Channel } from './channel.ts';
import type { NoticeKind } from './notice-kind.ts';
import { isClock, nextTime, type Quiet, quietUntil } from './quiet.ts';

/** How often somebody wishes to be told by a channel: not at all, of each by itself, of all once a day. */
export type Rhythm = 'off' | 'each' | 'daily';

/** Rhythms as screens call them. */
export const RHYTHMS: Readonly<Record<Rhythm, string>> = {
  each: '有消息就发',
  daily: '每天汇总一次',
  off: '不发',
};

/** What somebody wishes of the channels. */
export interface Wishes {
  readonly rhythms: Readonly<Record<Channel, Rhythm>>;
  readonly quiet: Quiet | null;
}

/** What the office sets: when a digest leaves, what nobody is spared, the hours of quiet of whoever set none. */
export interface ChannelRules {
  /** `08:00` */
  readonly digestAt: string;
  readonly urgent: readonly string[];
  readonly quiet: Quiet | null;
}

/** Wishes of whoever has said nothing. */
export const unspoken = ({ quiet }: ChannelRules): Wishes => ({
  rhythms: { mail: 'each', sms: 'each', wechat: 'each' },
  quiet,
});

/** Wishes as they were stored; what does not read counts as unspoken. */
export function readWishes(stored: unknown, rules: ChannelRules): Wishes {
  const least = unspoken(rules);
  if (typeof stored !== 'object' || stored === null) return least;
  const { rhythms, quiet } = stored as { readonly rhythms?: unknown; readonly quiet?: unknown };
  const rhythmOf = (channel: Channel): Rhythm => {
    const said: unknown =
      typeof rhythms === 'object' && rhythms !== null ? Reflect.get(rhythms, channel) : null;
    return said === 'off' || said === 'each' || said === 'daily' ? said : least.rhythms[channel];
  };
  return {
    rhythms: { mail: rhythmOf('mail'), sms: rhythmOf('sms'), wechat: rhythmOf('wechat') },
    quiet: quiet === null ? null : isQuiet(quiet) ? quiet : least.quiet,
  };
}

const isQuiet = (value: unknown): value is Quiet =>
  typeof value === 'object' &&
  value !== null &&
  ['from', 'until'].every((end) => {
    const said: unknown = Reflect.get(value, end);
    return typeof said === 'string' && isClock(said);
  });

/** When somebody is told by a channel: never, at once, or together with others at an instant. */
export function whenToTell(
  kind: NoticeKind | null,
  channel: Channel,
  { rhythms, quiet }: Wishes,
  { digestAt, urgent }: ChannelRules,
  now: Date,
): 'never' | 'now' | Date {
  const rhythm = rhythms[channel];
  if (rhythm === 'off') return 'never';
  if (kind !== null && urgent.includes(kind)) return 'now';
  if (rhythm === 'daily') return nextTime(now, digestAt);
  return quietUntil(now, quiet) ?? 'now';
}
