import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { grantMac, officeRoleMac } from '@zhitongche/account/server';
import { notices } from '@zhitongche/case/server';
import { newId } from '@zhitongche/host';
import { toyKeys } from '../../testing/toy-register.ts';
import { keepRow } from './keep-row.ts';
import { askPublic } from './public-row.ts';
import { remindOfRows } from './remind.ts';
import { verifyKept } from './verify-kept.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ registers: [toyKeys] });
});
afterAll(() => t.drop());

const enter = async (answers: object): Promise<string> =>
  (
    await keepRow(t.app, await t.actor('handler'), {
      register: 'toy-keys',
      key: newId(),
      command: { act: 'enter', answers: answers as never },
    })
  ).id;
const messages = async (id: string): Promise<readonly string[]> =>
  (await t.app.db.query<{ text: string }>('select text from notice where row_id = $1 order by id', [id])).map(
    ({ text }) => text,
  );

describe('a day of a row that must not be missed', () => {
  it('is told thirty and seven days before and on the day, once each, however many nodes look', async () => {
    t.at('2026-03-02');
    await t.actor('handler');
    await t.actor('window');
    const id = await enter({ tag: 'W-1', room: '到期室', kind: 'door', until: '2026-04-10' });
    const looked = async (day: string) => {
      t.at(day);
      await Promise.all([remindOfRows(t.app), remindOfRows(t.app), remindOfRows(t.app)]);
      return (await messages(id)).length;
    };
    expect(await looked('2026-03-10')).toBe(0);
    expect(await looked('2026-03-11')).toBe(1);
    expect(await looked('2026-03-12')).toBe(1);
    expect(await looked('2026-04-03')).toBe(2);
    expect(await looked('2026-04-10')).toBe(3);
    expect(await looked('2026-05-10')).toBe(3);
    expect(await messages(id)).toEqual([
      '钥匙“W-1 到期室”30天后（2026-04-10）钥匙到期',
      '钥匙“W-1 到期室”7天后（2026-04-10）钥匙到期',
      '钥匙“W-1 到期室”今天钥匙到期',
    ]);
  });

  it('missed while nothing ran is told once, as it stands now', async () => {
    t.at('2026-03-02');
    const id = await enter({ tag: 'W-2', room: '停机室', kind: 'door', until: '2026-03-20' });
    t.at('2026-03-25');
    await remindOfRows(t.app);
    await remindOfRows(t.app);
    expect(await messages(id)).toEqual(['钥匙“W-2 停机室”已于2026-03-20钥匙到期，过了5天']);
  });

  it('leads whoever is told to the row', async () => {
    t.at('2026-03-02');
    const id = await enter({ tag: 'W-3', room: '带路室', kind: 'door', until: '2026-03-05' });
    await remindOfRows(t.app);
    const { items } = await notices(t.app, await t.actor('handler'), undefined);
    expect(items.find(({ text }) => text.includes('W-3'))).toMatchObject({
      case: null,
      row: { register: 'toy-keys', id },
    });
  });

  it('is told to whoever keeps by a role of the office’s own, and to nobody by a right written past the program', async () => {
    t.at('2026-03-02');
    const person = async (name: string, role: string, sound: boolean) => {
      const id = newId();
      const org = t.orgs.outbound;
      await t.base.owner.query(
        `insert into person (office, id, username, name, org, password, must_change_password, password_changed_at, totp_confirmed)
         values ($1, $2, $3, $4, $5, 'none', false, '2026-03-01', true)`,
        [t.office, id, `p-${id}`, name, org],
      );
      const grant = { office: t.office, id: newId(), person: id, role, org, status: 'active' };
      await t.base.owner.query(
        `insert into role_grant (office, id, person, role, org, status, asked_by, mac) values ($1, $2, $3, $4, $5, 'active', $3, $6)`,
        [t.office, grant.id, id, role, org, sound ? grantMac(t.app.keys, grant) : '0'.repeat(64)],
      );
      return id;
    };
    const own = {
      office: t.office,
      role: 'own-keys',
      label: '钥匙管理员',
      codes: ['handler'],
      status: 'active',
    };
    await t.base.owner.query(
      'insert into office_role (office, role, label, codes, status, mac) values ($1, $2, $3, $4, $5, $6)',
      [...Object.values(own), officeRoleMac(t.app.keys, own)],
    );
    const keeper = await person('自设角色', 'own-keys', true);
    const forged = await person('伪造权限', 'handler', false);
    const id = await enter({ tag: 'W-9', room: '自设室', kind: 'door', until: '2026-03-09' });
    t.at('2026-03-09');
    await remindOfRows(t.app);
    const told = await t.app.db.query<{ person: string }>('select person from notice where row_id = $1', [
      id,
    ]);
    expect(told.map((one) => one.person)).toContain(keeper);
    expect(told.map((one) => one.person)).not.toContain(forged);
  });
});

describe('a stranger who asks', () => {
  it('is told what is public of a thing whose number and date he knows, and nothing of any other', async () => {
    await enter({ tag: 'P-9', room: '对外室', kind: 'door', until: '2027-06-30', holder: '顾思齐' });
    const ask = (given: Record<string, string>, register = 'toy-keys') =>
      askPublic(t.app, t.office, register, given);
    expect(await ask({ tag: 'p-9 ', until: '2027-06-30' })).toEqual({
      found: true,
      name: '钥匙',
      stage: '有效',
      stageEn: '',
      facts: [
        { label: '编号', en: '', value: 'P-9' },
        { label: '种类', en: '', value: '门' },
      ],
    });
    const wrong = await ask({ tag: 'P-9', until: '2027-07-01' });
    expect(wrong).toEqual(await ask({ tag: 'P-8', until: '2027-06-30' }));
    expect(wrong).toEqual(await ask({ tag: 'P-9' }));
    expect(wrong.found).toBe(false);
  });
});

describe('a row changed past the program', () => {
  const broken = async (sql: string, values: readonly unknown[]): Promise<readonly string[]> => {
    await t.base.owner.query(sql, values);
    return (await verifyKept(t.app, t.office)).broken;
  };

  it('is found: a field, a stage, a deleted row, a cut story, a wrong count', async () => {
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
    const id = await enter({ tag: 'V-1', room: '查核室', kind: 'door', until: '2027-01-01' });
    const other = await enter({ tag: 'V-2', room: '查核乙', kind: 'door', until: '2027-01-01' });
    const gone = await enter({ tag: 'V-3', room: '查核丙', kind: 'door', until: '2027-01-01' });
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
    const field = await broken(
      `update kept_row set state = jsonb_set(state, '{answers,room}', '"别处"') where id = $1`,
      [id],
    );
    expect(field.join()).toContain('“房间”与按记录重放的结果不同');
    const stage = await broken(`update kept_row set stage = 'out' where id = $1`, [other]);
    expect(stage.join()).toContain('在列表里的阶段与内容不符');
    await t.base.owner.query('delete from kept_event where row_id = $1', [gone]);
    expect((await broken('delete from kept_row where id = $1', [gone])).join()).toContain(
      `台账条目 ${gone} 的第 1 条记录已不存在，审计记有它`,
    );
    const forged = await broken(
      `update kept_event set body = jsonb_set(body, '{answers,room}', '"别处"') where row_id = $1`,
      [id],
    );
    expect(forged.join()).toContain('内容与其摘要不符');
  });
});
