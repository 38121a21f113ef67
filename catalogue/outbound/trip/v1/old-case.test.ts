import { blocks } from '@zhitongche/base';
import { problemsOf } from '@zhitongche/case';
import { story } from '@zhitongche/case/testing';
import { describe, expect, test } from 'vitest';
import { worldOf } from '../../../shared/testing/context.ts';
import { day, FINANCE, HANDLER, HEAD, rowsOf, SECURITY } from '../testing/roads.ts';
import { outboundTripV1 } from './index.ts';

const filed = () => story(outboundTripV1, worldOf()).submit();

describe('a case filed under version 1', () => {
  test('still asks for the two ticks, and for nothing that came later', () => {
    const asked = Object.values(outboundTripV1.form).flatMap(({ fields }) => Object.keys(fields));
    expect(asked).toEqual(expect.arrayContaining(['taskAgreed', 'budgetAgreed']));
    for (const later of ['relatives', 'groupTotal', 'clearancePapers', 'coreFiling'])
      expect(asked).not.toContain(later);
    const s = story(outboundTripV1, worldOf());
    const unticked = { ...s.answers(), taskAgreed: false, budgetForm: null };
    const problems = problemsOf(outboundTripV1, unticked, s.setting);
    expect(problems.filter((p) => blocks([p])).map((p) => [p.code, p.at[0]])).toEqual([
      ['R-23', 'taskAgreed'],
      ['R-23', 'budgetForm'],
    ]);
  });

  test('is seen by the others while it is under way, from the unit’s signature to the return', () => {
    const s = filed();
    expect(rowsOf('trips-under-way', s)).toEqual([]);
    s.act('signer', { act: 'agree' });
    expect(rowsOf('trips-under-way', s)).toMatchObject([{ status: 'filed', members: 6 }]);
  });

  test('opens at the unit’s signature, moves, is corrected, and ends', () => {
    const s = filed();
    expect(s.state.step).toBe('unit-sign');
    s.act('signer', { act: 'agree' }).act('window', { act: 'accept' });
    s.act(HANDLER, { act: 'correct', faults: [{ at: 'results', message: '请量化。' }] });
    s.submit({ results: '签署3份备忘录。' });
    expect(s.state).toMatchObject({ step: 'handler', round: 2 });
    s.act(HANDLER, { act: 'agree', opinion: '拟同意。' })
      .act(SECURITY, { act: 'agree' })
      .act(FINANCE, { act: 'agree' })
      .act(HEAD, { act: 'agree' })
      .act('deputy-director', { act: 'agree' })
      .issueAll();
    expect(s.state.step).toBe('abroad');
    expect(s.state.answers).toMatchObject({ taskAgreed: true, budgetAgreed: true });
    const [exitDate, entryDate] = [day(s.state.answers.exitDate), day(s.state.answers.entryDate)];
    s.on(entryDate)
      .act('filer', {
        act: 'register-return',
        data: { actualExit: exitDate, actualEntry: entryDate, actualPersons: 6, deviation: false },
      })
      .act('passport-officer', {
        act: 'return-passports',
        data: { returnedOn: s.today, count: 6, stampsChecked: true },
      })
      .act('filer', {
        act: 'file-report',
        data: {
          summary: '按批准的行程完成全部公务活动。',
          followUp: '落实会谈纪要。',
          intents: 1,
          overspent: false,
          report: [{ id: 'r', name: 'r.pdf', size: 1, type: 'application/pdf', digest: '0'.repeat(64) }],
        },
      })
      .act(HANDLER, { act: 'close', data: { purposeMet: 'full', asApproved: true, inOrder: true } });
    expect(s.state.status).toBe('completed');
  });
});
