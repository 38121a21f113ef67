import type { Me } from '../../api/types.ts';
import type { IconName } from '../../ui/Icon.tsx';

/** A way a room adds to the desk's navigation, among the rarer ones. */
export interface DeskWay {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
  /** What it leads to, in a few words, where there is room for them. */
  readonly note: string;
  readonly shown: (me: Pick<Me, 'grants'>) => boolean;
}

const ways: DeskWay[] = [];

/** Adds a way; the same address twice is a bug and throws. */
export const addDeskWay = (way: DeskWay): void => {
  if (ways.some(({ to }) => to === way.to)) throw new Error(`The desk leads to ${way.to} twice`);
  ways.push(way);
};

/** Ways of the rooms that somebody is shown, in the order they were added. */
export const deskWays = (me: Pick<Me, 'grants'>): readonly DeskWay[] => ways.filter((way) => way.shown(me));
