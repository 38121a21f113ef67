import type { Answers } from '@zhitongche/form';
import { type Block, type PaperDoc, addDays } from '@zhitongche/base';
import { paperEditions } from '@zhitongche/case';
import { type Story, story } from '@zhitongche/case/testing';
import { describe, expect, test } from 'vitest';
import { worldOf } from '../../../shared/testing/context.ts';
import { effectiveTrip } from '../effective.ts';
import { outboundTrip } from '../index.ts';
import { spanLeader, spanParticipant } from '../samples.ts';
import { allAgree, built, factsOf, textOf } from '../testing/papers.ts';
import { begun, countersigned, HEAD, throughUnit } from '../testing/roads.ts';

const build = (key: string, s: Story, number?: string): PaperDoc => built(s, key, number);
const kinds = (doc: PaperDoc): readonly Block['kind'][] => doc.blocks.map((block) => block.kind);

/** Decided by the deputy director, papers asked for. */
const decided = (answers: Answers = {}): Story =>
  countersigned(begun({ policies: { 'outbound-trip.route.report-span': false } }), answers)
    .act(HEAD, { act: 'agree' })
    .act('deputy-director', { act: 'agree' });

describe('任务批件', () => {
  const doc = build('approval', decided(), '某外出字〔2026〕15号');
  const text = textOf(doc);

  test('carries number, head and count, dates, countries, task, days, money and the list', () => {
    expect(doc.blocks[1]).toEqual({ kind: 'documentNumber', word: '某外出字', year: 2026, sequence: 15 });
    for (const words of [
      '林若谷等6人',
      '2026年5月16日至2026年5月25日',
      '日本、韩国、新加坡',
      '洽谈经贸合作项目并签署合作备忘录',
      '在外停留10天',
      '部门预算',
    ])
      expect(text).toContain(words);
    for (const name of ['林若谷', '陆清和', '秦知行', '顾望舒', '孟景行', '康采薇'])
      expect(text).toContain(name);
  });

  test('leaves the year of birth standing for a reader who may not see the day, and the day for one who may', () => {
    const def = outboundTrip.papers.find(({ key }) => key === 'approval');
    if (!def) throw new Error('no approval');
    const { open, whole } = paperEditions(outboundTrip, def, factsOf(decided(), '某外出字〔2026〕15号'));
    const born = (paper: PaperDoc | undefined) =>
      (paper?.blocks.find((block) => block.kind === 'table')?.rows ?? []).map(([, , , day]) => day);
    const days = born(whole?.doc);
    expect(days).toHaveLength(6);
    for (const day of days) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(born(open)).toEqual(
      days.map((day) => (typeof day === 'string' ? `${day.slice(0, 4)}-**-**` : day)),
    );
  });

  test('is laid out as an official paper with its list on a sheet of its own', () => {
    expect(kinds(doc)).toEqual([
      'redHead',
      'documentNumber',
      'title',
      'addressee',
      'paragraph',
      'paragraph',
      'paragraph',
      'attachmentList',
      'signature',
      'verification',
      'attachment',
      'table',
      'imprint',
    ]);
  });

  test('names at its foot who else gets it, who printed it and when (GB/T 9704-2012 §7.4)', () => {
    const s = decided(spanLeader({ today: '2026-03-02' }));
    expect(build('approval', s, '某外出字〔2026〕15号').blocks.at(-1)).toEqual({
      kind: 'imprint',
      copiesTo: ['某某省科学院', '某某大学'],
      printer: '某某省人民政府外事办公室',
      printedOn: '2026-03-04',
    });
  });

  test('goes in copy to whoever the office decided on', () => {
    const s = decided();
    const { policy } = s.setting;
    const list = (key: string) => (key === 'outbound-trip.copies-to' ? ['某某省财政厅'] : policy.list(key));
    const def = outboundTrip.papers.find(({ key }) => key === 'approval');
    const asked = { ...factsOf(s, '某外出字〔2026〕15号'), policy: { ...policy, list } };
    expect(def?.build(asked).blocks.at(-1)).toMatchObject({ copiesTo: ['某某省财政厅'] });
  });

  test('shows a stranger how many go where and when, but the head by one character only, and no identity number', () => {
    const shown =
      outboundTrip.papers
        .find((p) => p.key === 'approval')
        ?.publicFacts(factsOf(decided(), '某外出字〔2026〕15号')) ?? [];
    expect(shown.find((f) => f.label === '团长')?.value).toBe('林**');
    expect(shown.find((f) => f.label === '人数')?.value).toBe('6');
    expect(JSON.stringify(shown)).not.toMatch(/\d{17}[\dX]|若谷/);
  });
});

const legsOf = (answers: Answers): readonly Answers[] =>
  Array.isArray(answers.legs) ? answers.legs.filter((leg): leg is Answers => leg instanceof Object) : [];

/** Everything borne by the host. */
const borneByHost = (answers: Answers): Answers => ({
  fundSources: ['host'],
  hostAirfare: true,
  otherFees: [],
  legs: legsOf(answers).map((leg) => ({
    ...leg,
    hostCovers: ['lodging', 'meals', 'transport', 'incidentals'],
  })),
});

test('who bears which cost stands in the 批件, the 确认件 and the 通知书 (§8)', () => {
  const own = story(outboundTrip, worldOf()).answers();
  const legs = legsOf(own).map((leg, i) => (i === 0 ? { ...leg, hostCovers: ['lodging', 'meals'] } : leg));
  const hosted = { legs, fundSources: ['budget', 'host'] };
  const text = textOf(build('approval', decided({ ...own, ...hosted }), '某外出字〔2026〕15号'));
  expect(text).toContain('在日本东京的住宿、伙食由邀请方承担，其余费用由部门预算承担');
  const plain = textOf(build('approval', decided(), '某外出字〔2026〕15号'));
  expect(plain).toContain('所需费用由部门预算承担');
  expect(plain).not.toContain('邀请方');
  const joining = spanParticipant({ today: '2026-03-02' });
  const flown = { ...joining, hostAirfare: true, fundSources: ['host', 'research'] };
  expect(textOf(build('confirmation', decided(flown), '某外确字〔2026〕3号'))).toContain(
    '国际旅费由邀请方承担，其余费用由某某市农业农村局科研经费承担',
  );
  const paid = {
    ...spanLeader({ today: '2026-03-02' }),
    ...borneByHost(spanLeader({ today: '2026-03-02' })),
  };
  expect(textOf(build('notice', decided(paid), '某外通字〔2026〕2号'))).toContain('所需费用由邀请方承担');
});

test('出访人员名单 carries the number of the 批件 it belongs to', () => {
  const s = decided();
  const papers = s.state.papers.map((own) =>
    own.paper === 'approval' ? { ...own, number: '某外出字〔2026〕15号' } : own,
  );
  const def = outboundTrip.papers.find(({ key }) => key === 'roster');
  const doc = def?.build({ ...factsOf(s), state: { ...s.state, papers } });
  expect(doc && textOf(doc)).toContain('任务批件：某外出字〔2026〕15号');
});

test('经费审批意见表 lists who travels and how to reach the inviter', () => {
  const own = story(outboundTrip, worldOf()).answers();
  const legs = legsOf(own).map((leg, i) => (i === 0 ? { ...leg, inviterPhone: '+81-3-0000-0000' } : leg));
  const text = textOf(build('funding-opinion', decided({ ...own, legs })));
  for (const words of ['林若谷', '康采薇', '某某市商务局', '+81-3-0000-0000', '出访人员'])
    expect(text).toContain(words);
});

test('经费审批意见表 has every line of the budget, its sum and who of the unit agreed', () => {
  const s = decided();
  const text = textOf(build('funding-opinion', s));
  for (const words of [
    '住宿费',
    '伙食费',
    '公杂费',
    '国际旅费（经济舱）',
    '合计',
    '日元0.06093',
    '单位签批',
    '同意申报。',
  ])
    expect(text).toContain(words);
  // Money is called as it is on the screen, never by its code.
  expect(text).not.toMatch(/JPY|KRW|SGD|CNY/);
});

test('任务确认件 answers the organiser’s notice by its number', () => {
  const text = textOf(
    build('confirmation', decided(spanParticipant({ today: '2026-03-02' })), '某外确字〔2026〕3号'),
  );
  expect(text).toContain('某外通字〔2026〕88号任务通知书收悉');
  expect(text).toContain('某某部对外合作司');
});

test('受理通知 says until when the office promises to decide', () => {
  expect(textOf(build('acceptance', decided(), '某外受字〔2026〕1号'))).toContain('应于2026年3月5日前办结');
});

test('补正通知 lists every fault with its place in words', () => {
  const s = throughUnit(begun());
  s.act('window', {
    act: 'correct',
    faults: [
      { at: 'members.2.post', message: '职务与邀请函不一致', basis: '外事审核要求' },
      { at: '', message: '补充安全预案' },
    ],
  });
  const text = textOf(build('correction', s, '某外补字〔2026〕1号'));
  for (const words of ['有2处需要补正', '团组人员 › 第3人 › 职务（职称）', '职务与邀请函不一致', '整份申报'])
    expect(text).toContain(words);
});

test('任务变更批件 sets the old beside the new and names the paper it changes', () => {
  const s = decided().issueAll();
  const { exitDate = '', entryDate = '' } = effectiveTrip(s.state);
  s.act('filer', {
    act: 'ask-extension',
    data: {
      kind: 'depart',
      exitDate: addDays(exitDate, 3),
      entryDate: addDays(entryDate, 3),
      reason: '航班取消',
    },
  });
  allAgree(s);
  const table = build('amendment', s, '某外出字〔2026〕16号').blocks.find((block) => block.kind === 'table');
  expect(table?.rows[0]).toEqual([
    '起止日期',
    '2026年5月16日至2026年5月25日',
    '2026年5月19日至2026年5月28日',
  ]);
});

/** Agreed to: a departure that many days later than approved. */
const postponed = (s: Story, days: number): Story => {
  const { exitDate = '', entryDate = '' } = effectiveTrip(s.state);
  const data = {
    kind: 'depart',
    exitDate: addDays(exitDate, days),
    entryDate: addDays(entryDate, days),
    reason: '航班取消',
  };
  return allAgree(s.later(1).act('filer', { act: 'ask-extension', data }));
};

test('a second 变更批件 replaces the first and therefore tells everything that differs from the 批件', () => {
  const s = postponed(postponed(decided().issueAll(), 3).issueAll(), 2);
  const table = build('amendment', s, '某外出字〔2026〕17号').blocks.find((block) => block.kind === 'table');
  expect(table?.rows[0]).toEqual([
    '起止日期',
    '2026年5月16日至2026年5月25日',
    '2026年5月21日至2026年5月30日',
  ]);
});

test('what changes a 确认件 goes to the organiser it was given to', () => {
  const s = postponed(decided(spanParticipant({ today: '2026-03-02' })).issueAll(), 3);
  expect(build('amendment', s, '某外出字〔2026〕16号').blocks).toContainEqual({
    kind: 'addressee',
    text: '某某部对外合作司',
  });
});

test('every paper can be built from a case that is hardly begun, so that a preview never fails', () => {
  const s = story(outboundTrip, worldOf());
  for (const { key } of outboundTrip.papers) expect(build(key, s).blocks.length).toBeGreaterThan(0);
});
