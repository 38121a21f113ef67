import type { IconName } from '@zhitongche/ui';

/** One way through a shell. */
export interface NavItem {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
  /** Shown as a number beside the word when above zero. */
  readonly count?: number | undefined;
  /** True when only the exact address counts as here. */
  readonly exact?: boolean;
  /** False = not on the phone's bottom bar, which holds five; `only` = nowhere else. */
  readonly bar?: boolean | 'only';
}
