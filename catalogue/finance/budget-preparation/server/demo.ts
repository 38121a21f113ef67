import type { CommandShape } from '@zhitongche/contract';
import { dayInShanghai } from '@zhitongche/base';
import type { App, DemoStage, OfficeActor } from '@zhitongche/core/server';
import {
  beginPreparation,
  showPreparation,
  keepPreparation,
  savePreparation,
} from '@zhitongche/budget/server';
import { act } from '@zhitongche/case/server';
import { playPast } from './demo-past.ts';
import { raisedReception } from './raised-budget.ts';

const DEPARTMENT = '云泽省人民政府外事办公室';
const DAY = 86_400_000;
/** Letter of the invented finance department with the control figures, 20 万元 below what was asked for. */
const CONTROL = {
  total: '5765.85',
  personnel: '2896.01',
  publicUse: '651.61',
  project: '2218.23',
  threePublic: '451.14',
  note: '接待费按不超过上年110%安排。',
};

/** Plays the office's own preparations: last year's to its publication, next year's until the second draft. */
export async function play(stage: DemoStage): Promise<void> {
  await playPast(stage, DEPARTMENT, Number(dayInShanghai(stage.now.toISOString()).slice(0, 4)) - 1);
  await playNext(stage);
}

/** Next year's, whose reception money is still above the control figures. */
async function playNext({ app: real, actors, now, drain }: DemoStage): Promise<void> {
  const [finance, head, deputy] = ['finance', 'finance-head', 'deputy'].map((name) => actors.get(name));
  if (!finance || !head || !deputy) return;
  let clock = now;
  const app: App = { ...real, clock: () => clock };
  const days = (before: number): void => {
    clock = new Date(now.getTime() - before * DAY);
  };
  const year = Number(dayInShanghai(now.toISOString()).slice(0, 4)) + 1;
  const [base] = await app.db.query<{ id: string }>(
    `select id from disclosure where office = $1 and department = $2 and year = $3 and status = 'published'`,
    [finance.office, DEPARTMENT, String(year - 1)],
  );
  if (!base) return;
  days(45);
  const { id } = await beginPreparation(app, finance, 'demo-budget-preparation', {
    year: String(year),
    department: DEPARTMENT,
    code: '438',
    from: { kind: 'disclosure', id: base.id },
    figures: 'keep',
  });
  const taken = async (who: OfficeActor, step: string, command: CommandShape): Promise<void> => {
    const [row] = await app.db.query<{ revision: number; step: string | null }>(
      'select revision, step from case_file where office = $1 and id = $2',
      [who.office, id],
    );
    // An earlier start that was cut off has come further already.
    if (row?.step !== step) return;
    await act(app, who, { caseId: id, revision: row.revision, key: `demo-budget-${step}`, command });
    await drain(app, who.office, id);
  };
  const drafted = await showPreparation(app, finance, id);
  if (drafted.mine && drafted.versions.length === 0) {
    days(30);
    const model = raisedReception(drafted.model, '30.00');
    const asked = { id, key: 'demo-budget-save' };
    const { revision } = await savePreparation(app, finance, asked, { revision: drafted.revision, model });
    const { no, digest, totals } = await keepPreparation(
      app,
      finance,
      { id, key: 'demo-budget-keep' },
      { revision },
    );
    const sums = Object.entries(totals).filter(([, value]) => value !== null);
    days(29);
    await taken(finance, 'first-draft', {
      act: 'file-first',
      data: {
        version: no,
        digest,
        ...Object.fromEntries(sums),
        changes: '下一年度承办友城大会，外事接待费增加30万元；其余项目按上年安排。',
        differing: '拟购置固定资产含上年结转采购，口径与采购表不同；文字说明待二上时更新。',
      },
    });
  }
  days(28);
  await taken(head, 'first-review', { act: 'agree', opinion: '数字与测算表一致。' });
  days(26);
  await taken(deputy, 'first-leader', { act: 'agree', opinion: '同意报财政厅。' });
  days(5);
  await taken(finance, 'first-up', {
    act: 'report',
    data: CONTROL,
    reply: {
      result: 'approved',
      number: '云财预〔演示〕12号',
      date: dayInShanghai(clock.toISOString()),
      authority: '云泽省财政厅（演示）',
    },
  });
}
