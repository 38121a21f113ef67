import { type NamedColumn, plainHead } from '@zhitongche/form';

const SUM = /^(?:合计|总计|小计|共计|总人数|共\d+人)/;
const FOOT =
  /^(?:填表|制表|填报|审核|审批|复核|经办|编制)(?:人|单位|日期|时间)?(?:\(?(?:签字|签名|盖章)\)?)?(?::|$)|^(?:(?:单位|部门)?负责人|(?:主管|分管|单位|处室)领导)(?:\(?(?:签字|签名)\)?)?(?::|$)|^(?:联系(?:人|电话|方式)|电话|手机):|^(?:单位)?\(?(?:盖章|公章)\)?(?::|$)|^(?:注|备注|说明|附注|填表说明|填报说明)\d*:/;

/** Fills a line alone: a day, a page number, "以下空白", the name of a group ("一、市教育局"). */
const ALONE =
  /^(?:\d{4}年\d{1,2}月\d{1,2}日|第\d+页(?:,?共\d+页)?|[-—–]*以下(?:空白|无(?:内容)?)[-—–]*|\(?[一二三四五六七八九十]{1,3}(?:、|\)).*)$/;

/** Stands somewhere in a line of a book that carries a sum of a period over: the line is no entry. */
const CARRIED =
  /^(?:本[日月季年期](?:合计|小计|累计|发生额合计)|累计|期[初末]余额|年初余额|上年结转|结转下年|承前页|过次页)$/;

/** Whether a line is a sum, a signature or a note under the list, and nobody on it. */
export function standsApart(line: readonly string[]): boolean {
  const first = plainWords(line.find((cell) => cell.trim() !== '') ?? '');
  const alone = line.filter((cell) => cell.trim() !== '').length === 1;
  return (
    SUM.test(first) ||
    FOOT.test(first) ||
    (alone && ALONE.test(first)) ||
    line.some((cell) => CARRIED.test(plainWords(cell)))
  );
}

/** Whether a line says the heads again, as a second page does. */
export const saysHeadsAgain = (
  line: readonly string[],
  places: readonly (NamedColumn | undefined)[],
  find: (head: string) => NamedColumn | undefined,
): boolean => {
  const printed = line.flatMap((cell, at) => (cell.trim() === '' ? [] : [{ cell, at }]));
  const own = printed.filter(
    ({ cell, at }) => places[at] !== undefined && find(cell)?.[0] === places[at]?.[0],
  );
  return own.length >= 2 && own.length * 2 >= printed.length;
};

/** A line as words, for naming it. */
export const lineInWords = (line: readonly string[]): string =>
  line
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ');

/** A cell without blanks, in ordinary width, its colon kept. */
const plainWords = (cell: string): string => plainHead(`${cell}.`).slice(0, -1);
