import type { Answers } from '@zhitongche/form';
import type { Story } from '@zhitongche/case/testing';
import { describe, expect, test } from 'vitest';
import { spanLeader, spanParticipant } from '../samples.ts';
import { allAgree, built, factsOf, textOf } from '../testing/papers.ts';
import { approved, begun } from '../testing/roads.ts';
import { outboundTrip } from '../index.ts';

const TODAY = '2026-03-02';
const led = (more: Answers = {}): Story =>
  approved(begun({ policies: { 'outbound-trip.route.report-span': false } }), {
    ...spanLeader({ today: TODAY }),
    ...more,
  });
const joined = (more: Answers = {}): Story =>
  approved(begun(), { ...spanParticipant({ today: TODAY }), ...more });
const notice = (s: Story) => textOf(built(s, 'notice:某某省科学院', '某外通字〔2026〕2号'));

describe('a paper speaks as the office that issues it', () => {
  test('what the unit said of its money in the first person is quoted as the unit’s, on every paper', () => {
    const quoted = '（申报单位说明：列入本单位年度部门预算）';
    expect(textOf(built(led(), 'approval', '某外出字〔2026〕1号'))).toContain(`部门预算承担${quoted}。`);
    expect(notice(led())).toContain(quoted);
    expect(textOf(built(joined(), 'confirmation', '某外确字〔2026〕1号'))).toContain(quoted);
  });

  test('to others it says whose budget pays', () => {
    expect(notice(led())).toContain('所需费用由某某省科学技术厅部门预算承担');
    const letter = textOf(built(joined(), 'confirmation', '某外确字〔2026〕1号'));
    expect(letter).toContain('所需费用由某某市农业农村局部门预算承担');
  });

  test('money from elsewhere has a name too', () => {
    const s = led({ fundSources: ['enterprise', 'other'], inBudget: null });
    expect(textOf(built(s, 'approval', '某外出字〔2026〕1号'))).toContain(
      '所需费用由企业自筹经费、其他经费承担',
    );
  });

  test('the 批件 names the head with unit and post', () => {
    const s = led();
    const [head] = Array.isArray(s.state.answers.members) ? s.state.answers.members : [];
    const name = head instanceof Object && 'name' in head ? String(head.name) : '';
    expect(textOf(built(s, 'approval', '某外出字〔2026〕1号'))).toContain(
      `同意某某省科学技术厅处长${name}等3人于`,
    );
  });

  test('who must act on a letter gets it too: the unit that sends, and the unit that leads', () => {
    const copies = (s: Story, name: string) =>
      built(s, name).blocks.flatMap((block) => (block.kind === 'imprint' ? (block.copiesTo ?? []) : []));
    expect(copies(joined(), 'confirmation')).toEqual(['某某市农业农村局']);
    expect(copies(led(), 'notice:某某省科学院')).toEqual(['某某省科学技术厅']);
  });
});

test('a list issued with a change cites the 变更批件 beside the 批件', () => {
  const s = led();
  const papers = [
    ...s.state.papers.map((own) =>
      own.paper === 'approval' ? { ...own, number: '某外出字〔2026〕15号' } : own,
    ),
    {
      paper: 'amendment',
      step: 'amending',
      status: 'asked',
      attempts: 0,
      number: '某外出字〔2026〕16号',
    } as const,
  ];
  const def = outboundTrip.papers.find(({ key }) => key === 'roster');
  const doc = def?.build({ ...factsOf(s), state: { ...s.state, papers } });
  expect(doc && textOf(doc)).toContain('任务批件：某外出字〔2026〕15号，变更批件：某外出字〔2026〕16号');
});

describe('变更', () => {
  const programme = (s: Story): Story =>
    allAgree(
      s.later(1).act('filer', {
        act: 'ask-change',
        data: { parts: ['programme'], reason: '会谈顺序调整', detail: '两场会谈对调' },
      }),
    ).issueAll();

  test('to an organiser elsewhere it is a 确认件 that changes, in the form of a letter, not a 批件', () => {
    const s = programme(joined());
    const text = textOf(built(s, 'amendment', '某外出字〔2026〕9号'));
    expect(text).toContain('title 因公临时出国任务确认件（变更）');
    expect(text).toContain('redHead 某某省人民政府外事办公室 letter');
    expect(text).not.toContain('批件');
  });

  test('it says which earlier change it takes the place of, and what its words are about', () => {
    const s = programme(led());
    const papers = s.state.papers.map((own) =>
      own.paper === 'amendment' ? { ...own, number: '某外出字〔2026〕16号' } : own,
    );
    const def = outboundTrip.papers.find(({ key }) => key === 'amendment');
    const doc = def?.build({ ...factsOf(s, '某外出字〔2026〕17号'), state: { ...s.state, papers } });
    const text = doc ? textOf(doc) : '';
    expect(text).toContain('变更内容：两场会谈对调。');
    expect(text).toContain('原某外出字〔2026〕16号由本件替代，不再有效。');
  });
});
