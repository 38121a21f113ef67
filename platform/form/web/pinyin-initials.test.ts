import { describe, expect, it } from 'vitest';
import { pinyinInitials } from './pinyin-initials.ts';

describe('finding countries by pinyin initials', () => {
  it.each([
    ['日本', 'rb'],
    ['美国', 'mg'],
    ['德国', 'dg'],
    ['阿联酋', 'alq'],
    ['印度尼西亚', 'ydnxy'],
    ['俄罗斯', 'els'],
    ['葡萄牙', 'pty'],
    ['坦桑尼亚', 'tsny'],
    ['瓦努阿图', 'wnat'],
    ['津巴布韦', 'jbbw'],
    ['新西兰', 'xxl'],
    ['中国香港', 'zgxg'],
  ])('%s is found by %s', (name, initials) => {
    expect(pinyinInitials(name)).toBe(initials);
  });
});
