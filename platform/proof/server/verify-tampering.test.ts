import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHAIN_START, fold, type StoredEvent } from '@zhitongche/case';
import { linkEvent } from '../../case/model/chain.ts';
import { sm3Hex } from '@zhitongche/formats';
import { addDelegation } from '../../account/server/delegations.ts';
import { login } from '../../account/server/login.ts';
import { makeSessions } from '@zhitongche/account/server';
import { createAccount } from '../../administration/server/accounts.ts';
import { addPolicy } from '../../administration/server/policies.ts';
import type { App } from '@zhitongche/core/server';
import { markAdoption, writeAudit } from '@zhitongche/audit/server';
import { stripState } from '@zhitongche/case/server';
import { localBlobs } from '@zhitongche/file/server';
import { workOff } from '../../../apps/server/testing/jobs.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { sealedAll } from '../../../apps/server/testing/settled.ts';
import { freshKey, submitted, takes } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { sayVerified } from '../../../apps/server/src/cli/verify.ts';
import { verifyAll } from './verify-all.ts';
import { verifyByCode } from '@zhitongche/document/server';

let t: TestOffice;
let app: App;
let folder = '';
let caseId = '';
let number = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tampering-'));
  t = await testOffice({ services: [toyService], config: { dataDir: folder } });
  app = { ...t.app, blobs: await localBlobs(join(folder, 'files'), t.app.keys) };
  Object.assign(t, { app });
  await markAdoption(app.keys, t.base.owner.query, t.office, 'close', app.clock());
  caseId = await submitted(t, 'toy', { subject: '海南考察', copies: 1, holder: '甲' });
  await takes(t, 'signer', caseId, { act: 'agree', opinion: '同意' });
  await takes(t, 'handler', caseId, { act: 'agree' });
  await workOff(app);
  await sealedAll(app, t.office);
  number =
    (await t.base.owner.query<{ number: string }>('select number from case_file where id = $1', [caseId]))[0]
      ?.number ?? '';
}, 120_000);
afterAll(async () => {
  await t.drop();
  await rm(folder, { recursive: true, force: true });
});

const broken = async (): Promise<readonly string[]> => (await verifyAll(app))[0]?.broken ?? [];

/** Keeps a table, lets the owner of the database do something, walks over everything, and puts the table back. */
async function after(tables: readonly string[], tamper: () => Promise<void>): Promise<readonly string[]> {
  const { query } = t.base.owner;
  const own = join(folder, 'anchors');
  const anchors = await Promise.all(
    (await readdir(own)).map(async (name) => ({ name, bytes: await readFile(join(own, name)) })),
  );
  for (const table of tables) await query(`create table kept_${table} as table ${table}`);
  try {
    await tamper();
    return await broken();
  } finally {
    for (const { name, bytes } of anchors) await writeFile(join(own, name), bytes);
    // As a restore does it: no trigger takes part.
    for (const table of tables)
      await query(
        `set session_replication_role = replica; delete from ${table}; insert into ${table} select * from kept_${table};
         drop table kept_${table}; set session_replication_role = origin`,
      );
  }
}

/** Writes another word into what was decided, and makes chain, head and state fit it. */
async function rewrite(): Promise<string> {
  const { query } = t.base.owner;
  const rows = await query<Omit<StoredEvent, 'at'> & { at: Date }>(
    'select seq, at, zone, doer, body, prev, digest from case_event where case_id = $1 order by seq',
    [caseId],
  );
  let head = CHAIN_START;
  const events = rows.map((row): StoredEvent => {
    const body = row.body.type === 'decided' ? { ...row.body, opinion: '不同意' } : row.body;
    const linked = linkEvent(head, { ...row, at: row.at.toISOString(), body }, sm3Hex);
    head = linked.digest;
    return linked;
  });
  for (const { seq, body, prev, digest } of events)
    await query('update case_event set body = $3, prev = $4, digest = $5 where case_id = $1 and seq = $2', [
      caseId,
      seq,
      JSON.stringify(body),
      prev,
      digest,
    ]);
  await query('update case_file set head = $2, state = $3 where id = $1', [
    caseId,
    head,
    JSON.stringify(stripState(fold(events))),
  ]);
  return head;
}

test('what nobody touched is whole', async () => {
  expect(await broken()).toEqual([]);
});

describe('a database administrator who rewrites a decided case', () => {
  test('and links its chain anew, with head and state, is found', async () => {
    const found = await after(['case_event', 'case_file'], async () => void (await rewrite()));
    expect(found).toEqual([expect.stringContaining(`办件 ${number}`)]);
    expect(found[0]).toContain('审计');
  });

  test('and says so in the audit as well, is found', async () => {
    const found = await after(['case_event', 'case_file', 'audit'], async () => {
      const head = await rewrite();
      await t.base.owner.query(
        `insert into audit (office, id, at, actor, action, object, result, source, detail)
         select office, gen_random_uuid(), now(), actor, action, object, result, source, detail || jsonb_build_object('head', $2::text)
         from audit where object = 'case:' || $1 and detail ? 'revision' order by (detail->>'revision')::int desc limit 1`,
        [caseId, head],
      );
    });
    expect(found.length).toBeGreaterThan(0);
    expect(found.join()).toContain(`办件 ${number}`);
  });
});

describe('a database administrator who cuts the tail of the audit with its seals', () => {
  const line = async (object: string) => {
    await writeAudit(app.db.query, {
      office: t.office,
      at: app.clock(),
      actor: { id: null, name: '张三' },
      action: 'login',
      object,
      result: 'ok',
      source: '10.0.0.1',
    });
    await sealedAll(app, t.office);
  };
  const cut = async () => {
    const { query } = t.base.owner;
    await query('delete from audit where xid > (select from_xid from audit_seal order by seq desc limit 1)');
    await query('delete from audit_seal where seq = (select max(seq) from audit_seal)');
  };

  test('is found by what stands outside of the database', async () => {
    await line('person:1');
    await line('person:2');
    const [newest] = await t.base.owner.query<{ seq: number }>('select max(seq) as seq from audit_seal');
    const found = await after(['audit', 'audit_seal'], cut);
    expect(found).toEqual([expect.stringContaining(`第 ${newest?.seq} 段`)]);
  });

  test('and lets others grow in their place, is found', async () => {
    await line('person:3');
    const found = await after(['audit', 'audit_seal'], async () => {
      await cut();
      await line('person:4');
    });
    expect(found.join()).toContain('不同');
  });

  test('is found by a copy kept elsewhere, when the file of the node is gone as well', async () => {
    const own = join(folder, 'anchors');
    const [name = ''] = await readdir(own);
    const elsewhere = join(folder, 'elsewhere.jsonl');
    await writeFile(elsewhere, await readFile(join(own, name)));
    const found = await after(['audit', 'audit_seal'], async () => {
      await rm(join(own, name));
      await cut();
      expect((await verifyAll(app, [elsewhere]))[0]?.broken.join()).toContain('缺失');
    });
    // Without any anchor nobody can tell.
    expect(found).toEqual([]);
  });
});

describe('rows a database administrator changes are found by a walk, and count for nothing when they are used', () => {
  const from = { source: '127.0.0.1', agent: 'test' };

  test('a forged delegation', async () => {
    const leader = await t.actor('director');
    const clerk = await t.actor('handler');
    const standsInFor = async (day: string) => {
      t.at(day);
      const { token } = await t.session('handler');
      return (await app.sessions.find(t.office, token, '127.0.0.1'))?.actor.standsInFor.map(({ id }) => id);
    };
    const { id } = await addDelegation(
      app,
      leader,
      { key: freshKey(), what: 'addDelegation', request: {} },
      { to: clerk.id, from: '2026-03-02', until: '2026-03-03', reason: '出差' },
    );
    await sealedAll(app, t.office);
    expect(await broken()).toEqual([]);
    expect(await standsInFor('2026-03-03')).toEqual([leader.id]);

    const longer = await after(['delegation'], async () => {
      await t.base.owner.query("update delegation set until_day = '2026-12-31' where id = $1", [id]);
      expect(await standsInFor('2026-03-04')).toEqual([]);
    });
    expect(longer).toEqual([expect.stringContaining('外出委托')]);
    const made = await after(['delegation'], async () => {
      await t.base.owner.query(
        `insert into delegation select office, gen_random_uuid(), $1, to_person, '2026-01-01', '2026-12-31', '', null, now() from delegation`,
        [(await t.actor('deputy-director')).id],
      );
      expect(await standsInFor('2026-03-05')).toEqual([]);
    });
    expect(made).toEqual([expect.stringContaining('外出委托')]);
    t.at('2026-03-02');
  });

  test('changed paper facts, and a paper that is put back in force', async () => {
    const [paper] = await t.base.owner.query<{ code: string }>('select code from paper');
    expect(await verifyByCode(app, paper?.code ?? '')).toMatchObject({ result: 'valid' });
    for (const change of [
      "facts = jsonb_set(facts, '{0,value}', '\"法国\"')",
      "status = 'revoked'",
      "issuer = '另一机关'",
      "pdf_digest = repeat('0', 64)",
    ]) {
      const found = await after(['paper'], async () => {
        await t.base.owner.query(`update paper set ${change}`);
        const told = await verifyByCode(app, paper?.code ?? '');
        expect(told.result).toBe('altered');
        expect(told.facts).toBeUndefined();
      });
      expect(found.join()).toContain('文书');
    }
  });

  test('a changed policy row', async () => {
    const admin = await t.actor('security-admin');
    await addPolicy(
      app,
      admin,
      { key: freshKey(), what: 'addPolicy', request: {} },
      { key: 'toy.days', value: 4, validFrom: '2026-03-02', source: '内部规定' },
    );
    const days = async () => {
      app.offices.forget();
      const book = await app.offices.get(t.office);
      return book.policy(toyService, t.orgs.unit, '2026-03-02').number('toy.days');
    };
    expect(await days()).toBe(4);
    await sealedAll(app, t.office);
    const found = await after(['policy_row'], async () => {
      await t.base.owner.query("update policy_row set value = '90' where key = 'toy.days'");
      expect(await days()).toBe(3);
    });
    expect(found).toEqual([expect.stringContaining('政策数值“toy.days”')]);
    app.offices.forget();
  });

  test('a swapped password or second factor, an account started again, and one whose name was exchanged', async () => {
    const admin = await t.actor('system-admin');
    const [mine, theirs] = await Promise.all(
      ['victim', 'attacker'].map(async (username) => ({
        username,
        ...(await createAccount(
          app,
          admin,
          { key: freshKey(), what: 'createAccount', request: {} },
          { username, name: username, org: t.orgs.unit },
        )),
      })),
    );
    if (!mine || !theirs) throw new Error('No accounts');
    await sealedAll(app, t.office);
    expect(await broken()).toEqual([]);
    const enters = (username: string, password: string) =>
      login(app, t.office, { username, password }, from).then(
        () => true,
        () => false,
      );
    expect(await enters('victim', mine.initialPassword)).toBe(true);

    const { query } = t.base.owner;
    const swapped = await after(['person'], async () => {
      await query('update person set password = (select password from person where id = $2) where id = $1', [
        mine.id,
        theirs.id,
      ]);
      expect(await enters('victim', theirs.initialPassword)).toBe(false);
    });
    expect(swapped).toEqual([expect.stringContaining('账户“victim”')]);
    const exchanged = await after(['person'], async () => {
      await query("update person set username = username || 'x' where id = $1", [mine.id]);
      await query("update person set username = 'victim' where id = $1", [theirs.id]);
      expect(await enters('victim', theirs.initialPassword)).toBe(false);
    });
    expect(exchanged).toHaveLength(2);
    for (const change of [
      "totp_secret = 'x'",
      'totp_confirmed = true',
      "status = 'disabled'",
      "expires = '2027-01-01'",
      'org = (select id from org where parent is null)',
    ])
      expect(
        await after(
          ['person'],
          async () => void (await query(`update person set ${change} where id = $1`, [mine.id])),
        ),
      ).toEqual([expect.stringContaining('账户“victim”')]);
  });

  test('a session written for somebody else, or made to last', async () => {
    const leader = await t.actor('deputy-director');
    const { token } = await t.session('window');
    const { query } = t.base.owner;
    const hash = sm3Hex(Buffer.from(token));
    const opens = async () =>
      (await makeSessions({ ...app, forged: () => undefined }).find(t.office, token, '127.0.0.1')) !== null;
    expect(await opens()).toBe(true);
    for (const change of [
      `person = '${leader.id}'`,
      "expires_at = expires_at + interval '1 year'",
      "csrf = 'x'",
    ]) {
      await after(['session'], async () => {
        await query(`update session set ${change} where encode(token_hash, 'hex') = $1`, [hash]);
        expect(await opens()).toBe(false);
      });
      expect(await opens()).toBe(true);
    }
  });

  test('a right written past the program', async () => {
    const filer = await t.actor('filer');
    const found = await after(['role_grant'], async () => {
      await t.base.owner.query("update role_grant set role = 'director' where person = $1", [filer.id]);
    });
    expect(found).toEqual([expect.stringContaining('授权')]);
  });
});

test('all six at once: a rewritten event, a cut audit, a forged delegation, changed paper facts, a changed figure, a swapped second factor are named one by one', async () => {
  const { query } = t.base.owner;
  await writeAudit(app.db.query, {
    office: t.office,
    at: app.clock(),
    actor: { id: null, name: '张三' },
    action: 'login',
    object: 'person:9',
    result: 'ok',
    source: '10.0.0.1',
  });
  await sealedAll(app, t.office);
  const said: string[] = [];
  const io = { out: (line: string) => void said.push(line), err: (line: string) => void said.push(line) };
  let count = 0;
  await after(
    ['case_event', 'case_file', 'audit', 'audit_seal', 'delegation', 'paper', 'policy_row', 'person'],
    async () => {
      await rewrite();
      await query(
        'delete from audit where xid > (select from_xid from audit_seal order by seq desc limit 1)',
      );
      await query('delete from audit_seal where seq = (select max(seq) from audit_seal)');
      await query(
        `insert into delegation select office, gen_random_uuid(), from_person, to_person, '2027-01-01', '2027-12-31', '', null, now(), mac
         from delegation limit 1`,
      );
      await query("update paper set facts = jsonb_set(facts, '{0,value}', '\"法国\"')");
      await query("update policy_row set value = '90' where key = 'toy.days'");
      await query(
        "update person set totp_secret = (select totp_secret from person where username = 'attacker'), totp_confirmed = true where username = 'victim'",
      );
      count = sayVerified(await verifyAll(app), io);
    },
  );
  expect(count).toBe(6);
  for (const named of [
    `办件 ${number}`,
    '审计日志自第',
    '外出委托 2027-01-01',
    '文书《',
    '政策数值“toy.days”',
    '账户“victim”',
  ])
    expect(said.filter((line) => line.startsWith('  不符：') && line.includes(named))).toHaveLength(1);
});
