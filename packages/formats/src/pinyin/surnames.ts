/**
 * Surnames of two characters still in use; the split cannot be guessed from the reading.
 * Source: common lists of 复姓 (百家姓 and its modern supplements), reviewed by hand.
 */
export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  (
    '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 ' +
    '公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 ' +
    '拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 ' +
    '西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 纳兰 完颜 耶律 叶赫 ' +
    '淳于 单于 东门 伯赏 叔孙 尔朱 相里 东乡 綦毋 毋丘 屈突'
  ).split(' '),
);

/** Surnames of two characters whose reading the dictionary in use gets wrong. */
export const COMPOUND_READINGS: ReadonlyMap<string, readonly string[]> = new Map([['单于', ['chan', 'yu']]]);

/**
 * Surnames whose reading only the family knows, first the one to suggest; they override the dictionary.
 * Most are read wrongly or doubtfully by the dictionary in use. Readings as surnames: 现代汉语词典.
 */
export const SURNAME_READINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ['乐', ['yue', 'le']],
  ['盖', ['ge', 'gai']],
  ['覃', ['qin', 'tan']],
  ['朴', ['piao', 'pu']],
  ['种', ['chong', 'zhong']],
  ['召', ['shao', 'zhao']],
  ['员', ['yun', 'yuan']],
  ['翟', ['zhai', 'di']],
  ['缪', ['miao', 'mou']],
  ['繁', ['po', 'fan']],
  ['黑', ['he', 'hei']],
  ['贠', ['yun', 'yuan']],
  ['佴', ['nai', 'er']],
  ['祭', ['zhai', 'ji']],
  ['秘', ['bi', 'mi']],
  ['晟', ['cheng', 'sheng']],
  ['隗', ['wei', 'kui']],
  ['郇', ['huan', 'xun']],
  ['柏', ['bai', 'bo']],
  ['尉', ['wei', 'yu']],
  ['洗', ['xian', 'xi']],
]);
