import { describe, expect, it } from 'vitest';
import { respell, spellingOf } from './spelling.ts';
import { story } from './testing.ts';
import { toy } from './testing/toy-service.ts';

/** Faces of an office that lost the one font that had 𫍰. */
const poor = (code: number): boolean => code !== 0x2b370;

describe('a case decided before its characters were checked', () => {
  const stuck = () =>
    story(toy)
      .submit({ size: 'small' })
      .act('window', { act: 'agree' })
      .act('handler@outbound', { act: 'agree' })
      .act('division-head@outbound', { act: 'agree' })
      .given({ draws: poor })
      .failPaper('approval', '“𫍰”（U+2B370）没有可用的字形', ['𫍰']);

  it('tells which characters its paper waits for, and asks how each is to be written', () => {
    const s = stuck();
    expect(s.state.papers.find((p) => p.paper === 'approval')?.undrawn).toEqual(['𫍰']);
    const [problem] = s.refused('window', { act: 'retry', paper: 'approval' });
    expect(problem).toMatchObject({ code: 'act.spelling', at: ['spelling', '𫍰'] });
    expect(problem?.message).toContain('“𫍰”（U+2B370）');
    expect(problem?.todo).toContain('安装含此字的字体');
  });

  it('goes on once somebody says how the character is written on the paper, and keeps what was decided', () => {
    const s = stuck();
    const before = s.state.answers;
    s.act('window', { act: 'retry', paper: 'approval', spelling: { 𫍰: '言胥' } });
    expect(s.state.status).toBe('issuing');
    expect(spellingOf(s.state)).toEqual({ 𫍰: '言胥' });
    expect(s.state.answers).toBe(before);
    s.issueAll();
    expect(s.state.step).toBe('after');
  });

  it('writes it on every later paper of the case as well', () => {
    const s = stuck().act('window', { act: 'retry', paper: 'approval', spelling: { 𫍰: '言胥' } });
    s.issueAll();
    s.act('filer', { act: 'change', opinion: '改期' });
    s.act('handler@outbound', { act: 'agree' }).act('division-head@outbound', { act: 'agree' });
    expect(spellingOf(s.state)).toEqual({ 𫍰: '言胥' });
  });

  it('goes on without a word where a font that has the character was installed meanwhile', () => {
    const s = stuck().given({ draws: () => true });
    s.act('window', { act: 'retry', paper: 'approval' });
    expect(s.state.status).toBe('issuing');
  });

  it('takes no writing that cannot be drawn either, none for a character that can, and none that says nothing', () => {
    const s = stuck();
    const said = (spelling: Record<string, string>) =>
      s.refused('window', { act: 'retry', paper: 'approval', spelling }).map((p) => p.at.join('.'));
    expect(said({ 𫍰: '𫍰' })).toEqual(['spelling.𫍰']);
    expect(said({ 𫍰: ' ' })).toEqual(['spelling.𫍰']);
    expect(said({ 𫍰: '言'.repeat(41) })).toEqual(['spelling.𫍰']);
    expect(said({ 𫍰: '言胥', 张: '李' })).toEqual(['spelling.张']);
  });
});

describe('a deciding act over what cannot be printed', () => {
  it('is refused while the case can still go back, and says how', () => {
    const s = story(toy).submit({ size: 'small', title: '某𫍰会' }).given({ draws: poor });
    const [problem, ...more] = s.refused('window', { act: 'agree' });
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: 'field.undrawable', at: ['answers', 'title'] });
    expect(problem?.todo).toContain('退回补正');
    s.act('window', { act: 'correct', faults: [{ at: 'title', message: '请改用印得出的字' }] });
    expect(s.state.status).toBe('correcting');
  });

  it('is refused to a person whose own name cannot be printed', () => {
    const s = story(toy).submit({ size: 'small' }).given({ draws: poor });
    const actor = {
      id: 'w',
      name: '李𫍰',
      org: 'office',
      grants: [{ role: 'window', org: 'office' }],
      standsInFor: [],
    } as const;
    expect(s.refused(actor, { act: 'agree' })[0]?.todo).toContain('系统管理员');
  });
});

describe('the words of a paper', () => {
  it('are written otherwise wherever they stand, and nothing else changes', () => {
    const picture = new Uint8Array([1, 2]);
    const doc = {
      title: ['关于李𫍰的批复'],
      rows: [[{ text: [{ text: '𫍰𫍰' }], columns: 2 }]],
      seal: { data: picture },
    };
    expect(respell(doc, { 𫍰: '諝' })).toEqual({
      title: ['关于李諝的批复'],
      rows: [[{ text: [{ text: '諝諝' }], columns: 2 }]],
      seal: { data: picture },
    });
    expect(respell(doc, {})).toBe(doc);
  });
});
