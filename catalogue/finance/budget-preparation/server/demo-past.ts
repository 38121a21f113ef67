import type { Disclosure } from '@zhitongche/budget';
import {
  beginPreparation,
  publishPreparation,
  showPreparation,
  showReading,
} from '@zhitongche/budget/server';
import { act } from '@zhitongche/case/server';
import type { CommandShape } from '@zhitongche/contract';
import type { App, DemoStage, OfficeActor } from '@zhitongche/core/server';
import { fixed, readingOf, sumsOf } from './demo-drafts.ts';
import { raisedReception } from './raised-budget.ts';

const KEY = 'demo-budget-past';
const DIFFERING = '拟购置固定资产含上年结转采购，口径与采购表不同。';

/** Who of the demo office has a part in it. */
const PARTS = ['finance', 'finance-head', 'deputy', 'general', 'security', 'director'] as const;

/** Plays the preparation of the office's budget of a year from the first draft to its publication, at the dates such things have. */
export async function playPast(
  { app: real, actors, drain }: DemoStage,
  department: string,
  year: number,
): Promise<void> {
  const [finance, head, deputy, general, security, director] = PARTS.map((name) => actors.get(name));
  if (!finance || !head || !deputy || !general || !security || !director) return;
  let clock = real.clock();
  const app: App = { ...real, clock: () => clock };
  const at = (monthDay: string, of = year - 1): string => {
    clock = new Date(`${of}-${monthDay}T02:00:00Z`);
    return `${of}-${monthDay}`;
  };

  at('10-14');
  const reading = await readingOf(app, finance, department, year);
  if (!reading) return;
  const { result } = await showReading(app, finance, reading);
  if (!result) throw new Error(`the demo's own budget of ${year} was not read`);
  const { id } = await beginPreparation(app, finance, KEY, {
    year: String(year),
    department,
    code: '438',
    from: { kind: 'reading', id: reading },
    figures: 'keep',
  });
  const stands = async () => {
    const [row] = await app.db.query<{ revision: number; step: string | null }>(
      'select revision, step from case_file where office = $1 and id = $2',
      [finance.office, id],
    );
    return row ?? { revision: 0, step: null };
  };
  const taken = async (who: OfficeActor, step: string, command: CommandShape): Promise<void> => {
    const key = `${KEY}-${step}-${who.id}`.slice(0, 64);
    const { revision, step: now } = await stands();
    const [done] = await app.db.query(
      'select 1 from request_key where office = $1 and person = $2 and key = $3',
      [who.office, who.id, key],
    );
    // An earlier start that was cut off has come further already.
    if (now === step && !done) await act(app, who, { caseId: id, revision, key, command });
    await drain(app, who.office, id);
  };
  const agrees = (who: OfficeActor, step: string, opinion: string): Promise<void> =>
    taken(who, step, { act: 'agree', opinion });
  const files = async (step: string, model: Disclosure, words: Readonly<Record<string, string>>) => {
    if ((await stands()).step !== step) return;
    const pin = await fixed(app, finance, { id, key: `${KEY}-${step}` }, model);
    await taken(finance, step, {
      act: step === 'first-draft' ? 'file-first' : 'file-second',
      data: { ...pin, ...words },
    });
  };

  const figures = sumsOf(result.model);
  const replied = (step: string, number: string, date: string): Promise<void> =>
    taken(finance, step, {
      act: 'report',
      data: figures,
      reply: { result: 'approved', number, date, authority: '云泽省财政厅（演示）' },
    });

  at('10-28');
  await files('first-draft', raisedReception(result.model, '30.00'), {
    changes: '承办区域友城论坛，外事接待费申请增加30万元；其余项目按上年安排。',
    differing: `${DIFFERING}文字说明待二上时更新。`,
  });
  at('10-29');
  await agrees(head, 'first-review', '数字与测算表一致。');
  at('10-31');
  await agrees(deputy, 'first-leader', '同意报财政厅。');
  await replied('first-up', '云财预〔演示〕6号', at('12-05'));
  at('12-12');
  await files('second-draft', result.model, { differing: DIFFERING });
  at('12-15');
  await agrees(general, 'countersign', '无不同意见。');
  at('12-16');
  await agrees(security, 'countersign', '无不同意见。');
  at('12-17');
  await agrees(head, 'second-review', '未超过控制数。');
  at('12-18');
  await agrees(deputy, 'second-leader', '同意提请党组审议。');
  at('12-19');
  await agrees(director, 'party', '党组会议审议通过。');
  await replied('second-up', '云财预〔演示〕9号', at('02-10', year));
  const [kept] = (await showPreparation(app, finance, id)).versions.toSorted((a, b) => b.no - a.no);
  const pin = { digest: kept?.digest ?? '', ...figures };
  at('02-12', year);
  await taken(finance, 'adopt', {
    act: 'adopt',
    data: { version: kept?.no ?? 0, ...pin, differing: DIFFERING },
  });
  const publishedOn = at('02-20', year);
  if ((await stands()).step !== 'publish') return;
  const { revision } = await publishPreparation(app, finance, { id, key: `${KEY}-publication` });
  await taken(finance, 'publish', { act: 'publish', data: { version: revision, ...pin, publishedOn } });
}
