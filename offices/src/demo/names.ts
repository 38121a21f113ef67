/** Surnames and given names to invent people from, with their passport spelling. */
const SURNAMES = [
  ['林', 'LIN'],
  ['陆', 'LU'],
  ['秦', 'QIN'],
  ['顾', 'GU'],
  ['孟', 'MENG'],
  ['康', 'KANG'],
  ['贺', 'HE'],
  ['龚', 'GONG'],
  ['邵', 'SHAO'],
  ['钱', 'QIAN'],
  ['严', 'YAN'],
  ['温', 'WEN'],
  ['纪', 'JI'],
  ['柯', 'KE'],
  ['骆', 'LUO'],
  ['褚', 'CHU'],
  ['冉', 'RAN'],
  ['蔺', 'LIN'],
  ['祁', 'QI'],
  ['闵', 'MIN'],
  ['晏', 'YAN'],
  ['滕', 'TENG'],
  ['阮', 'RUAN'],
  ['吕', 'LYU'],
] as const;
const GIVEN = [
  ['承泽', 'CHENGZE', 'M'],
  ['望舒', 'WANGSHU', 'F'],
  ['知行', 'ZHIXING', 'M'],
  ['采薇', 'CAIWEI', 'F'],
  ['怀瑾', 'HUAIJIN', 'M'],
  ['思齐', 'SIQI', 'F'],
  ['明远', 'MINGYUAN', 'M'],
  ['静姝', 'JINGSHU', 'F'],
  ['若谷', 'RUOGU', 'M'],
  ['清和', 'QINGHE', 'F'],
  ['景行', 'JINGXING', 'M'],
  ['映雪', 'YINGXUE', 'F'],
  ['云舟', 'YUNZHOU', 'M'],
  ['砚秋', 'YANQIU', 'F'],
  ['以宁', 'YINING', 'M'],
  ['书瑶', 'SHUYAO', 'F'],
  ['启航', 'QIHANG', 'M'],
  ['念安', 'NIANAN', 'F'],
  ['修远', 'XIUYUAN', 'M'],
  ['听澜', 'TINGLAN', 'F'],
  ['长庚', 'CHANGGENG', 'M'],
  ['芷若', 'ZHIRUO', 'F'],
  ['既白', 'JIBAI', 'M'],
  ['疏桐', 'SHUTONG', 'F'],
  ['广陵', 'GUANGLING', 'M'],
  ['晚晴', 'WANQING', 'F'],
  ['星野', 'XINGYE', 'M'],
  ['子衿', 'ZIJIN', 'F'],
  ['惟一', 'WEIYI', 'M'],
] as const;

/** An invented name. */
export interface InventedName {
  readonly name: string;
  readonly pinyin: string;
  readonly sex: 'M' | 'F';
}

/** The `n`th invented name; 24 surnames and 29 given names repeat only after 696. */
export function inventedName(n: number): InventedName {
  const [surname, spelled] = SURNAMES[n % SURNAMES.length] ?? SURNAMES[0];
  const [given, rest, sex] = GIVEN[n % GIVEN.length] ?? GIVEN[0];
  return { name: surname + given, pinyin: `${spelled} ${rest}`, sex };
}
