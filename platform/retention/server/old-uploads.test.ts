import { files, form } from '@zhitongche/form';
import type { Service } from '@zhitongche/case';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestOffice, testOffice } from '../../../apps/server/testing/office.ts';
import { freshKey, submitted, takes } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { saveDraft } from '@zhitongche/case/server';
import { placeHold } from './holds.ts';
import { keepTerms } from './keep-terms.ts';
import { retentionView } from './view.ts';

const proof = files('书面说明', { accept: ['pdf'], maxBytes: 1_000_000, maxFiles: 3 });
const { sign } = toyService.flow.steps;
if (sign?.kind !== 'work') throw new Error('the toy begins with a work step');

/** The toy with an attachment of its own and an opinion that carries one. */
const filed: Service = {
  ...toyService,
  form: { ...toyService.form, ...form({ proofs: { title: '材料', fields: { proof } } }) },
  forms: { signing: { title: '签批', form: form({ signing: { title: '签批', fields: { proof } } }) } },
  flow: {
    ...toyService.flow,
    steps: {
      ...toyService.flow.steps,
      sign: {
        ...sign,
        acts: (sign.acts ?? []).map((act) => (act.kind === 'agree' ? { ...act, form: 'signing' } : act)),
      },
    },
  },
};

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [filed] });
});
afterAll(async () => t.drop());

/** Puts a file into a case as an upload does. */
async function uploaded(caseId: string, by: 'filer' | 'signer') {
  const bytes = new TextEncoder().encode(`%PDF-1.4 ${freshKey()}`);
  const { digest, size } = await t.app.blobs.put(bytes);
  const file = { id: freshKey(), name: '说明.pdf', size, type: 'application/pdf', digest };
  await t.base.owner.query(
    `insert into upload (office, id, case_id, name, type, size, digest, by_person, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [t.office, file.id, caseId, file.name, file.type, size, digest, (await t.actor(by)).id, t.app.clock()],
  );
  return file;
}
const left = async (caseId: string): Promise<readonly string[]> =>
  (await t.base.owner.query<{ id: string }>('select id from upload where case_id = $1', [caseId]))
    .map(({ id }) => id)
    .toSorted();

/** The job as it runs hour by hour: on this day and the day after. */
async function daysPass(day: string, next: string): Promise<void> {
  for (const one of [day, next]) {
    t.at(one);
    await keepTerms(t.app, t.office);
  }
}

test('files uploaded for an act that was never taken go when the term of drafts is over, and those that were sent stay', async () => {
  t.at('2026-03-02');
  const id = await submitted(t, 'toy', { subject: '附件', copies: 1 });
  await takes(t, 'signer', id, { act: 'correct', faults: [{ at: 'subject', message: '请附说明' }] });
  const [own, dropped] = [await uploaded(id, 'filer'), await uploaded(id, 'filer')];
  const filer = await t.actor('filer');
  await saveDraft(t.app, filer, {
    caseId: id,
    answers: { subject: '附件', copies: 1, proof: [dropped] },
    revision: 0,
  });
  await takes(t, 'filer', id, { act: 'submit', answers: { subject: '附件', copies: 1, proof: [own] } });
  const [sent, unsent] = [await uploaded(id, 'signer'), await uploaded(id, 'signer')];
  await takes(t, 'signer', id, { act: 'agree', data: { proof: [sent] } });

  await daysPass('2026-03-30', '2026-03-31');
  expect(await left(id)).toHaveLength(4);
  await daysPass('2026-04-02', '2026-04-04');
  expect(await left(id)).toEqual([own.id, sent.id].toSorted());
  const gone = await t.base.owner.query<{ sm3: string }>('select sm3 from dropped_file order by sm3');
  expect(gone.map(({ sm3 }) => sm3)).toEqual([dropped.digest, unsent.digest].toSorted());
  const lines = await t.base.owner.query<{ detail: { file: string } }>(
    "select detail from audit where action = 'file.delete'",
  );
  expect(lines.map(({ detail }) => detail.file).toSorted()).toEqual([dropped.id, unsent.id].toSorted());
});

test('what a draft under correction still names stays with it, and so does everything of a case that is held', async () => {
  t.at('2027-03-01');
  const id = await submitted(t, 'toy', { subject: '补正', copies: 1 });
  await takes(t, 'signer', id, { act: 'correct', faults: [{ at: 'subject', message: '请附说明' }] });
  const waiting = await uploaded(id, 'filer');
  const stray = await uploaded(id, 'filer');
  await saveDraft(t.app, await t.actor('filer'), {
    caseId: id,
    answers: { subject: '补正', copies: 1, proof: [waiting] },
    revision: 0,
  });
  const [row] = await t.base.owner.query<{ number: string }>('select number from case_file where id = $1', [
    id,
  ]);
  await placeHold(
    t.app,
    await t.actor('audit-admin'),
    { key: freshKey(), what: 'test', request: {} },
    { number: row?.number ?? '', reason: '行政复议' },
  );
  await daysPass('2027-05-01', '2027-05-03');
  expect(await left(id)).toEqual([waiting.id, stray.id].toSorted());
  await t.base.owner.query('update case_hold set ended_at = now()');
  await daysPass('2027-05-05', '2027-05-07');
  expect(await left(id)).toEqual([waiting.id]);
  await takes(t, 'filer', id, { act: 'submit', answers: { subject: '补正', copies: 1, proof: [waiting] } });
  await daysPass('2027-05-09', '2027-05-11');
  expect(await left(id)).toEqual([waiting.id]);
});

test('the page of terms says so', async () => {
  const { terms } = await retentionView(t.app, await t.actor('system-admin'));
  expect(terms.map(({ what }) => what).join()).toContain('上传后未随办理提交的附件');
});
