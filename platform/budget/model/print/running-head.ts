import { withoutMarks } from './signs.ts';

const paper = '(?:省级|市级|本级)?(?:部门|单位)?预算(?:信息)?(?:公开)?(?:文本|说明|情况说明|报告|草案)?';
const head = new RegExp(
  `^(?:(?:[\\u4e00-\\u9fff()]{4,40}20\\d\\d年度?|20\\d\\d年度?[\\u4e00-\\u9fff()]{4,40})${paper}|20\\d\\d年度?(?:部门|单位)预算(?:信息)?(?:公开)?|(?:部门|单位)预算(?:信息)?公开)[-—]?\\d{0,3}[-—]?$`,
);

/** True for the name of a whole paper ("某省人民政府外事办公室2024年部门预算公开"), as it is printed at the head of every page. */
export function isRunningHead(text: string): boolean {
  return head.test(withoutMarks(text).text.replace(/\s+/g, ''));
}
