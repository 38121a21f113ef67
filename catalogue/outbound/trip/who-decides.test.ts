import type { Answers } from '@zhitongche/form';
import { addDays } from '@zhitongche/base';
import type { Cast, Story, World } from '@zhitongche/case/testing';
import { describe, expect, test } from 'vitest';
import { effectiveTrip } from './effective.ts';
import { outboundTrip } from './index.ts';
import { sampleStanding } from './sample-people.ts';
import { sampleUpload } from '../../shared/sample-upload.ts';
import {
  approved,
  begun,
  handIn,
  HANDLER,
  HEAD,
  inCity,
  membersOf,
  moneyOf,
  throughCity,
  throughUnit,
} from './testing/roads.ts';

const DELEGATED: World = { policies: { 'outbound-trip.city-delegated': true } };

const byCity = (): Story =>
  throughUnit(inCity(DELEGATED))
    .act('city-reviewer', { act: 'accept' })
    .act('city-leader', { act: 'agree' })
    .issueAll();

const bureau = (s: Story): Answers => ({
  members: membersOf(s.answers()).map((member, i) =>
    i === 0 && member instanceof Object ? { ...member, ...sampleStanding('bureau') } : member,
  ),
});

const reply = (result: 'approved' | 'refused') => ({
  act: 'report',
  reply: { result, number: '省政外〔2026〕8号', date: '2026-03-02', authority: '某某省人民政府' },
});

/** A 厅局级 trip the director signed; reported upwards unless the office set otherwise. */
const byDirector = (world: World = {}): Story => {
  const s = begun(world);
  throughUnit(s, bureau(s)).act('window', { act: 'accept' });
  s.act(HANDLER, { act: 'agree', opinion: '拟同意。' });
  s.act('countersigner@security', { act: 'agree' }).act('countersigner@finance', { act: 'agree' });
  s.act(HEAD, { act: 'agree' }).act('deputy-director', { act: 'agree' }).act('director', { act: 'agree' });
  return s.state.step === 'report-up' ? s.act(HANDLER, reply('approved')).issueAll() : s.issueAll();
};
const NOT_REPORTED: World = { policies: { 'outbound-trip.route.report': [] } };

const REQUESTS = {
  change: { parts: ['programme'], reason: '会谈顺序调整', detail: '两场会谈对调' },
  extension: { kind: 'depart', exitDate: '2026-06-01', entryDate: '2026-06-10', reason: '航班取消' },
  revocation: { reason: '邀请方取消活动', passportsOut: false },
};
type Request = keyof typeof REQUESTS;
const KINDS: readonly Request[] = ['change', 'extension', 'revocation'];

const request = (s: Story, kind: Request): Story =>
  s.act('filer', { act: `ask-${kind}`, data: REQUESTS[kind] }).act('signer', { act: 'agree' });

/** Who is asked in turn until the request is decided, each agreeing; the reply from above is a person of its own. */
const asked = (s: Story): readonly string[] => {
  const everyone: readonly Cast[] = [
    'city-reviewer',
    'city-leader',
    HANDLER,
    HEAD,
    'deputy-director',
    'director',
  ];
  const turns: string[] = [];
  for (let i = 0; i < 9; i += 1) {
    const next = everyone.find((who) => s.open(who).some(({ act }) => act === 'agree'));
    if (next !== undefined) s.act(next, { act: 'agree' });
    else if (s.state.status === 'outside') s.act(HANDLER, reply('approved'));
    else break;
    turns.push(next ?? 'above');
  }
  return turns;
};

describe('谁审批、谁负责: changes are decided by whoever approved the trip', () => {
  test.each(KINDS)('a trip the deputy director approved: %s goes up to the deputy director', (kind) => {
    const s = request(approved(begun()), kind);
    expect(s.notes().join()).toMatch(/由分管副主任审定$/);
    expect(asked(s)).toEqual([HANDLER, HEAD, 'deputy-director']);
    expect(s.state.step).toBe(kind === 'revocation' ? 'hand-in' : 'amending');
  });

  test.each(KINDS)('a trip the head of division approved: %s ends with the head', (kind) => {
    const s = begun({ policies: { 'outbound-trip.route.deputy': [] } });
    throughUnit(s).act('window', { act: 'accept' }).act(HANDLER, { act: 'agree', opinion: '拟同意。' });
    s.act('countersigner@security', { act: 'agree' }).act('countersigner@finance', { act: 'agree' });
    s.act(HEAD, { act: 'agree' }).issueAll();
    expect(asked(request(s, kind))).toEqual([HANDLER, HEAD]);
  });

  test.each(KINDS)('a trip the director approved: %s goes up to the director', (kind) => {
    expect(asked(request(byDirector(NOT_REPORTED), kind))).toEqual([
      HANDLER,
      HEAD,
      'deputy-director',
      'director',
    ]);
  });

  test.each(KINDS)('a trip approved above the office: %s goes back to the authority above', (kind) => {
    const s = request(byDirector(), kind);
    expect(asked(s)).toEqual([HANDLER, HEAD, 'deputy-director', 'director', 'above']);
    expect(s.state.step).toBe(kind === 'revocation' ? 'hand-in' : 'amending');
  });

  test('a change the authority above agreed to says so on its paper, with number and day', () => {
    const s = request(byDirector(), 'change');
    asked(s);
    const paper = outboundTrip.papers.find(({ key }) => key === 'amendment');
    const letterhead = { org: 'office', name: '某某省外办', signature: '某某省外办', mark: '某外' };
    const doc = paper?.build({
      caseId: 'case-1',
      caseNumber: 'C-1',
      state: s.state,
      number: '某外出字〔2026〕16号',
      date: s.today,
      letterhead,
      verify: { url: 'https://example.cn/v/AAAA', code: 'AAAA-BBBB' },
      policy: s.setting.policy,
    });
    expect(doc?.blocks.map((block) => ('text' in block ? block.text : ''))).toContain(
      '本次变更已经某某省人民政府批准（省政外〔2026〕8号，2026年3月2日）。',
    );
  });

  test('what the authority above does not agree to does not count: the trip stands as approved', () => {
    for (const kind of KINDS) {
      const s = request(byDirector(), kind);
      s.act(HANDLER, { act: 'agree' }).act(HEAD, { act: 'agree' });
      s.act('deputy-director', { act: 'agree' }).act('director', { act: 'agree' });
      s.act(HANDLER, reply('refused'));
      expect(s.state).toMatchObject({ step: 'abroad', status: 'running' });
      expect(s.state.flags).toEqual([]);
      expect(effectiveTrip(s.state).exitDate).toBe(s.state.answers.exitDate);
      expect(s.state.papers.some((paper) => paper.revoked)).toBe(false);
    }
  });

  test('an office may set which kinds of change end below; one that touches more goes up all the same', () => {
    const world = { policies: { 'outbound-trip.change.ends-below': ['programme', 'revocation'] } };
    const below = [HANDLER, HEAD, 'deputy-director', 'director'];
    expect(asked(request(byDirector(world), 'change'))).toEqual(below);
    expect(asked(request(byDirector(world), 'revocation'))).toEqual(below);
    expect(asked(request(byDirector(world), 'extension'))).toEqual([...below, 'above']);
    const both = byDirector(world);
    const more = both.act('filer', {
      act: 'ask-change',
      data: { ...REQUESTS.change, parts: ['programme', 'funding'], ...moneyOf(both) },
    });
    expect(asked(more.act('signer', { act: 'agree' }))).toEqual([...below, 'above']);
  });

  test.each(KINDS)(
    'a trip the city decided: %s is the city’s alone, and its paper carries the city’s seal',
    (kind) => {
      const s = request(byCity(), kind);
      expect(s.open(HANDLER)).toEqual([]);
      expect(asked(s)).toEqual(['city-reviewer', 'city-leader']);
      if (kind === 'revocation') return;
      s.issueAll();
      const amendment = outboundTrip.papers.find(({ key }) => key === 'amendment');
      expect(amendment?.issuer instanceof Function && amendment.issuer(s.state)).toBe('city');
    },
  );

  test('whoever prepares or decides may decline, and give back to the reviewer', () => {
    const declined = request(byDirector(), 'change')
      .act(HANDLER, { act: 'agree' })
      .act(HEAD, { act: 'agree' });
    expect(declined.open('deputy-director').map(({ act }) => act)).toEqual(
      expect.arrayContaining(['agree', 'back', 'decline', 'transfer']),
    );
    declined.act('deputy-director', { act: 'back', opinion: '请核实。' });
    expect(declined.open(HANDLER).map(({ act }) => act)).toContain('agree');
    declined
      .act(HANDLER, { act: 'agree' })
      .act(HEAD, { act: 'agree' })
      .act('deputy-director', { act: 'agree' });
    declined.act('director', { act: 'decline', opinion: '不宜变更。' });
    expect(declined.state.step).toBe('abroad');
    const city = request(byCity(), 'extension').act('city-reviewer', { act: 'agree' });
    city.act('city-leader', { act: 'back', opinion: '请核实。' });
    city.act('city-reviewer', { act: 'decline', opinion: '理由不充分。' });
    expect(city.state.step).toBe('abroad');
  });

  test.each(KINDS)('a trip that came up through the city office: %s comes through it too', (kind) => {
    const s = throughCity(inCity()).act('window', { act: 'accept' });
    s.act(HANDLER, { act: 'agree', opinion: '拟同意。' });
    s.act('countersigner@security', { act: 'agree' }).act('countersigner@finance', { act: 'agree' });
    s.act(HEAD, { act: 'agree' }).act('deputy-director', { act: 'agree' }).issueAll();
    expect(asked(request(s, kind))).toEqual(['city-reviewer', HANDLER, HEAD, 'deputy-director']);
  });

  test('a second change takes the same road as the first', () => {
    const s = request(byCity(), 'change');
    asked(s);
    s.issueAll().later(1);
    expect(asked(request(s, 'change'))).toEqual(['city-reviewer', 'city-leader']);
  });

  test('a trip the city decided is judged by the city, and nobody of the province hurries it', () => {
    const s = byCity();
    const { exitDate, entryDate } = effectiveTrip(s.state);
    s.on(addDays(entryDate ?? '', 1)).act('filer', {
      act: 'register-return',
      data: { actualExit: exitDate, actualEntry: entryDate, actualPersons: 6, deviation: false },
    });
    expect(s.open(HANDLER)).toEqual([]);
    expect(s.open('city-reviewer').map(({ kind }) => kind)).toEqual(['urge']);
    const report = sampleUpload('report', '出访报告');
    const data = { summary: '完成任务。', followUp: '落实清单。', intents: 1, overspent: false, report };
    handIn(s.act('filer', { act: 'file-report', data }));
    expect(s.state.step).toBe('city-evaluation');
    expect(s.open(HANDLER)).toEqual([]);
    s.act('city-reviewer', { act: 'close', data: { purposeMet: 'full', asApproved: true, inOrder: true } });
    expect(s.state.status).toBe('completed');
  });

  test('the clerk who asked cannot cancel what was approved while it is being decided', () => {
    for (const s of [byDirector(), byCity()]) {
      request(s, 'change');
      expect(s.open('filer').map(({ kind }) => kind)).not.toContain('cancel');
    }
  });
});
