import type { SweepOptions } from '@zhitongche/case';
import { variants as current } from '../variants.ts';
import { asFiledThen } from './sample.ts';

/** The ways through version 1: those of the current one with the answers as they were filed then. */
export const variants: NonNullable<SweepOptions['variants']> = Object.fromEntries(
  Object.entries(current).map(([name, { corrected: _corrected, ...variant }]) => [
    name,
    { ...variant, answers: variant.answers ? asFiledThen({ ...variant.answers }) : {} },
  ]),
);
