import { onePage, text } from '@zhitongche/form';
import { type GivenStages, move, tooLateToCancel } from '@zhitongche/register';
import { RULE, slot } from './slot.ts';

const why = onePage('取消', { reason: text('原因', { max: 200, required: true }) });

/** Held until it is confirmed, used or given up; who waits is offered what becomes free. */
export const stages: GivenStages = {
  first: 'held',
  list: {
    held: '预留',
    confirmed: '已定',
    waiting: '候补',
    used: { label: '已用', ends: true },
    absent: { label: '未到', ends: true },
    cancelled: { label: '已取消', ends: true },
    lapsed: { label: '已过时', ends: true },
  },
  moves: [
    move('confirm', '确认', 'held', 'confirmed'),
    move('wait', '转为候补', 'held', 'waiting'),
    move('offer', '候补到位', 'waiting', 'held'),
    move('lapse', '过时放开', 'held', 'lapsed'),
    move('check-in', '扫码签到', ['confirmed', 'held'], 'used', {
      roles: [],
      form: onePage('签到', {
        at: text('签到时间', { max: 20, required: true, width: 6 }),
        arrived: text('送达时间', { max: 20, required: true, width: 6 }),
      }),
      sets: (_row, { at, arrived }) => ({ signedIn: at, arrived }),
    }),
    move('come', '已到', 'confirmed', 'used'),
    move('release', '办件结束，放开', ['held', 'confirmed', 'waiting'], 'cancelled', {
      roles: [],
    }),
    move('no-show', '未到', 'confirmed', 'absent'),
    move('cancel', '取消', ['held', 'confirmed', 'waiting'], 'cancelled', {
      form: why,
      needs: tooLateToCancel(slot, 'confirmed', RULE),
    }),
  ],
};
