import { describe, expect, test } from 'vitest';
import type { Story } from '@zhitongche/case/testing';
import { built, textOf } from '../testing/papers.ts';
import { accepted, approved, asked, begun, HANDLER, inCity, throughUnit } from '../testing/roads.ts';

const forms = (s: Story): number => asked(s).filter((paper) => paper === 'funding-opinion').length;
const reviewed = (s: Story): Story => s.act(HANDLER, { act: 'agree', opinion: '拟同意。' });

describe('the 审批意见表 is the basis of the approval, not a paper that follows it (§9.1, R-23)', () => {
  test('it lies with the case when the divisions are asked, before anybody decides', () => {
    const s = accepted(begun());
    expect(forms(s)).toBe(0);
    reviewed(s);
    expect(s.state.step).toBe('countersign');
    expect(asked(s)).toEqual(['acceptance', 'funding-opinion']);
  });

  test('a city that decides itself has it from the acceptance on', () => {
    const s = throughUnit(inCity({ policies: { 'outbound-trip.city-delegated': true } }));
    s.act('city-reviewer', { act: 'accept' });
    expect(asked(s)).toEqual(['acceptance', 'funding-opinion']);
  });

  test('the approval does not make it once more', () => {
    expect(forms(approved(begun()))).toBe(1);
  });

  test('it is the unit’s: its name stands below, with the day it signed, and no division or leader of the office is on it', () => {
    const s = reviewed(accepted(begun()));
    const doc = built(s, 'funding-opinion');
    expect(doc.issuer).toBe('某某市商务局');
    expect(doc.blocks).toContainEqual({ kind: 'signature', offices: ['某某市商务局'], date: '2026-03-02' });
    const text = textOf(doc);
    for (const office of ['某某省人民政府外事办公室', '窗口受理', '经办审核', '处室会签'])
      expect(text).not.toContain(office);
    expect(text).toContain('单位签批');
  });

  test('what was mended after the acceptance is on it', () => {
    const s = accepted(begun());
    const faults = [{ at: 'necessity', message: '请写明必要性' }];
    s.act(HANDLER, { act: 'found', faults }).act('window', { act: 'correct', faults });
    s.submit({ necessity: '双方约定九月前签约。' });
    reviewed(s);
    expect(forms(s)).toBe(1);
    expect(textOf(built(s, 'funding-opinion'))).toContain('双方约定九月前签约。');
  });
});
