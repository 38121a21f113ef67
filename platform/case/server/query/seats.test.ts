import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { delegationMac } from '@zhitongche/account/server';
import { checkConfig } from '../../../administration/server/config-check.ts';
import { seatsAhead } from '../../../administration/server/seats-ahead.ts';
import { newId } from '@zhitongche/host';
import { type Door, openDoor } from '../../../../apps/server/testing/door.ts';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { submitted, takes } from '../../../../apps/server/testing/story.ts';
import { createCase } from '../usecase/create-case.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';

let t: TestOffice;
let door: Door;
beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  door = await openDoor(t);
  for (const cast of ['filer', 'signer', 'handler'] as const) await t.actor(cast);
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

const lines = async () => (await seatsAhead(t.app, await t.actor('security-admin'))).lines;
const shown = async () =>
  (await lines()).map(({ kind, steps, from, persons }) =>
    [kind, steps.join(), from, persons.join()].join(' '),
  );
const caseSays = async (id: string, cast: Cast) =>
  (await door.call(cast, 'caseSeats', { params: { case: id } })).json as readonly {
    readonly kind: string;
    readonly message: string;
    readonly todo: string;
  }[];
const away = async (cast: Cast, to: Cast, from: string, until: string, byProgram = true) => {
  const id = newId();
  const [from_person, to_person] = [(await t.actor(cast)).id, (await t.actor(to)).id];
  const row = {
    office: t.office,
    id,
    from_person,
    to_person,
    from_day: from,
    until_day: until,
    ended: false,
  };
  await t.base.owner.query(
    `insert into delegation (office, id, from_person, to_person, from_day, until_day, mac) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      t.office,
      id,
      from_person,
      to_person,
      from,
      until,
      byProgram ? delegationMac(t.app.keys, row) : '0'.repeat(64),
    ],
  );
  return async () => {
    await t.base.owner.query('update delegation set ended_at = now() where office = $1 and id = $2', [
      t.office,
      id,
    ]);
  };
};
const account = async (cast: Cast, column: 'status' | 'expires', value: string | null) => {
  await t.base.owner.query(`update person set ${column} = $3 where office = $1 and id = $2`, [
    t.office,
    (await t.actor(cast)).id,
    value,
  ]);
};

describe('an administrator sees seats before a case stands at them', () => {
  it('nothing where every seat of every unit that files has its holder, and the check of operation is green', async () => {
    expect(await shown()).toEqual([]);
    const check = await checkConfig(t.app, await t.actor('system-admin'), {
      https: true,
      peer: '',
      named: true,
    } as never);
    expect(check.find(({ item }) => item === '席位')).toMatchObject({ ok: true });
  });

  it('a seat that will be empty when an account runs out, with the day', async () => {
    await account('handler', 'expires', '2026-03-10');
    expect(await shown()).toEqual(['empty 审核,出证 2026-03-11 ']);
    await account('handler', 'expires', null);
  });

  it('an absence that begins later and leaves the seat to the applicant', async () => {
    const end = await away('handler', 'filer', '2026-03-16', '2026-03-20');
    const handler = (await t.actor('handler')).name;
    expect(await shown()).toEqual([`away 审核,出证 2026-03-16 ${handler}`]);
    expect((await lines())[0]?.message).toContain('至2026-03-20');
    await end();
  });

  it('only the units it would meet, and the check of operation turns red', async () => {
    await t.actor('filer@other');
    expect((await lines()).map(({ kind, steps, units }) => [kind, steps, units])).toEqual([
      ['empty', ['单位签批'], { count: 1, some: ['某某省科学技术厅'] }],
    ]);
    const check = await checkConfig(t.app, await t.actor('system-admin'), {
      https: true,
      peer: '',
      named: true,
    } as never);
    expect(check.find(({ item }) => item === '席位')).toMatchObject({ ok: false });
    await t.actor('signer@other');
    expect(await shown()).toEqual([]);
  });

  it('a right somebody wrote behind the application’s back fills no seat', async () => {
    const handler = await t.actor('handler');
    const forge = 'update role_grant set mac = $3 where office = $1 and person = $2 returning id';
    const [before] = await t.base.owner.query<{ mac: string }>(
      'select mac from role_grant where office = $1 and person = $2',
      [t.office, handler.id],
    );
    await t.base.owner.query(forge, [t.office, handler.id, '0'.repeat(64)]);
    expect(await shown()).toEqual(['empty 审核,出证 2026-03-02 ']);
    await t.base.owner.query(forge, [t.office, handler.id, before?.mac]);
  });
});

describe('an arrangement written behind the application’s back', () => {
  it('sends nobody away and lets nobody stand in', async () => {
    const end = await away('handler', 'filer', '2026-03-16', '2026-03-20', false);
    expect(await shown()).toEqual([]);
    await end();
  });
});

describe('a case at such a seat shows what to do', () => {
  it('nothing while somebody can take it; then what is wrong and whom to ask', async () => {
    const id = await submitted(t, 'toy', { subject: '空缺', copies: 1 });
    await takes(t, 'signer', id, { act: 'agree' });
    expect(await caseSays(id, 'signer')).toEqual([]);
    await account('handler', 'status', 'disabled');
    const said = await caseSays(id, 'window');
    expect(said).toMatchObject([{ kind: 'empty', message: '“审核”无人可办：出国审批处没有在用的经办人。' }]);
    expect(said[0]?.todo).toContain('安全管理员');
    await account('handler', 'status', 'active');
    expect(await caseSays(id, 'window')).toEqual([]);
  });

  it('while it is still being filled in, the clerk learns which seat of the own unit has nobody, and whom to ask', async () => {
    const filer = await t.actor('filer@cityUnit');
    const { id } = await createCase(t.app, filer, { key: newId(), service: 'toy' });
    const said = await caseSays(id, 'filer@cityUnit');
    expect(said.map(({ kind, message }) => [kind, message])).toEqual([
      ['empty', '“单位签批”无人可办：某某市商务局没有在用的单位签批人。'],
    ]);
    expect(said[0]?.todo).toContain('请安全管理员把某某市商务局的“单位签批人”授予一人');
    await t.actor('signer@cityUnit');
    expect(await caseSays(id, 'filer@cityUnit')).toEqual([]);
  });

  it('the applicant learns that it stands still and whom to call, not who is away', async () => {
    const id = await submitted(t, 'toy', { subject: '外出', copies: 1 });
    await takes(t, 'signer', id, { act: 'agree' });
    const end = await away('handler', 'filer', '2026-03-02', '2026-03-06');
    const [told, ...more] = await caseSays(id, 'filer');
    expect(more).toEqual([]);
    expect(told?.message).toContain('不会自动通过');
    expect(JSON.stringify(told)).not.toContain((await t.actor('handler')).name);
    expect((await caseSays(id, 'window'))[0]?.message).toContain((await t.actor('handler')).name);
    await end();
  });
});
