import type { Service } from '@zhitongche/case';
import { form, table, text } from '@zhitongche/form';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { submitted, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { caseView } from './case-view.ts';

const { sign, review } = toyService.flow.steps;
if (sign?.kind !== 'work' || review?.kind !== 'work') throw new Error('another toy');

const faults = form({
  all: {
    title: '补正事项',
    fields: {
      faults: table(
        '事项',
        { at: text('处', { max: 99 }), message: text('内容', { max: 99 }) },
        { maxRows: 9, rowName: '处' },
      ),
    },
  },
});

/** The toy with a panel of the unit, a reviewer who hands faults on, and a window that tells them or hands them back. */
const service: Service = {
  ...toyService,
  forms: { faults: { title: '补正事项', form: faults } },
  flow: {
    ...toyService.flow,
    start: 'money',
    steps: {
      ...toyService.flow.steps,
      money: {
        kind: 'panel',
        title: '单位财务审核',
        phase: '单位',
        rule: 'all',
        members: () => [{ role: 'unit-finance', at: 'unit' }],
        next: 'sign',
        onFail: 'sign',
        acts: [{ kind: 'agree', opinion: 'required' }],
      },
      sign,
      review: {
        ...review,
        acts: [
          ...review.acts,
          { kind: 'correct', key: 'found', label: '提出补正', collects: 'faults', to: 'telling' },
          { kind: 'advance', key: 'up', label: '提请会签', to: 'countersign', opinion: 'required' },
        ],
      },
      countersign: {
        kind: 'panel',
        title: '会签',
        phase: '省外办',
        rule: 'all',
        members: () => [{ role: 'countersigner', at: 'division:security' }],
        next: 'issuing',
        onFail: 'review',
        acts: [{ kind: 'agree' }, { kind: 'refuse', opinion: 'required' }],
      },
      telling: {
        kind: 'work',
        title: '一次告知',
        phase: '省外办',
        who: { role: 'window', at: 'office' },
        next: 'review',
        acts: [
          { kind: 'correct', opinion: 'optional' },
          { kind: 'advance', key: 'not-needed', label: '无需补正', opinion: 'required' },
          { kind: 'refuse', opinion: 'required' },
        ],
      },
    },
  },
};

let t: TestOffice;
let id: string;
beforeAll(async () => {
  t = await testOffice({ services: [service] });
  id = await submitted(t, 'toy', { subject: '经费', copies: 1 });
  await takes(t, 'unit-finance', id, { act: 'agree', opinion: '经费已落实' });
  await takes(t, 'signer', id, { act: 'agree', opinion: '同意上报' });
  await takes(t, 'handler', id, { act: 'found', faults: [{ at: '', message: '邀请函疑似伪造' }] });
});
afterAll(() => t.drop());

const reads = async (cast: Cast): Promise<string> =>
  JSON.stringify(await caseView(t.app, await t.actor(cast), id));

describe('what desks of the office write to each other', () => {
  it('faults handed on are read by the office only: neither by the clerk nor by those who signed for the unit', async () => {
    for (const office of ['handler', 'window', 'director'] as const)
      expect(await reads(office), office).toContain('邀请函疑似伪造');
    for (const unit of ['filer', 'signer', 'unit-finance'] as const)
      expect(await reads(unit), unit).not.toContain('邀请函疑似伪造');
  });

  it('why nothing of it need be corrected is a word among desks', async () => {
    await takes(t, 'window', id, { act: 'not-needed', opinion: '邀请函经核实无误' });
    expect(await reads('handler')).toContain('邀请函经核实无误');
    for (const unit of ['filer', 'signer', 'unit-finance'] as const)
      expect(await reads(unit), unit).not.toContain('邀请函经核实无误');
  });

  it('what is asked of a colleague, and a countersigner’s no that decides nothing, stay among desks', async () => {
    await takes(t, 'handler', id, { act: 'up', opinion: '请安全处把关' });
    await takes(t, 'countersigner', id, { act: 'refuse', opinion: '线索待查' });
    expect(await reads('handler')).toMatch(/请安全处把关.*线索待查/);
    for (const unit of ['filer', 'signer', 'unit-finance'] as const)
      expect(await reads(unit), unit).not.toMatch(/请安全处把关|线索待查/);
  });

  it('whoever signs for the unit reads what its own departments wrote', async () => {
    for (const own of ['signer', 'unit-finance'] as const) expect(await reads(own)).toContain('经费已落实');
    expect(await reads('filer')).not.toContain('经费已落实');
  });

  it('the reason of a refusal that ends the matter is the applicant’s to read', async () => {
    await takes(t, 'handler', id, { act: 'found', faults: [{ at: '', message: '缺邀请函' }] });
    await takes(t, 'window', id, { act: 'refuse', opinion: '不符合条件' });
    for (const unit of ['filer', 'signer'] as const) expect(await reads(unit)).toContain('不符合条件');
  });
});
