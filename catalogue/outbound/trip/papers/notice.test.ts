import { addDays, type Json, type PaperDoc } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import type { Story } from '@zhitongche/case/testing';
import { describe, expect, test } from 'vitest';
import { spanLeader } from '../samples.ts';
import { allAgree, built, textOf } from '../testing/papers.ts';
import { approved, asked, begun, countersigned, familiesOf, HEAD, membersOf } from '../testing/roads.ts';

const TODAY = '2026-03-02';
const OWN = '某某省科学技术厅';
const ACADEMY = '某某省科学院';
const UNIVERSITY = '某某大学';
const decidedBelow = { policies: { 'outbound-trip.route.report-span': false } };
const organiser = (): Answers => spanLeader({ today: TODAY });
const led = (answers: Answers = organiser()): Story => approved(begun(decidedBelow), answers);

const people = (s: Story): readonly Answers[] =>
  membersOf(s.state.answers).filter((one): one is Answers => one instanceof Object && !Array.isArray(one));

const word = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

const notices = (s: Story) => s.state.papers.filter(({ paper }) => paper.startsWith('notice'));
const text = (s: Story, name: string): string => textOf(built(s, name, '某外通字〔2026〕2号'));
const rowOf = (doc: PaperDoc) => doc.blocks.find((block) => block.kind === 'addressee');

/** An approved change of who travels. */
const exchanged = (s: Story, members: readonly unknown[]): Story => {
  const data = {
    parts: ['members'],
    reason: '人员另有任务',
    members: JSON.parse(JSON.stringify(members)),
    relatives: familiesOf(s, members),
  };
  return allAgree(s.later(1).act('filer', { act: 'ask-change', data }));
};

describe('任务通知书：每个派员单位一份（§8）', () => {
  test('a 双跨 of three units brings one notice to each of the two that send people, each with its own number', () => {
    const s = countersigned(begun(decidedBelow), organiser())
      .act(HEAD, { act: 'agree' })
      .act('deputy-director', { act: 'agree' });
    expect(notices(s).map(({ paper }) => paper)).toEqual([`notice:${ACADEMY}`, `notice:${UNIVERSITY}`]);
    const drawn = s.events.flatMap(({ body }) =>
      body.type === 'issue-asked' && body.paper.startsWith('notice') ? [body.series] : [],
    );
    expect(drawn).toEqual(['outbound-notice', 'outbound-notice']);
  });

  test('each is addressed to its unit and says 你单位派几人, who they are, who leads with unit and post, and who pays', () => {
    const s = led({ ...organiser(), fundSources: ['budget', 'host'], hostAirfare: true });
    expect(rowOf(built(s, `notice:${ACADEMY}`))).toEqual({ kind: 'addressee', text: ACADEMY });
    const said = text(s, `notice:${ACADEMY}`);
    const [leader] = people(s);
    expect(said).toContain('你单位派1人');
    expect(said).toContain(`团长${word(leader?.name)}（${OWN}${word(leader?.post)}）`);
    expect(said).toContain('国际旅费由邀请方承担');
    expect(said).toContain('附注');
  });

  test('what one unit is told does not name the people of another', () => {
    const s = led();
    const nameOf = (unit: string): string => word(people(s).find(({ employer }) => employer === unit)?.name);
    expect(nameOf(UNIVERSITY)).not.toBe('');
    expect(text(s, `notice:${ACADEMY}`)).toContain(nameOf(ACADEMY));
    expect(text(s, `notice:${ACADEMY}`)).not.toContain(nameOf(UNIVERSITY));
  });

  test('a change of one unit’s people brings that unit a new notice in place of the old one; the other keeps its own', () => {
    const s = led();
    const swapped = people(s).map((one) =>
      one.employer === ACADEMY ? { ...one, name: '新来者', pinyin: 'XIN LAIZHE' } : one,
    );
    exchanged(s, swapped).issueAll();
    expect(notices(s).map(({ paper, superseded }) => [paper, superseded])).toEqual([
      [`notice:${ACADEMY}`, true],
      [`notice:${UNIVERSITY}`, undefined],
      [`notice:${ACADEMY}`, undefined],
    ]);
    expect(text(s, `notice:${ACADEMY}`)).toContain('新来者');
  });

  test('a unit whose people all stay at home is told so, and its notice no longer counts', () => {
    const s = led();
    const without = people(s).filter(({ employer }) => employer !== ACADEMY);
    exchanged(s, without).issueAll();
    expect(asked(s).filter((paper) => paper === `notice:${ACADEMY}`)).toHaveLength(2);
    expect(text(s, `notice:${ACADEMY}`)).toContain('你单位不再派员');
  });

  test('new dates are told to every unit that sends people', () => {
    const s = led();
    const { exitDate, entryDate } = s.state.answers;
    const data = {
      kind: 'depart',
      exitDate: addDays(word(exitDate), 1),
      entryDate: addDays(word(entryDate), 1),
      reason: '航班取消',
    };
    allAgree(s.later(1).act('filer', { act: 'ask-extension', data }));
    expect(asked(s).filter((paper) => paper.startsWith('notice'))).toHaveLength(4);
  });
});
