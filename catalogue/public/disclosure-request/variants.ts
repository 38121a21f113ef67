import type { SweepOptions } from '@zhitongche/case';
import { OUTCOMES, type Reply } from './outcomes.ts';

/** One walk to each of the answers. */
export const variants: NonNullable<SweepOptions['variants']> = Object.fromEntries(
  Object.entries(OUTCOMES).map(
    ([outcome, { reply }]): readonly [Reply, NonNullable<SweepOptions['variants']>[string]] => [
      reply,
      {
        data: {
          receipt: { channel: 'net', receivedOn: '2026-03-02' },
          answer: { outcome, text: '答复内容。' },
        },
      },
    ],
  ),
);
