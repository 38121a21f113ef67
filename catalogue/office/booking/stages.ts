import { form, text } from '@zhitongche/form';
import { type Stages, tooLateToCancel } from '@zhitongche/register';
import { RULE, slot } from './slot.ts';

const why = form({ why: { title: '取消', fields: { reason: text('原因', { max: 200, required: true }) } } });

/** Held until it is confirmed, used or given up; who waits is offered what becomes free. */
export const stages: Stages = {
  first: 'held',
  list: {
    held: { label: '预留' },
    confirmed: { label: '已定' },
    waiting: { label: '候补' },
    used: { label: '已用', ends: true },
    absent: { label: '未到', ends: true },
    cancelled: { label: '已取消', ends: true },
    lapsed: { label: '已过时', ends: true },
  },
  moves: [
    { key: 'confirm', label: '确认', from: ['held'], to: 'confirmed' },
    { key: 'wait', label: '转为候补', from: ['held'], to: 'waiting' },
    { key: 'offer', label: '候补到位', from: ['waiting'], to: 'held' },
    { key: 'lapse', label: '过时放开', from: ['held'], to: 'lapsed' },
    {
      key: 'check-in',
      label: '扫码签到',
      from: ['confirmed', 'held'],
      to: 'used',
      roles: [],
      form: form({
        door: {
          title: '签到',
          fields: {
            at: text('签到时间', { max: 20, required: true, width: 6 }),
            arrived: text('送达时间', { max: 20, required: true, width: 6 }),
          },
        },
      }),
      sets: (_row, { at, arrived }) => ({ signedIn: at, arrived }),
    },
    { key: 'come', label: '已到', from: ['confirmed'], to: 'used' },
    {
      key: 'release',
      label: '办件结束，放开',
      from: ['held', 'confirmed', 'waiting'],
      to: 'cancelled',
      roles: [],
    },
    { key: 'no-show', label: '未到', from: ['confirmed'], to: 'absent' },
    {
      key: 'cancel',
      label: '取消',
      from: ['held', 'confirmed', 'waiting'],
      to: 'cancelled',
      form: why,
      needs: tooLateToCancel(slot, 'confirmed', RULE),
    },
  ],
};
