import { describe, expect, test } from 'vitest';
import { outboundTrip } from './index.ts';
import { sampleUpload } from '../../shared/sample-upload.ts';
import { begun, throughUnit } from './testing/roads.ts';
import { trip } from './testing/trip.ts';

const AFFAIRS = 'unit-affairs';
const MONEY = 'unit-finance';
const PERSONNEL = 'unit-personnel';
const EMPTY = { policies: { 'outbound-trip.unit-opinions': [] } };

describe('先审后批: the opinions of the unit’s own departments are the basis of the approval (§9.1, R-23)', () => {
  test('foreign affairs, finance and personnel each sign with an opinion of their own before the unit does', () => {
    const s = begun().submit();
    expect(s.state.step).toBe('unit-opinions');
    expect(s.open('signer').some((act) => act.kind === 'agree')).toBe(false);
    s.act(AFFAIRS, { act: 'agree', opinion: '出访必要，时间、国别、路线、人数合规。' })
      .act(PERSONNEL, { act: 'agree', opinion: '人员符合派出条件。' })
      .act(MONEY, { act: 'agree', opinion: '已列入本年度预算，逐项核对标准。' });
    expect(s.state.step).toBe('unit-sign');
    const said = s.state.seats.filter((seat) => seat.step === 'unit-opinions');
    expect(said.map(({ role, verdict, doer }) => [role, verdict, doer?.id])).toEqual([
      [AFFAIRS, 'agree', AFFAIRS],
      [MONEY, 'agree', MONEY],
      [PERSONNEL, 'agree', PERSONNEL],
    ]);
    expect(said.every(({ opinion }) => (opinion ?? '') !== '')).toBe(true);
  });

  test('a signature without an opinion is none', () => {
    const s = begun().submit();
    expect(s.refused(MONEY, { act: 'agree' })[0]?.at).toEqual(['opinion']);
  });

  test('不同意 sends the case back to the clerk with the reason, and the mended case is looked at by all of them again', () => {
    const s = begun().submit().act(AFFAIRS, { act: 'agree', opinion: '同意。' });
    s.act(MONEY, {
      act: 'disagree',
      opinion: '住宿费测算有误。',
      faults: [{ at: 'legs.0.hotelPrice', message: '房价超过标准，请重新测算。' }],
    });
    expect(s.state).toMatchObject({ status: 'correcting', faults: [{ at: 'legs.0.hotelPrice' }] });
    s.submit();
    expect(s.state.step).toBe('unit-opinions');
    expect(s.open(AFFAIRS).map((act) => act.act)).toContain('agree');
  });

  test('what the unit’s signer sends back is opined on anew', () => {
    const s = throughUnit(begun(), {}, 'unit-sign');
    s.act('signer', { act: 'correct', faults: [{ at: 'results', message: '请量化。' }] }).submit();
    expect(s.state.step).toBe('unit-opinions');
  });

  test('the office may ask fewer of them, and a person of several posts signs for each', () => {
    const two = begun({ policies: { 'outbound-trip.unit-opinions': ['affairs', 'finance'] } }).submit();
    const grants = [AFFAIRS, MONEY].map((role) => ({ role, org: 'unit' }) as never);
    const both = { id: 'small', name: '兼任人', org: 'unit', grants, standsInFor: [] };
    const [first, second] = two.open(both).filter((act) => act.kind === 'agree');
    expect([first?.seat, second?.seat]).toEqual(['s1', 's2']);
    two
      .act(both, { act: 'agree', seat: 's1', opinion: '同意。' })
      .act(both, { act: 'agree', seat: 's2', opinion: '同意。' });
    expect(two.state.step).toBe('unit-sign');
  });

  test('without a panel the sealed form must be attached instead (R-23)', () => {
    const bare = trip();
    expect(
      begun()
        .problems(bare)
        .map((p) => p.code),
    ).not.toContain('R-23');
    expect(begun(EMPTY).problems(bare)).toContainEqual(
      expect.objectContaining({ code: 'R-23', level: 'block', at: ['budgetForm'] }),
    );
    const s = begun(EMPTY).submit({ budgetForm: sampleUpload('budget', '审批意见表') });
    expect(s.state.step).toBe('unit-sign');
  });

  test('nobody is asked by a tick whether two departments agreed', () => {
    const fields = Object.values(outboundTrip.form).flatMap((section) => Object.keys(section.fields));
    expect(fields).not.toContain('taskAgreed');
    expect(fields).not.toContain('budgetAgreed');
  });
});

describe('the supervising department of a second-level unit (主管部门, §1)', () => {
  test('signs after the unit and before the office', () => {
    const s = throughUnit(begun({ underSuperior: true }), {}, 'superior');
    expect(s.state.step).toBe('superior');
    s.act('signer@superior', { act: 'agree', opinion: '同意申报。' });
    expect(s.state.path.map(({ step }) => step)).toEqual([
      'unit-opinions',
      'unit-sign',
      'superior',
      'personnel-filing',
    ]);
  });

  test('is not asked about a first-level unit', () => {
    const s = throughUnit(begun());
    expect(s.state.path.some(({ step }) => step === 'superior')).toBe(false);
  });
});
