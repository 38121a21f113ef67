import { describe, expect, it } from 'vitest';
import { totalText } from './total-text.ts';

describe('how many there are', () => {
  it.each([
    [{ shown: 3, more: false, total: { n: 3, more: false } }, '共 3 件'],
    [{ shown: 100, more: true, total: { n: 312, more: false } }, '共 312 件，已显示 100 件'],
    [{ shown: 50, more: true, total: { n: 100, more: true } }, '共 100+ 件，已显示 50 件'],
    // Loaded on past what was counted, and to the end.
    [{ shown: 150, more: true, total: { n: 100, more: true } }, '共 150+ 件，已显示 150 件'],
    [{ shown: 180, more: false, total: { n: 100, more: true } }, '共 180 件'],
    [{ shown: 20, more: true, total: undefined }, '已显示 20 件'],
    // Nothing has come yet: that is not nothing.
    [{ shown: 0, more: false, total: undefined }, ''],
  ])('%j is told as %s', (seen, text) => {
    expect(totalText('件', seen)).toBe(text);
  });
});
