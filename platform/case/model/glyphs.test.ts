import { describe, expect, it } from 'vitest';
import { checkForm } from '../../form/model/check-form.ts';
import * as field from '../../form/model/field.ts';
import { form } from '@zhitongche/form';
import { sampleContext, story } from './testing.ts';
import { accepted } from './testing/toy-roads.ts';
import { toy } from './testing/toy-service.ts';

/** Faces with ASCII, Latin-1 and the basic Han block only. */
const draws = (code: number): boolean => code < 0x100 || (code >= 0x3000 && code <= 0x9fff) || code >= 0xff00;
const plain = (code: number): boolean => draws(code) && code < 0x1_0000;
const trip = form({
  trip: {
    title: '行程',
    fields: {
      host: field.text('邀请人', { max: 50 }),
      note: field.text('说明', { max: 500, lines: 3 }),
      members: field.table(
        '人员',
        { name: field.text('姓名', { max: 20 }), unit: field.text('单位', { max: 50 }) },
        { maxRows: 9, rowName: '人' },
      ),
    },
  },
});
const typed = (answers: object) => checkForm(trip, answers, sampleContext([], { draws: plain }));

describe('a character that no paper can draw', () => {
  it('is refused at its field while it is typed, named with what to do', () => {
    const problems = typed({
      host: 'Antonín Dvořák',
      members: [{ name: '张三' }, { name: '李𫍰', unit: '某单位' }],
    });
    expect(problems.map((p) => [p.level, p.at.join('.')])).toEqual([
      ['block', 'host'],
      ['block', 'members.1.name'],
    ]);
    expect(problems[0]?.message).toContain('“ř”（U+0159）');
    expect(problems[0]?.todo).toContain('系统管理员');
    expect(problems[1]?.message).toContain('“𫍰”（U+2B370）');
    expect(problems[1]?.message).toContain('第2人');
  });

  it('is named once with all others of its field', () => {
    const [problem, ...more] = typed({ host: 'Řehoř Wałęsa ř' });
    expect(more).toEqual([]);
    for (const letter of 'Řřłę') expect(problem?.message.split(`“${letter}”`)).toHaveLength(2);
  });

  it('leaves the answer as typed, so that nothing else goes missing with it', () => {
    expect(typed({ host: '𫍰', note: '一行\n两行' }).map((p) => p.at.join('.'))).toEqual(['host']);
  });

  it('is judged as it would be printed: composed, and marks nobody sees are told as such', () => {
    expect(typed({ host: 'Mu\u0308ller' })).toEqual([]);
    const [problem] = typed({ host: '张\u202e三' });
    expect(problem?.message).toContain('不可见字符（U+202E）');
  });

  it('is no hindrance where the faces have it', () => {
    const everything = sampleContext([], { draws: () => true });
    expect(checkForm(trip, { host: 'Dvořák 김민준 𠮷', members: [{ name: '𫍰' }] }, everything)).toEqual([]);
  });

  it('is refused in opinions and faults before the act is decided, never after', () => {
    const s = story(toy, { draws: plain }).submit({ size: 'small' });
    expect(s.refused('window', { act: 'agree', opinion: '同意ř' })).toMatchObject([
      { code: 'field.undrawable', at: ['opinion'] },
    ]);
    const faults = [{ at: 'from', message: '地名应为“ř”', basis: '第1条ł' }];
    expect(s.refused('window', { act: 'correct', faults }).map((p) => p.at.join('.'))).toEqual([
      'faults.0.message',
      'faults.0.basis',
    ]);
    expect(accepted().state.status).toBe('running');
  });
});
