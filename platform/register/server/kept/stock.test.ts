import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitted, takes } from '../../../../apps/server/testing/story.ts';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { stickerBatches, stickers } from '../../../../catalogue/stock/sticker/index.ts';
import type { Service } from '@zhitongche/case';
import type { OfficeActor, ProblemError } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import type { CommandSent } from '@zhitongche/register';
import { caseView, namedCases } from '@zhitongche/case/server';
import { carryOut } from './case-orders.ts';
import { keepRow } from './keep-row.ts';
import { countPieces } from './count-pieces.ts';
import { listRows } from './list-rows.ts';
import { verifyKept } from './verify-kept.ts';

/** The toy with a sticker drawn by whoever decides. */
const drawing: Service = {
  ...toyService,
  keeps: {
    sticker: {
      register: 'sticker',
      orders: (state, { caseNumber }) => [
        {
          row: 'draw',
          where: { place: 'store' },
          move: 'use',
          data: { certificate: caseNumber },
          count: Number(state.answers.copies),
        },
      ],
    },
  },
  flow: {
    ...toyService.flow,
    steps: Object.fromEntries(
      Object.entries(toyService.flow.steps).map(([key, step]) => [
        key,
        step.kind === 'work' && key === 'review'
          ? {
              ...step,
              acts: step.acts.map((one) =>
                one.kind === 'agree' ? { ...one, effects: [{ do: 'keep' as const, keep: 'sticker' }] } : one,
              ),
            }
          : step,
      ]),
    ),
  },
};

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [drawing], registers: [stickers, stickerBatches], pool: 32 });
});
afterAll(() => t.drop());

const keep = async (cast: Cast, register: string, command: CommandSent, id?: string, revision?: number) =>
  (
    await keepRow(t.app, await t.actor(cast), {
      register,
      key: newId(),
      command,
      ...(id === undefined ? {} : { id }),
      ...(revision === undefined ? {} : { revision }),
    })
  ).id;
const codes = async (work: Promise<unknown>): Promise<readonly string[]> =>
  await work.then(
    () => [],
    (error: ProblemError) => error.more.problems?.map(({ code }) => code) ?? [error.code],
  );

async function delivered(batch: string, from: number, to: number): Promise<void> {
  const id = await keep('handler', 'sticker-batch', {
    act: 'enter',
    answers: {
      batch,
      supplier: '印务公司',
      arrived: '2026-03-02',
      prefix: 'YZ',
      digits: 6,
      from,
      to,
      place: 'store',
    },
  });
  await keep(
    'handler',
    'sticker-batch',
    { act: 'move', move: 'accept', data: { checked: 20, sound: 20 } },
    id,
    1,
  );
  await keep('handler@security', 'sticker-batch', { act: 'agree' }, id, 2);
}

/** Received = in stock + issued + used + void + pending + destroyed, counted by a query of its own. */
async function conserved(): Promise<Readonly<Record<string, number>>> {
  const rows = await t.base.owner.query<{ stage: string; n: number }>(
    `select stage, count(*)::int as n from kept_row where register = 'sticker' group by stage`,
  );
  const [received] = await t.base.owner.query<{ n: number }>(
    `select coalesce(sum((state->'answers'->>'to')::int - (state->'answers'->>'from')::int + 1), 0)::int as n
     from kept_row where register = 'sticker-batch' and stage = 'accepted'`,
  );
  expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(received?.n);
  return Object.fromEntries(rows.map(({ stage, n }) => [stage, n]));
}

describe('a delivery of stickers', () => {
  it('is on the shelf by every number once two have inspected it, and never with a number that is known', async () => {
    await delivered('D-1', 1, 700);
    expect(await conserved()).toEqual({ in: 700 });
    expect(await codes(delivered('D-2', 650, 800))).toEqual(Array.from({ length: 20 }, () => 'row.taken'));
    expect(await conserved()).toEqual({ in: 700 });
  });

  it('is refused where too few were checked or too few are sound', async () => {
    const id = await keep('handler', 'sticker-batch', {
      act: 'enter',
      answers: {
        batch: 'D-3',
        supplier: '甲',
        arrived: '2026-03-02',
        digits: 6,
        from: 900001,
        to: 900100,
        place: 'store',
      },
    });
    const accept = (checked: number, sound: number) =>
      codes(
        keep('handler', 'sticker-batch', { act: 'move', move: 'accept', data: { checked, sound } }, id, 1),
      );
    expect(await accept(10, 10)).toEqual(['S-12']);
    expect(await accept(20, 18)).toEqual(['S-12']);
    expect(await accept(20, 21)).toEqual(['S-11']);
  });
});

describe('a sticker drawn by a case', () => {
  it('is drawn in the commit of the act: with it or not at all', async () => {
    const caseId = await submitted(t, 'toy', { subject: '用贴纸', copies: 2 });
    await takes(t, 'signer', caseId, { act: 'agree' });
    await takes(t, 'handler', caseId, { act: 'agree', opinion: '同意' });
    const drawn = await t.app.db.query<{ title: string; certificate: string }>(
      `select title, state->'answers'->>'certificate' as certificate from kept_row
       where register = 'sticker' and case_id = $1 order by title`,
      [caseId],
    );
    expect(drawn.map(({ title }) => title)).toEqual(['YZ000001', 'YZ000002']);
    expect(drawn[0]?.certificate).toMatch(/^2026-/);
    expect(await conserved()).toEqual({ in: 698, used: 2 });
  });

  it('is led to from its case, and leads back by the number of the case, for those who may open the other', async () => {
    const [drawn] = await t.app.db.query<{ id: string; case: string; number: string }>(
      `select k.id, f.id as "case", f.number from kept_row k
       join case_file f on f.office = k.office and f.id = k.case_id where k.register = 'sticker' order by k.title`,
    );
    if (!drawn) throw new Error('nothing is drawn');
    const heldFor = async (actor: OfficeActor) =>
      (await caseView(t.app, actor, drawn.case)).held.map(({ title, row }) => [title, row?.id]);
    const handler = await t.actor('handler');
    expect((await heldFor(handler))[0]).toEqual(['YZ000001', drawn.id]);
    // Whoever decided in the case and does not read the register reads the serial alone; what the offices hold is not the unit's to see.
    const grants = handler.grants.map((grant) => ({ ...grant, role: 'countersigner' as const }));
    expect((await heldFor({ ...handler, grants }))[0]).toEqual(['YZ000001', undefined]);
    expect(await heldFor(await t.actor('filer'))).toEqual([]);
    const found = async (cast: Cast) =>
      await namedCases(t.app, await t.actor(cast), [drawn.number, '2026-999999']);
    const there = [{ number: drawn.number, case: drawn.case }];
    expect(await found('handler')).toEqual(there);
    expect(await found('filer')).toEqual(there);
    expect(await found('filer@other')).toEqual([]);
  });

  it('empty shelves refuse the act, say what is missing and change nothing', async () => {
    const all = await t.app.db.query<{ id: string; revision: number }>(
      `select id, revision from kept_row where register = 'sticker' and stage = 'in' order by title`,
    );
    for (const { id, revision } of all.slice(5))
      await keep(
        'handler',
        'sticker',
        { act: 'move', move: 'spoil', data: { reason: '受潮' } },
        id,
        revision,
      );
    const caseId = await submitted(t, 'toy', { subject: '库存不足', copies: 6 });
    await takes(t, 'signer', caseId, { act: 'agree' });
    expect(await codes(takes(t, 'handler', caseId, { act: 'agree', opinion: '同意' }))).toEqual([
      'stock.empty',
    ]);
    const [stands] = await t.app.db.query<{ step: string }>('select step from case_file where id = $1', [
      caseId,
    ]);
    expect(stands?.step).toBe('review');
    expect(await conserved()).toEqual({ in: 5, used: 2, void: 693 });
  });

  it('misprinted is void for good, and destroyed by two', async () => {
    const [used] = (await listRows(t.app, await t.actor('handler'), 'sticker', { stage: 'used' })).items;
    const id = used?.id ?? '';
    await keep('handler', 'sticker', { act: 'move', move: 'spoil', data: { reason: '打印错位' } }, id, 2);
    await keep('handler', 'sticker', { act: 'move', move: 'list' }, id, 3);
    await keep('handler', 'sticker', { act: 'move', move: 'destroy' }, id, 4);
    expect(await codes(keep('handler', 'sticker', { act: 'agree' }, id, 5))).toEqual(['row.not-open']);
    await keep('handler@security', 'sticker', { act: 'agree' }, id, 5);
    expect(
      await codes(
        keep('handler', 'sticker', { act: 'move', move: 'use', data: { certificate: 'x' } }, id, 6),
      ),
    ).toEqual(['row.not-open']);
    expect((await conserved()).destroyed).toBe(1);
  });
});

describe('a count by scanning', () => {
  it('names what is missing, what lies elsewhere and what nobody knows, and changes nothing', async () => {
    const actor = await t.actor('handler');
    const { items } = await listRows(t.app, actor, 'sticker', { stage: 'in', limit: 200 });
    const there = items.map(({ title }) => title);
    const [lost = '', ...found] = there;
    const [used] = (await listRows(t.app, actor, 'sticker', { stage: 'void', limit: 1 })).items;
    const before = await conserved();
    const told = await countPieces(t.app, actor, 'sticker', {
      place: 'store',
      names: [
        ...found,
        found[0] ?? '',
        ` ${(found[1] ?? '').toLowerCase()} `,
        used?.title ?? '',
        'ZZ999999',
        '',
      ],
    });
    expect(told).toMatchObject({
      expected: there.length,
      scanned: found.length + 2,
      repeated: 2,
      missing: [{ title: lost }],
      missingCount: 1,
      elsewhere: [{ title: used?.title, stage: '作废' }],
      unknown: ['ZZ999999'],
    });
    expect(await conserved()).toEqual(before);
  });
});

describe('thirty-two hands at once', () => {
  it('never draw one serial twice, and none vanishes', async () => {
    await delivered('D-9', 10_001, 10_640);
    const actor = await t.actor('handler');
    const drawn: string[] = [];
    const hand = async (): Promise<void> => {
      for (let n = 0; n < 20; n += 1) {
        const caseId = newId();
        await t.app.db.tx((query) =>
          carryOut(
            t.app,
            query,
            {
              office: t.office,
              at: t.app.clock(),
              doer: { id: actor.id, name: actor.name, org: actor.org },
              source: '',
              of: { caseId, number: `C-${n}` },
              home: t.orgs.root,
            },
            'sticker',
            [{ row: 'draw', move: 'use', data: { certificate: `C-${n}` }, count: 1 }],
          ),
        );
        const [row] = await t.app.db.query<{ title: string }>(
          'select title from kept_row where case_id = $1',
          [caseId],
        );
        if (row) drawn.push(row.title);
      }
    };
    await Promise.all(Array.from({ length: 32 }, hand));
    expect(drawn).toHaveLength(640);
    expect(new Set(drawn).size).toBe(640);
    expect((await conserved()).in).toBe(5);
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  });
});
