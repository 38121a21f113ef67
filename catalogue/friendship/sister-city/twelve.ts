import type { AnswersOf } from '@zhitongche/form';
import type { SampleRow } from '@zhitongche/register';
import type { sisterCityForm } from './form.ts';

/** Where the names come from; the disclosure says of each three how far they are and nothing else. */
export const SOURCE = '名单与进展取自石家庄市人民政府外事办公室2024年度部门预算公开，日期、文号原文未载';

const pair = (
  theirs: string,
  country: string,
  stage: string,
): SampleRow<AnswersOf<typeof sisterCityForm>> => ({
  answers: {
    ours: '石家庄市',
    ourLevel: 'city',
    theirs,
    country,
    relation: stage === 'listed' ? 'sister' : 'exchange',
    note: SOURCE,
  },
  stage,
});

/** The twelve cities the Shijiazhuang office names: old friends, new ones, those about to be tied, those before a memorandum. */
export const TWELVE = [
  pair('得梅因市', '美国', 'listed'),
  pair('长野市', '日本', 'listed'),
  pair('天安市', '韩国', 'listed'),
  pair('奥什市', '吉尔吉斯斯坦', 'listed'),
  pair('克拉斯诺达尔市', '俄罗斯', 'listed'),
  pair('圣克里斯托瓦尔市', '多米尼加', 'listed'),
  pair('伊瓜苏市', '巴西', 'exchange'),
  pair('蒙特斯德欧卡市', '哥斯达黎加', 'exchange'),
  pair('圣地亚哥市', '古巴', 'exchange'),
  pair('阿德雷德市', '澳大利亚', 'intent'),
  pair('北帕市', '新西兰', 'intent'),
  pair('伊斯坦布尔市', '土耳其', 'intent'),
] as const;
