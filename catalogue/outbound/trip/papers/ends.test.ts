import type { Answers } from '@zhitongche/form';
import type { Story } from '@zhitongche/case/testing';
import { describe, expect, test } from 'vitest';
import { effectiveTrip } from '../effective.ts';
import { outboundTrip } from '../index.ts';
import { spanLeader, spanParticipant } from '../samples.ts';
import { built, textOf } from '../testing/papers.ts';
import {
  accepted,
  agreedTo,
  approved,
  asked,
  begun,
  countersigned,
  HANDLER,
  HEAD,
  inCity,
  throughUnit,
  unitAgreed,
} from '../testing/roads.ts';

const TODAY = '2026-03-02';
const led = (): Story =>
  approved(begun({ policies: { 'outbound-trip.route.report-span': false } }), spanLeader({ today: TODAY }));
const joined = (): Story => approved(begun(), spanParticipant({ today: TODAY }));
const request = (s: Story, act: string, data: Answers): Story =>
  agreedTo(unitAgreed(s.later(1).act('filer', { act, data }))).issueAll();
const revoked = (s: Story): Story =>
  request(s, 'ask-revocation', { reason: '对方取消邀请', passportsOut: false });
const changed = (s: Story): Story =>
  request(s, 'ask-change', { parts: ['programme'], reason: '会谈顺序调整', detail: '两场会谈对调' });
const since = (s: Story, before: number): readonly string[] => asked(s).slice(before);

describe('a revoked paper is told to whom it was issued', () => {
  test('to each unit that was told to send people, by name and number of what no longer counts', () => {
    const s = led();
    const before = asked(s).length;
    revoked(s);
    expect(since(s, before)).toEqual(['lapse:某某省科学院', 'lapse:某某大学']);
    const text = textOf(built(s, 'lapse:某某省科学院', '某外撤字〔2026〕1号'));
    expect(text).toContain('addressee 某某省科学院');
    expect(text).toContain('因公临时出国任务通知书');
    expect(text).toContain('不再有效');
    // What others were told is no business of this one.
    expect(text).not.toContain('某某大学');
  });

  test('to the organiser, whom the 确认件 was for', () => {
    const s = joined();
    const before = asked(s).length;
    const { organiser = '' } = effectiveTrip(s.state);
    revoked(s);
    expect(since(s, before)).toEqual([`lapse:${organiser}`]);
  });

  test('these notices count: they are not themselves revoked, also once the case is over', () => {
    const s = revoked(led()).act('passport-officer', { act: 'none-out' });
    expect(s.state.status).toBe('cancelled');
    expect(
      s.state.papers.filter(({ paper }) => paper.startsWith('lapse')).map(({ revoked: no }) => no),
    ).toEqual([undefined, undefined]);
  });

  test('a trip of one unit alone has nobody else to tell', () => {
    const s = approved(begun());
    const before = asked(s).length;
    revoked(s);
    expect(since(s, before)).toEqual([]);
  });
});

describe('a changed 确认件', () => {
  test('is numbered in the series of 确认件, a changed 批件 in that of 批件', () => {
    const seriesOf = (key: string) => outboundTrip.papers.find((def) => def.key === key)?.series;
    expect(asked(changed(joined()))).toContain('amended-confirmation');
    expect(seriesOf('amended-confirmation')).toEqual(seriesOf('confirmation'));
    expect(asked(changed(led()))).toContain('amendment');
    expect(seriesOf('amendment')).toEqual(seriesOf('approval'));
  });
});

describe('a filing that is turned down gets a paper with the reason', () => {
  const opinion = '出访任务与业务无关';

  test('不予受理 at the window', () => {
    const s = throughUnit(begun()).act('window', { act: 'refuse', opinion });
    expect(asked(s)).toEqual(['non-acceptance']);
    const text = textOf(built(s, 'non-acceptance', '某外不受字〔2026〕1号'));
    expect(text).toContain('不予受理');
    expect(text).toContain(`理由：${opinion}。`);
    expect(text).toContain('中办发〔2008〕9号');
  });

  test.each([
    ['经办', (s: Story) => accepted(s).act(HANDLER, { act: 'refuse', opinion })],
    ['处长', (s: Story) => countersigned(s).act(HEAD, { act: 'refuse', opinion })],
    [
      '分管副主任',
      (s: Story) =>
        countersigned(s).act(HEAD, { act: 'agree' }).act('deputy-director', { act: 'refuse', opinion }),
    ],
  ])('不予批准 by %s', (_who, road) => {
    const s = road(begun());
    expect(s.state.status).toBe('refused');
    expect(asked(s).at(-1)).toBe('refusal');
    const text = textOf(built(s, 'refusal', '某外不批字〔2026〕1号'));
    expect(text).toContain('不予批准');
    expect(text).toContain(`理由：${opinion}。`);
  });

  test('a city office that only reviews decides nothing, and issues none; one that decides does', () => {
    const reviewed = throughUnit(inCity()).act('city-reviewer', { act: 'refuse', opinion });
    expect(asked(reviewed)).toEqual([]);
    const decides = inCity({ policies: { 'outbound-trip.city-delegated': true } });
    throughUnit(decides)
      .act('city-reviewer', { act: 'accept' })
      .act('city-leader', { act: 'refuse', opinion });
    expect(asked(decides).at(-1)).toBe('refusal');
  });

  test('what the unit itself refuses is its own affair', () => {
    const s = throughUnit(begun(), {}, 'unit-sign').act('signer', { act: 'refuse', opinion });
    expect(asked(s)).toEqual([]);
  });
});

describe('人员备案表', () => {
  const atFiling = (): Story => throughUnit(begun(), {}, 'personnel-filing');

  test('is printed for each traveller, for the unit’s personnel department', () => {
    const s = atFiling().act('unit-personnel', { act: 'print-filings' });
    const { members = [] } = effectiveTrip(s.state);
    expect(asked(s)).toEqual(members.map(({ name }) => `personnel-filing:${name}`));
    expect(s.state.step).toBe('personnel-filing');
  });

  test('carries the person, the family, the task, and room for the opinions', () => {
    const s = atFiling();
    const { members = [], purpose = '' } = effectiveTrip(s.state);
    const { name = '', employer = '', clearanceBy = '' } = members[0] ?? {};
    const text = textOf(built(s, `personnel-filing:${name}`));
    for (const part of [
      '因公临时出国人员备案表',
      name,
      employer,
      clearanceBy,
      '家庭成员',
      purpose,
      '派员单位意见',
      '组织（人事）部门意见',
      '取得外国国籍',
    ])
      expect(text).toContain(part);
  });
});
