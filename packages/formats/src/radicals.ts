/** Signs for radicals that stand for whole words, each before the word (Unicode EquivalentUnifiedIdeograph; the block below 2F00 has no NFKC form). */
const pairs =
  '⺁厂⺄乙⺈刀⺊卜⺌小⺎兀⺓幺⺜日⺝月⺟母⺠民⺧牛⺩王⺬示⺶羊⺽臼⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟';

const words = new Map(
  Array.from({ length: pairs.length / 2 }, (_, at) => [pairs.charAt(at * 2), pairs.charAt(at * 2 + 1)]),
);

/** Text with radicals made words: browsers that print a page as PDF name a glyph by the first sign drawn with it, 人 by the radical ⼈. */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/g, (sign) => words.get(sign) ?? sign.normalize('NFKC'));
}
