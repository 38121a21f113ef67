import type { At } from '@zhitongche/base';
import { pathOf } from './at.ts';

const FRAMES = 30;

/** Puts focus on the input at a path, or on the nearest thing around it, as soon as it is on the page; then calls `arrived`. */
export const focusAt = (at: At, arrived: () => void = () => {}): void => {
  let left = FRAMES;
  const seek = (): void => {
    const exact = document.getElementById(pathOf(at));
    left -= 1;
    if (!exact && left > 0) {
      requestAnimationFrame(seek);
      return;
    }
    const found = exact ?? document.getElementById(String(at[0]));
    found?.focus();
    found?.scrollIntoView({ block: 'center' });
    arrived();
  };
  requestAnimationFrame(seek);
};
