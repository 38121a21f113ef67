import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { testOffice, type TestOffice } from '../testing/office.ts';
import { submitted, takes } from '../testing/story.ts';
import { toyService } from '../testing/toy-service.ts';
import { follow } from './follower.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [toyService], pool: 8 });
});
afterAll(() => t.drop());

/** The statistics computed from nothing but the record, every event of every case. */
const FROM_THE_RECORD = `
  select to_char(e.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, f.service, f.unit, w.what, count(*) as n
  from case_event e join case_file f on f.office = e.office and f.id = e.case_id,
    lateral (select case e.body->>'type'
        when 'submitted' then case when (e.body->>'round')::int = 1 then 'received' end
        when 'decided' then 'handled'
        when 'returned' then 'returned'
        when 'correction-asked' then 'returned'
        when 'clock-stopped' then case when (e.body->>'late')::boolean then 'late' else 'on-time' end
        when 'closed' then 'closed' end as what
      union all select 'closed:' || (e.body->>'outcome') where e.body->>'type' = 'closed') w
  where e.office = $1 and w.what is not null group by 1, 2, 3, 4 order by 1, 2, 3, 4`;

const FOLLOWED = `
  select to_char(day, 'YYYY-MM-DD') as day, service, unit, what, n from day_fact
  where office = $1 and what !~ '^(took|step):' order by 1, 2, 3, 4`;

/** How far a case goes, and by which road. */
const roads = ['submitted', 'refused', 'signed', 'returned', 'cancelled', 'corrected', 'agreed'] as const;

async function play(road: (typeof roads)[number], by: 'filer' | 'filer@other'): Promise<void> {
  const signer = by === 'filer' ? 'signer' : 'signer@other';
  const answers = { subject: '统计', copies: 1 };
  const id = await submitted(t, 'toy', answers, { by });
  if (road === 'submitted') return;
  if (road === 'refused') return await takes(t, signer, id, { act: 'refuse', opinion: '不予同意' });
  if (road === 'cancelled') return await takes(t, by, id, { act: 'cancel', opinion: '不再办理' });
  if (road === 'corrected') {
    await takes(t, signer, id, { act: 'correct', faults: [{ at: 'subject', message: '请写明。' }] });
    await takes(t, by, id, { act: 'submit', answers: { ...answers, subject: '统计二' } });
  }
  await takes(t, signer, id, { act: 'agree' });
  if (road === 'returned') await takes(t, 'handler', id, { act: 'return', to: 'sign', opinion: '请再核实' });
  if (road === 'agreed') await takes(t, 'handler', id, { act: 'agree' });
}

describe('the statistics of a day', () => {
  it('are what the whole record adds up to, whenever and however often they are brought up to date', async () => {
    let day = 2;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            road: fc.constantFrom(...roads),
            by: fc.constantFrom('filer' as const, 'filer@other' as const),
            nextDay: fc.boolean(),
            followers: fc.integer({ min: 0, max: 3 }),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        async (cases) => {
          for (const { road, by, nextDay, followers } of cases) {
            if (nextDay) day += 1;
            t.at(`2026-03-${String(Math.min(day, 31)).padStart(2, '0')}`);
            await play(road, by);
            await Promise.all(Array.from({ length: followers }, () => follow(t.app, t.office)));
          }
          const record = await t.base.owner.query(FROM_THE_RECORD, [t.office]);
          expect(record.length).toBeGreaterThan(0);
          // Acts are followed once nobody older can still commit, and other tests share the server.
          await vi.waitFor(
            async () => {
              await follow(t.app, t.office);
              expect(await t.base.owner.query(FOLLOWED, [t.office])).toEqual(record);
            },
            { timeout: 20_000 },
          );
        },
      ),
      { numRuns: 12 },
    );
  });
});
