import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workOff } from '../../../../apps/server/testing/jobs.ts';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { submitted, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { bookable, bookings } from '../../../../catalogue/office/booking/index.ts';
import type { Service } from '@zhitongche/case';
import type { ProblemError } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import { keepRow, verifyKept } from '@zhitongche/register/server';

let t: TestOffice;
let hall = '';

/** What was settled stands until somebody revokes it. */
const STANDING: Service['flow']['steps'] = {
  standing: {
    kind: 'work',
    title: '已定',
    phase: '办结',
    who: { role: 'handler', at: 'division:outbound' },
    next: 'done',
    acts: [{ kind: 'advance', key: 'annul', label: '作废', to: 'annulled', effects: [{ do: 'revoke' }] }],
  },
  annulled: { kind: 'end', title: '已作废', phase: '办结', outcome: 'cancelled' },
};

/** The toy with a hall held once the unit has signed; the desk may settle it, refuse, or revoke what was issued. */
const holding: Service = {
  ...toyService,
  keeps: {
    hold: {
      register: 'booking',
      orders: (state) => [
        {
          row: 'enter',
          answers: {
            what: { id: hall, title: '' },
            subject: '会见代表团',
            day: '2026-03-04',
            from: `${String(8 + Number(state.answers.copies)).padStart(2, '0')}:00`,
            to: `${String(9 + Number(state.answers.copies)).padStart(2, '0')}:00`,
            repeat: 'once',
          },
        },
      ],
    },
    settle: { register: 'booking', orders: () => [{ row: 'move-held', move: 'confirm' }] },
  },
  flow: {
    ...toyService.flow,
    steps: Object.fromEntries(
      Object.entries({ ...toyService.flow.steps, ...STANDING }).map(([key, step]) => {
        if (step.kind !== 'work') return [key, step];
        const acts = step.acts.map((one) =>
          key === 'sign' && one.kind === 'agree'
            ? { ...one, effects: [{ do: 'keep' as const, keep: 'hold' }] }
            : one,
        );
        const more =
          key === 'review'
            ? [
                { kind: 'refuse' as const },
                {
                  kind: 'advance' as const,
                  key: 'settle',
                  label: '定下会见厅并办结',
                  to: 'done',
                  who: { role: 'handler' as const, at: 'division:outbound' as const },
                  effects: [{ do: 'keep' as const, keep: 'settle' }],
                },
                {
                  kind: 'advance' as const,
                  key: 'settle-for-now',
                  label: '定下会见厅',
                  to: 'standing',
                  who: { role: 'handler' as const, at: 'division:outbound' as const },
                  effects: [{ do: 'keep' as const, keep: 'settle' }],
                },
              ]
            : [];
        return [key, { ...step, acts: [...acts, ...more] }];
      }),
    ),
  },
};

beforeAll(async () => {
  t = await testOffice({ services: [holding], registers: [bookable, bookings] });
  const [room] = bookable.samples('2026-03-02');
  ({ id: hall } = await keepRow(t.app, await t.actor('handler'), {
    register: 'booking-resource',
    key: newId(),
    command: { act: 'enter', answers: room?.answers ?? {} },
  }));
});
afterAll(() => t.drop());

const stages = async (caseId: string) =>
  (
    await t.app.db.query<{ stage: string }>('select stage from kept_row where case_id = $1 order by id', [
      caseId,
    ])
  ).map(({ stage }) => stage);
const spans = async (caseId: string) =>
  (
    await t.app.db.query<{ n: number }>(
      'select count(*)::int as n from booking_span s join kept_row k on k.id = s.row_id where k.case_id = $1',
      [caseId],
    )
  )[0]?.n;
const filed = async (copies: number): Promise<string> => {
  const id = await submitted(t, 'toy', { subject: '会见代表团', copies });
  await takes(t, 'signer', id, { act: 'agree' });
  expect([await stages(id), await spans(id)]).toEqual([['held'], 1]);
  return id;
};

describe('a hall a case holds', () => {
  test('is free once the applicant gives the matter up', async () => {
    const id = await filed(1);
    await takes(t, 'filer', id, { act: 'cancel', opinion: '不再办理' });
    expect([await stages(id), await spans(id)]).toEqual([['cancelled'], 0]);
  });

  test('is free once the desk refuses, and whoever waited for it is offered it', async () => {
    const id = await filed(2);
    const answers = {
      what: { id: hall, title: '' },
      subject: '候补的会',
      day: '2026-03-04',
      from: '10:00',
      to: '11:00',
      repeat: 'once',
    };
    const waits = await keepRow(t.app, await t.actor('window'), {
      register: 'booking',
      key: newId(),
      command: { act: 'enter', stage: 'waiting', answers },
    });
    await takes(t, 'handler', id, { act: 'refuse', opinion: '不同意' });
    expect([await stages(id), await spans(id)]).toEqual([['cancelled'], 0]);
    const [row] = await t.app.db.query<{ stage: string }>('select stage from kept_row where id = $1', [
      waits.id,
    ]);
    expect(row?.stage).toBe('held');
  });

  test('is free once the matter is completed without having settled it', async () => {
    const id = await filed(4);
    await takes(t, 'handler', id, { act: 'agree' });
    await workOff(t.app);
    expect([await stages(id), await spans(id)]).toEqual([['cancelled'], 0]);
  });

  test('stays where the matter is completed and the hall settled', async () => {
    const id = await filed(5);
    await takes(t, 'handler', id, { act: 'settle' });
    expect([await stages(id), await spans(id)]).toEqual([['confirmed'], 1]);
  });

  test('is free once what was settled is revoked, in the commit that revokes it', async () => {
    const id = await filed(7);
    await takes(t, 'handler', id, { act: 'settle-for-now' });
    expect([await stages(id), await spans(id)]).toEqual([['confirmed'], 1]);
    await takes(t, 'handler', id, { act: 'annul' });
    // No job has run.
    expect([await stages(id), await spans(id)]).toEqual([['cancelled'], 0]);
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  });

  test('is held once, also where the unit signs again after a return', async () => {
    const id = await filed(6);
    await takes(t, 'handler', id, { act: 'return', opinion: '请补充', to: 'sign' });
    await takes(t, 'signer', id, { act: 'agree' });
    expect([await stages(id), await spans(id)]).toEqual([['held'], 1]);
  });

  test('refuses the act of a second case that wants it at that hour, and writes nothing', async () => {
    const id = await submitted(t, 'toy', { subject: '另一个团', copies: 5 });
    const refused = await takes(t, 'signer', id, { act: 'agree' }).catch((error: ProblemError) => error);
    expect(refused).toMatchObject({ code: 'booking.taken' });
    expect(await stages(id)).toEqual([]);
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  });
});
