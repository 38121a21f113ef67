import type { KeepDef, Service } from '@zhitongche/case';
import { dayInShanghai } from '@zhitongche/base';
import { LEDGER } from './basis.ts';
import { readRequest } from './form.ts';
import { recordOf } from './forms.ts';

/** What the register learns: entered at its receipt, then its course, its answer or its end. */
const orders: KeepDef['orders'] = (state, { caseNumber, today }) => {
  const find = { number: caseNumber };
  const received = state.records['receipt'] ?? [];
  const { kind = 'other', what = '' } = readRequest(state.answers);
  const { channel = null, receivedOn = today } = recordOf(state, 'receipt');
  const course = {
    ...(channel === null ? {} : { channel }),
    receivedOn,
    corrected: state.flags.includes('corrected'),
    extended: state.flags.includes('extended'),
    ...(state.promise ? { due: state.promise.due } : {}),
  };
  if (received.length === 0) return [];
  if (state.status === 'cancelled') return [{ row: 'move', find, move: 'withdraw' }];
  if (state.step === 'issuing') {
    const { outcome = 'other' } = recordOf(state, 'answer');
    const answeredOn = dayInShanghai(state.path.find(({ step }) => step === 'issuing')?.at ?? '') || today;
    // The day moved with the pauses: it comes with the answer.
    const due = state.promise ? { due: state.promise.due } : {};
    return [{ row: 'move', find, move: 'answer', data: { outcome, answeredOn, ...due } }];
  }
  // Registered once more after a correction, or a day that was put off.
  if (received.length > 1 || state.flags.includes('extended'))
    return [{ row: 'edit', find, answers: course }];
  return [{ row: 'enter', answers: { ...find, kind, what, ...course } }];
};

/** The register of requests, written in the commit of the act. */
export const keeps: NonNullable<Service['keeps']> = { ledger: { register: LEDGER, orders } };
