/** The five faces Chinese official papers are set in: 仿宋, 小标宋, 黑体, 楷体, 宋体. */
export type Typeface = 'fangsong' | 'xiaobiaosong' | 'hei' | 'kai' | 'song';
