import { type GivenStages, move } from '@zhitongche/register';

/** From the shelf to a certificate, or to destruction by two persons; a used serial never comes back. */
export const stages: GivenStages = {
  list: {
    in: '在库',
    issued: '领用',
    used: { label: '已用', ends: true },
    void: '作废',
    pending: '待销毁',
    destroyed: { label: '已销毁', ends: true },
  },
  moves: [
    move('issue', '领用', 'in', 'issued', { asks: ['holder'] }),
    move('return', '退库', 'issued', 'in', { clears: ['holder'] }),
    move('use', '用于证书', ['in', 'issued'], 'used', { asks: ['certificate'] }),
    move('spoil', '作废', ['in', 'issued', 'used'], 'void', { asks: ['reason'], frees: true }),
    move('list', '列入销毁', 'void', 'pending'),
    move('destroy', '销毁', 'pending', 'destroyed', { second: true }),
  ],
};
