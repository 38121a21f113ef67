import { describe, expect, it } from 'vitest';
import { yesNo } from './field.ts';
import { shapeOf, shapeText } from './shape.ts';
import { toy } from './testing/toy-service.ts';

const basics = toy.form['basics'];
if (!basics) throw new Error('the toy has a section of basics');
const withField = {
  ...toy,
  form: { ...toy.form, basics: { ...basics, fields: { ...basics.fields, extra: yesNo('是否') } } },
};

describe('the shape stored cases depend on', () => {
  it('names kinds, options, columns, steps with their acts, and papers', () => {
    expect(shapeOf(toy)).toMatchObject({
      code: 'toy',
      version: 1,
      form: {
        basics: { title: 'text', size: { kind: 'choice', options: ['small', 'large'] }, cost: { scale: 2 } },
        people: { members: { kind: 'table', columns: { idNumber: 'citizen-id' } } },
      },
      start: { chosen: true },
      steps: { review: { kind: 'work', next: 'panel', acts: { escalate: { to: 'ministry' } } } },
      papers: { approval: 'toy', receipt: null },
    });
  });

  it('does not change with words and figures, but with a field or a step', () => {
    expect(shapeText({ ...toy, name: '改名', guide: { ...toy.guide, what: '改写' } })).toBe(shapeText(toy));
    expect(shapeText(withField)).not.toBe(shapeText(toy));
    const { ministry: _m, ...rest } = toy.flow.steps;
    expect(shapeText({ ...toy, flow: { ...toy.flow, steps: rest } })).not.toBe(shapeText(toy));
  });
});
