import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold, type StoredEvent, verifyChain } from '@zhitongche/case';
import { sm3Hex } from '@zhitongche/formats';
import { ContentCache, ProblemError } from '@zhitongche/core/server';
import { caseView } from '../query/case-view.ts';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { freshKey, revisionOf, submitted, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { act } from './act.ts';
import { createCase } from './create-case.ts';
import { openCase } from './open-case.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [toyService], pool: 20 });
});
afterAll(() => t.drop());

const SECRET = '990101199001011239';
const PHONE = '13912345678';
const answers = { subject: '海南考察', copies: 2, citizenId: '11010519491231002X', holder: '欧阳测试甲' };

const refusal = async (work: Promise<unknown>): Promise<ProblemError> =>
  await work.then(
    () => Promise.reject(new Error('nothing was refused')),
    (error: unknown) => (error instanceof ProblemError ? error : Promise.reject(error)),
  );
const eventsOf = async (id: string): Promise<StoredEvent[]> => {
  const rows = await t.base.owner.query<Omit<StoredEvent, 'at'> & { at: Date }>(
    'select seq, at, zone, doer, body, prev, digest from case_event where office = $1 and case_id = $2 order by seq',
    [t.office, id],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
};

describe('an act', () => {
  it('leads a case from the draft to its paper, drawing one number for each', async () => {
    const id = await submitted(t, 'toy', answers);
    await takes(t, 'signer', id, { act: 'agree', opinion: '同意' });
    await takes(t, 'handler', id, { act: 'agree' });
    const view = await caseView(t.app, await t.actor('handler'), id);
    expect(view.row.number).toMatch(/^2026-\d{6}$/);
    expect(view.row.status).toBe('issuing');
    expect(view.row.title).toBe('海南考察证明');
    const drawn = await t.base.owner.query(
      'select series, year, paper from number_drawn where office = $1 and case_id = $2 order by series',
      [t.office, id],
    );
    expect(drawn).toEqual([
      { series: 'case', year: 2026, paper: '' },
      { series: 'toy', year: 2026, paper: 'certificate' },
    ]);
    const jobs = await t.base.owner.query('select kind, payload from outbox where case_id = $1', [id]);
    expect(jobs).toEqual([{ kind: 'issue', payload: { paper: 'certificate' } }]);
  });

  it('leaves a chain that proves whole and replays to the stored state', async () => {
    const id = await submitted(t, 'toy', answers);
    await takes(t, 'signer', id, { act: 'agree' });
    const events = await eventsOf(id);
    expect(verifyChain(events, sm3Hex).ok).toBe(true);
    const [row] = await t.base.owner.query<{ state: object; revision: number; head: string }>(
      'select state, revision, head from case_file where office = $1 and id = $2',
      [t.office, id],
    );
    const { answers: _a, previous: _p, derived: _d, ...replayed } = fold(events);
    expect(row?.state).toEqual(JSON.parse(JSON.stringify(replayed)));
    expect(row?.revision).toBe(events.length);
    expect(row?.head).toBe(events.at(-1)?.digest);
  });

  it('shows a changed byte of the log as the first broken event', async () => {
    const id = await submitted(t, 'toy', answers);
    await t.base.owner.query(
      `update case_event set body = jsonb_set(body, '{summary,title}', '"别的"') where office = $1 and case_id = $2 and seq = 1`,
      [t.office, id],
    );
    expect(verifyChain(await eventsOf(id), sm3Hex)).toMatchObject({ ok: false, seq: 1 });
  });

  it('sent twice with the same key is done once', async () => {
    const id = await submitted(t, 'toy', answers);
    const signer = await t.actor('signer');
    const request = {
      caseId: id,
      revision: await revisionOf(t, id),
      key: freshKey(),
      command: { act: 'agree' },
    };
    await act(t.app, signer, request);
    const after = await revisionOf(t, id);
    await act(t.app, signer, request);
    expect(await revisionOf(t, id)).toBe(after);
  });

  it('sent twice at the same moment is done once, and both senders hear that it is done', async () => {
    const id = await submitted(t, 'toy', answers);
    const signer = await t.actor('signer');
    const request = {
      caseId: id,
      revision: await revisionOf(t, id),
      key: freshKey(),
      command: { act: 'agree' },
    };
    await Promise.all(Array.from({ length: 8 }, () => act(t.app, signer, request)));
    const agreed = (await eventsOf(id)).filter(({ body }) => body.type === 'decided');
    expect(agreed).toHaveLength(1);
  });

  it('refuses a key that was used for something else', async () => {
    const id = await submitted(t, 'toy', answers);
    const signer = await t.actor('signer');
    const key = freshKey();
    await act(t.app, signer, {
      caseId: id,
      revision: await revisionOf(t, id),
      key,
      command: { act: 'agree' },
    });
    const other = { caseId: id, revision: await revisionOf(t, id), key, command: { act: 'withdraw' } };
    expect((await refusal(act(t.app, signer, other))).code).toBe('key.reused');
  });

  it('on a stale revision says who was faster and when, and writes nothing', async () => {
    const id = await submitted(t, 'toy', answers);
    const seen = await revisionOf(t, id);
    await takes(t, 'signer', id, { act: 'agree' });
    const error = await refusal(
      act(t.app, await t.actor('handler'), {
        caseId: id,
        revision: seen,
        key: freshKey(),
        command: { act: 'agree' },
      }),
    );
    expect(error).toMatchObject({ status: 409, code: 'case.stale-revision' });
    expect(error.more.conflict).toMatchObject({ revision: await revisionOf(t, id), by: '单位签批人' });
    expect(error.more.conflict?.at).toMatch(/^2026-03-02T/);
  });

  it('by ten people on the same revision succeeds for one of them', async () => {
    const id = await submitted(t, 'toy', answers);
    const seen = await revisionOf(t, id);
    const signer = await t.actor('signer');
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        act(t.app, signer, { caseId: id, revision: seen, key: freshKey(), command: { act: 'agree' } }),
      ),
    );
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    const codes = results.flatMap((r) => (r.status === 'rejected' ? [(r.reason as ProblemError).code] : []));
    expect(new Set(codes)).toEqual(new Set(['case.stale-revision']));
  });

  it('of nobody else’s business answers as if the case did not exist', async () => {
    const id = await submitted(t, 'toy', answers);
    for (const cast of ['filer@other', 'signer@other', 'system-admin', 'audit-admin'] as const) {
      const error = await refusal(
        act(t.app, await t.actor(cast), {
          caseId: id,
          revision: 1,
          key: freshKey(),
          command: { act: 'agree' },
        }),
      );
      expect(error).toMatchObject({ status: 404, code: 'case.not-found' });
    }
  });

  it('that is not open names what is, and that it does not exist when it does not', async () => {
    const id = await submitted(t, 'toy', answers);
    const filer = await t.actor('filer');
    const revision = await revisionOf(t, id);
    const early = await refusal(
      act(t.app, filer, { caseId: id, revision, key: freshKey(), command: { act: 'agree' } }),
    );
    expect(early).toMatchObject({ status: 409, code: 'act.not-open' });
    const unknown = await refusal(
      act(t.app, filer, { caseId: id, revision, key: freshKey(), command: { act: 'fly' } }),
    );
    expect(unknown).toMatchObject({ status: 422, code: 'act.unknown' });
  });

  it('with unsound answers tells every fault at once', async () => {
    const filer = await t.actor('filer');
    const { id } = await createCase(t.app, filer, { key: freshKey(), service: 'toy' });
    const command = { act: 'submit', answers: { copies: 99, citizenId: SECRET } };
    const error = await refusal(act(t.app, filer, { caseId: id, revision: 0, key: freshKey(), command }));
    expect(error.status).toBe(422);
    expect(error.more.problems?.map((p) => p.at[0]).sort()).toEqual(['citizenId', 'copies', 'subject']);
    expect(await revisionOf(t, id)).toBe(0);
  });
});

describe('numbers', () => {
  it('a hundred approvals at once draw a hundred consecutive numbers, none twice, none missing', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 100; i += 1) {
      const id = await submitted(t, 'toy', { subject: `第${i}件`, copies: 1 });
      await takes(t, 'signer', id, { act: 'agree' });
      ids.push(id);
    }
    const before = await lastOf('toy');
    const handler = await t.actor('handler');
    await Promise.all(
      ids.map(async (caseId) =>
        act(t.app, handler, {
          caseId,
          revision: await revisionOf(t, caseId),
          key: freshKey(),
          command: { act: 'agree' },
        }),
      ),
    );
    const rows = await t.base.owner.query<{ seq: number }>(
      "select seq from number_drawn where office = $1 and series = 'toy' and case_id = any($2::uuid[]) order by seq",
      [t.office, ids],
    );
    expect(rows.map((row) => row.seq)).toEqual(Array.from({ length: 100 }, (_, i) => before + i + 1));
  });

  it('a stale act draws none', async () => {
    const id = await submitted(t, 'toy', answers);
    await takes(t, 'signer', id, { act: 'agree' });
    const before = await lastOf('toy');
    const handler = await t.actor('handler');
    const revision = await revisionOf(t, id);
    await Promise.allSettled(
      Array.from({ length: 6 }, () =>
        act(t.app, handler, { caseId: id, revision, key: freshKey(), command: { act: 'agree' } }),
      ),
    );
    expect(await lastOf('toy')).toBe(before + 1);
  });

  const lastOf = async (series: string): Promise<number> => {
    const [row] = await t.base.owner.query<{ last: number }>(
      'select last from counter where office = $1 and series = $2 and year = 2026',
      [t.office, series],
    );
    return row?.last ?? 0;
  };
});

describe('sensitive answers', () => {
  it('are nowhere in the database in plain text, and the right reader sees them', async () => {
    const secret = { citizenId: '11010519491231002X', phone: PHONE, holder: '司马不可见' };
    const id = await submitted(t, 'toy', {
      subject: '保密考察',
      copies: 1,
      citizenId: secret.citizenId,
      holder: secret.holder,
      people: [{ name: '张三', phone: secret.phone }],
    });
    await takes(t, 'signer', id, { act: 'agree' });
    expect(await tablesHolding(Object.values(secret))).toEqual([]);
    const filer = await caseView(t.app, await t.actor('filer'), id);
    expect(filer.state.answers).toMatchObject({ citizenId: secret.citizenId, holder: secret.holder });
    const handler = await caseView(t.app, await t.actor('handler'), id);
    expect(handler.state.answers.citizenId).toBe('110105**********2X');
    expect(handler.masked).toContain('citizenId');
    const leader = await caseView(t.app, await t.actor('director'), id);
    expect(leader.state.answers.holder).toBe('司****');
  });

  /** Tables in which any column of any row, written as text, contains one of these texts. */
  async function tablesHolding(texts: readonly string[]): Promise<string[]> {
    const tables = await t.base.owner.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    const found: string[] = [];
    for (const { name } of tables)
      for (const text of texts) {
        const hits = await t.base.owner.query(
          `select 1 from ${name} x where position($1 in x::text) > 0 limit 1`,
          [text],
        );
        if (hits.length > 0) found.push(name);
      }
    return found;
  }
});

// Found by a simulated year: with more cases in work than fit in memory, one was answered with a fault.
it('answers pushed out of memory while the case is being read are still at hand', async () => {
  const ids = [];
  for (const subject of ['甲', '乙', '丙'])
    ids.push(await submitted(t, 'toy', { subject, copies: 1, citizenId: '11010519491231002X' }));
  const app = { ...t.app, contents: new ContentCache(1) };
  const filer = await t.actor('filer');
  for (let time = 0; time < 20; time += 1) {
    const read = await Promise.all(ids.map((id) => openCase(app, filer, id)));
    expect(read.map(({ state }) => state.answers.subject)).toEqual(['甲', '乙', '丙']);
  }
});
