import type { Service } from '@zhitongche/case';
import { form, identifier } from '@zhitongche/form';
import { verifyAll } from '@zhitongche/proof/server';
import { register } from '@zhitongche/register/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workOff } from '../../../../apps/server/testing/jobs.ts';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { sealedAll } from '../../../../apps/server/testing/settled.ts';
import { submitted, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { caseView } from '../query/case-view.ts';

const [certificates] = toyService.registers;
if (!certificates) throw new Error('the toy keeps a register of certificates');

/** The toy whose holder's number may be put right after the end: by the handler, agreed to by the head of division. */
const amendable: Service = {
  ...toyService,
  forms: {
    number: {
      title: '证件号码更正',
      form: form({
        number: {
          title: '证件号码更正',
          fields: { citizenId: identifier('citizen-id', '身份证号', { sensitivity: 'sensitive' }) },
        },
      }),
    },
  },
  amends: {
    form: 'number',
    label: '更正证件号码',
    who: { role: 'handler', at: 'division:outbound' },
    second: [{ role: 'division-head', at: 'division:outbound' }],
    effects: [{ do: 'register', register: 'certificates' }],
  },
  registers: [
    {
      ...certificates,
      rows: (state, context) =>
        certificates.rows(state, context).map((row) => ({
          ...row,
          citizenId: state.records.number?.at(-1)?.data.citizenId ?? row.citizenId ?? '',
        })),
    },
  ],
};

const WRONG = '11010519491231002X';
const RIGHT = '440524188001010014';
let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [amendable] });
});
afterAll(() => t.drop());

const closedAt = async (id: string) =>
  (
    await t.base.owner.query<{ closed_at: Date; status: string }>(
      'select closed_at, status from case_file where id = $1',
      [id],
    )
  )[0];

test('what was recorded is corrected after the end: by two persons, sealed, audited, and the day it ended stays', async () => {
  const id = await submitted(t, 'toy', { subject: '更正', copies: 1, citizenId: WRONG });
  await takes(t, 'signer', id, { act: 'agree' });
  await takes(t, 'handler', id, { act: 'agree' });
  await workOff(t.app);
  const ended = await closedAt(id);
  expect(ended?.status).toBe('completed');

  t.at('2026-03-09');
  await takes(t, 'handler', id, { act: 'amend', opinion: '号码录错', data: { citizenId: RIGHT } });
  const [stored] = await t.base.owner.query<{ text: string }>(
    `select state::text || (select string_agg(body::text, '') from case_event e where e.case_id = f.id) as text
     from case_file f where id = $1`,
    [id],
  );
  expect(stored?.text).not.toContain(RIGHT);
  const waiting = await caseView(t.app, await t.actor('division-head'), id);
  expect(waiting.acts.map(({ act }) => act)).toEqual(['endorse', 'overrule']);
  expect(waiting.state.amending).toMatchObject({ reason: '号码录错', form: 'number' });
  await takes(t, 'division-head', id, { act: 'endorse' });
  await workOff(t.app);

  expect(await closedAt(id)).toEqual(ended);
  const { items } = await register(t.app, await t.actor('passport-officer'), 'certificates', {});
  expect(items.map(({ citizenId }) => citizenId)).toEqual([RIGHT]);
  const lines = await t.base.owner.query<{ action: string }>(
    `select action from audit where object = $1 and action in ('case.amend', 'case.endorse') order by at, action`,
    [`case:${id}`],
  );
  expect(lines.map(({ action }) => action)).toEqual(['case.amend', 'case.endorse']);
  await sealedAll(t.app, t.office);
  expect((await verifyAll(t.app))[0]?.broken).toEqual([]);
});

test('of a case whose personal data went when its term was over nothing is corrected any more', async () => {
  const id = await submitted(t, 'toy', { subject: '到期', copies: 1, citizenId: WRONG });
  await takes(t, 'signer', id, { act: 'agree' });
  await takes(t, 'handler', id, { act: 'agree' });
  await workOff(t.app);
  const acts = async () => (await caseView(t.app, await t.actor('handler'), id)).acts.map(({ act }) => act);
  expect(await acts()).toEqual(['amend']);
  await t.base.owner.query("update case_file set salt = '' where id = $1", [id]);
  expect(await acts()).toEqual([]);
});
