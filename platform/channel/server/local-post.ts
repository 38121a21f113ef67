import { setTimeout as pause } from 'node:timers/promises';
import type { Channel } from '@zhitongche/channel';
import type { Carriers, Delivered, Handover, Letter } from '@zhitongche/core/server';

/** The stand-in for the world outside: takes every message, keeps the newest, and shows them. */
export interface LocalPost {
  readonly carriers: Carriers;
  /** Newest first. */
  delivered(): readonly Delivered[];
}

/** Ways to fail on demand, by what stands behind the `+` of a mail address or at the end of a number. */
export type Mood = 'slow' | 'wrong' | 'later' | 'twice' | 'never';
const MOODS: readonly Mood[] = ['slow', 'wrong', 'later', 'twice', 'never'];
const KEPT = 300;

/** How the stand-in treats an address: `li+wrong@…`, or a number that ends in 0001 (slow) to 0005 (never). */
export function moodOf(to: string): Mood | undefined {
  const named = MOODS.find((mood) => to.includes(`+${mood}@`));
  return named ?? MOODS[Number(/000([1-5])$/.exec(to)?.[1] ?? 0) - 1];
}

/** Makes the stand-in; `patience` = milliseconds until somebody who never answers counts as silent. */
export function localPost(clock: () => Date, patience = 15_000): LocalPost {
  let kept: readonly Delivered[] = [];
  const take = (channel: Channel, letter: Letter): Handover => {
    kept = [{ ...letter, channel, at: clock() }, ...kept].slice(0, KEPT);
    return { state: 'handed-over', proof: '演示环境收下，没有真的发出' };
  };
  const carrier = (channel: Channel) => ({
    via: '演示信箱',
    async send(letter: Letter): Promise<Handover> {
      const mood = moodOf(letter.to);
      if (mood === 'wrong') return { state: 'refused', problem: '550 地址不存在（演示）' };
      if (mood === 'later') return { state: 'later', problem: '451 请稍后再试（演示）' };
      if (mood === 'slow' || mood === 'never') await pause(mood === 'slow' ? patience / 5 : patience);
      if (mood === 'never') return { state: 'later', problem: '没有应答（演示）' };
      // Taken, and the answer lost on its way back.
      if (mood === 'twice' && !kept.some(({ id }) => id === letter.id)) {
        take(channel, letter);
        return { state: 'later', problem: '连接中断（演示）' };
      }
      return take(channel, letter);
    },
  });
  return {
    carriers: { mail: carrier('mail'), sms: carrier('sms'), wechat: carrier('wechat') },
    delivered: () => kept,
  };
}
