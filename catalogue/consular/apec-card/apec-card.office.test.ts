import { act, caseView, createCase, paperFile } from '@zhitongche/case/server';
import type { OfficeActor } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import type { Answers, FileRef } from '@zhitongche/form';
import type { CommandShape } from '@zhitongche/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestOffice, testOffice } from '../../../apps/server/testing/office.ts';
import { workOff } from '../../../apps/server/testing/jobs.ts';
import { freshKey, revisionOf } from '../../../apps/server/testing/story.ts';
import { listRows } from '../../../platform/register/server/kept/list-rows.ts';
import { enterprises } from '../../resource/enterprise/index.ts';
import { picture, seal } from '../../shared/demo/picture.ts';
import { person } from '../apostille/testing/world.ts';
import { apecCard, apecCards } from './server/index.ts';

let t: TestOffice;
let filer: OfficeActor;
let one: OfficeActor;
let other: OfficeActor;
let head: OfficeActor;
const DAY = '2026-03-02';

beforeAll(async () => {
  t = await testOffice({ services: [apecCard], registers: [apecCards, enterprises] });
  const consular = newId();
  await t.base.owner.query(
    "insert into org (office, id, parent, kind, name, code) values ($1, $2, $3, 'division', '领事处', 'consular')",
    [t.office, consular, t.orgs.root],
  );
  filer = await t.actor('filer');
  one = await person(t, 'officer-1', '甲经办', 'handler', consular);
  other = await person(t, 'officer-2', '乙经办', 'handler', consular);
  head = await person(t, 'consular-head', '领事处处长', 'division-head', consular);
}, 60_000);
afterAll(() => t.drop());

const takes = async (by: OfficeActor, caseId: string, command: CommandShape): Promise<void> => {
  await act(t.app, by, { caseId, revision: await revisionOf(t, caseId), key: freshKey(), command });
  await workOff(t.app);
};
const filed = async (over: Answers = {}): Promise<string> => {
  const { id } = await createCase(t.app, filer, { key: freshKey(), service: 'apec-card' });
  const answers: Record<string, unknown> = { ...apecCard.sample(DAY), ownership: 'local', ...over };
  for (const [key, value] of Object.entries(answers)) {
    if (!Array.isArray(value)) continue;
    const [sent] = value as FileRef[];
    const image = sent?.type === 'image/png';
    const bytes = image ? picture(40, [0, 0, 0], seal) : new TextEncoder().encode(`%PDF-1.4 ${key}`);
    const file = {
      id: newId(),
      name: sent?.name ?? '',
      type: sent?.type ?? '',
      ...(await t.app.blobs.put(bytes)),
    };
    await t.app.db.query(
      `insert into upload (office, id, case_id, name, type, size, digest, by_person, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [t.office, file.id, id, file.name, file.type, file.size, file.digest, filer.id, t.app.clock()],
    );
    answers[key] = [file];
  }
  await takes(filer, id, { act: 'submit', answers: answers as Answers });
  return id;
};
const papersFor = async (by: OfficeActor, id: string) =>
  (await caseView(t.app, by, id)).papers.map(({ paper }) => paper);
const refusal = async (what: Promise<unknown>): Promise<string> =>
  await what.then(
    () => 'done',
    (error: unknown) =>
      JSON.stringify([(error as { code?: string }).code, (error as { more?: unknown }).more]),
  );

describe('an application in an office', () => {
  let id: string;

  it('is accepted by one officer, who is refused the check, and checked by another', async () => {
    id = await filed();
    await takes(one, id, { act: 'accept' });
    const check = { act: 'check', opinion: '拟同意上报' };
    expect(await refusal(takes(one, id, check))).toContain('act.not-open');
    await takes(other, id, check);
    expect((await caseView(t.app, head, id)).row.step).toBe('sign');
  });

  it('keeps the slip and the pack with the offices, in every way of reading', async () => {
    await takes(head, id, { act: 'agree', opinion: '同意上报' });
    expect(await papersFor(one, id)).toEqual(expect.arrayContaining(['slip', 'pack', 'report-letter']));
    const { problems, papers, state, timeline } = await caseView(t.app, filer, id);
    expect(papers.map(({ paper }) => paper).toSorted()).toEqual(['acceptance', 'payment', 'report-letter']);
    expect(JSON.stringify([state, timeline, papers, problems])).not.toMatch(/slip|pack|办文单|材料包/);
    expect(await refusal(paperFile(t.app, filer, id, 'slip', 'pdf'))).toContain('paper.not-found');
    expect(await refusal(paperFile(t.app, filer, id, 'pack', 'pdf'))).toContain('paper.not-found');
    expect((await paperFile(t.app, one, id, 'slip', 'docx')).name).toContain('办文单');
    const told = await t.app.db.query<{ text: string }>(
      'select text from notice where office = $1 and person = $2',
      [t.office, filer.id],
    );
    expect(told.map(({ text }) => text).join()).toContain('缴费通知');
    expect(told.map(({ text }) => text).join()).not.toMatch(/办文单|材料包/);
  });

  it('becomes a card in custody, told to the enterprise and asked about by the next application', async () => {
    await takes(one, id, { act: 'pay-counter', data: { way: 'cash', reference: '0001' } });
    const reply = {
      result: 'approved',
      number: '领APEC〔2026〕1号',
      date: DAY,
      authority: '外交部领事司',
    } as const;
    await takes(one, id, { act: 'report', reply });
    await takes(one, id, { act: 'denied', strands: ['RUS'], on: DAY, opinion: '未批准' });
    const rest = (await caseView(t.app, one, id)).strands
      .find(({ key }) => key === 'economy')
      ?.list.flatMap((strand) => (strand.state === 'pending' ? [strand.id] : []));
    expect(rest).toHaveLength(15);
    await takes(one, id, { act: 'approved', strands: rest ?? [], on: DAY });
    const data = {
      number: 'CHN2600001',
      place: '丁柜',
      issued: DAY,
      until: '2031-03-01',
      economies: rest ?? [],
    };
    await takes(one, id, { act: 'made', data });
    expect((await caseView(t.app, filer, id)).row.status).toBe('completed');
    const { items } = await listRows(t.app, one, 'apec-card', {});
    expect(items.map(({ title, stage }) => `${title} ${stage}`)).toEqual(['CHN2600001 in']);
    const said = await refusal(filed());
    expect(said).toContain('A-11');
    expect(said).toContain('CHN2600001');
    // Another person of the same company is not told of it.
    expect((await caseView(t.app, one, await filed({ citizenId: '110105194912310062' }))).row.status).toBe(
      'running',
    );
  });
});
