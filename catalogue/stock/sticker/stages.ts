import { form, text } from '@zhitongche/form';
import type { Stages } from '@zhitongche/register';

const why = form({ why: { title: '作废', fields: { reason: text('原因', { max: 200, required: true }) } } });

/** From the shelf to a certificate, or to destruction by two persons; a used serial never comes back. */
export const stages: Stages = {
  first: 'in',
  list: {
    in: { label: '在库' },
    issued: { label: '领用' },
    used: { label: '已用', ends: true },
    void: { label: '作废' },
    pending: { label: '待销毁' },
    destroyed: { label: '已销毁', ends: true },
  },
  moves: [
    {
      key: 'issue',
      label: '领用',
      from: ['in'],
      to: 'issued',
      form: form({
        issue: { title: '领用', fields: { holder: text('领用人', { max: 40, required: true }) } },
      }),
      sets: (_row, { holder }) => ({ holder }),
    },
    { key: 'return', label: '退库', from: ['issued'], to: 'in', sets: () => ({ holder: '' }) },
    {
      key: 'use',
      label: '用于证书',
      from: ['in', 'issued'],
      to: 'used',
      form: form({
        use: { title: '用于证书', fields: { certificate: text('证书编号', { max: 60, required: true }) } },
      }),
      sets: (_row, { certificate }) => ({ certificate }),
    },
    {
      key: 'spoil',
      label: '作废',
      from: ['in', 'issued', 'used'],
      to: 'void',
      form: why,
      sets: (_row, { reason }) => ({ reason }),
      frees: true,
    },
    { key: 'list', label: '列入销毁', from: ['void'], to: 'pending' },
    { key: 'destroy', label: '销毁', from: ['pending'], to: 'destroyed', second: true },
  ],
};
