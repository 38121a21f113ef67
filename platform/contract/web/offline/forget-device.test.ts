import { expect, test } from 'vitest';
import { device } from './device.ts';
import { forgetDevice } from './forget-device.ts';
import { own } from './own-store.ts';
import type { QueuedAct, QueuedStatus } from './queued-act.ts';

const act = (key: string, status: QueuedStatus): QueuedAct => ({
  key,
  account: 'wang',
  case: 'case-1',
  revision: 3,
  command: { act: 'agree' },
  title: '赴日团组',
  label: '同意',
  at: '2026-03-02T01:00:00Z',
  status,
  attempts: 1,
});

test.each([
  ['at log-out', true],
  ['when the server knows the session no more', false],
])(
  '%s the cases read here and the decisions answered are gone; a decision not sent yet stays for its person',
  async (_, left) => {
    const { shelf, outbox } = await device();
    own.open('wang');
    own.write('draft', 'wang', 'case-1', { answers: { name: '柯采薇' } });
    await shelf.put('wang', 'case-1', { value: { title: '赴日团组' }, savedAt: '2026-03-02T01:00:00Z' });
    for (const one of [act('k1', 'waiting'), act('k2', 'sent'), act('k3', 'refused')]) await outbox.put(one);
    await forgetDevice(left);
    expect(await shelf.get('wang', 'case-1')).toBeUndefined();
    expect((await outbox.list()).map(({ key }) => key)).toEqual(['k1']);
    own.open('li');
    expect(own.read('draft', 'wang', 'case-1')).toBeNull();
  },
);
