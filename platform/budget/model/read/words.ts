import { isRunningHead } from '../print/running-head.ts';
import { plainSigns, withoutMarks } from '../print/signs.ts';

const punctuation = /[\s、,，.。．:：;；()（）"'“”‘’「」·—_\-《》<>〈〉[\]【】|/\\*%]+/g;

/** A label reduced to what identifies it: no spaces, punctuation, footnote marks, full-width forms or years. */
export function labelKey(text: string): string {
  return withoutMarks(withoutBookmarks(text))
    .text.replace(punctuation, '')
    .replace(/20\d\d年度?/g, '年');
}

/** A table title reduced to what identifies it: also without its number ("预算公开表3", "表三", "附表1") and its year. */
export function titleKey(text: string): string {
  return labelKey(text)
    .replace(/^(?:[预决]算公开表|部门公开表|公开|附?表)[一二三四五六七八九十\d]+表?/, '')
    .replace(/^年度?/, '');
}

/** Words as a person would type them: bookmarks gone, ends trimmed, runs of blanks made one, line breaks inside a cell closed but between two digits. */
export function tidy(text: string): string {
  return withoutBookmarks(text)
    .replace(/(?<=\d)[ \t\u00a0\u3000]*[\r\n]+[ \t\u00a0\u3000]*(?=\d)/g, ' ')
    .replace(/[ \t\u00a0\u3000]*[\r\n]+[ \t\u00a0\u3000]*/g, '')
    .replace(/[ \t\u00a0\u3000]+/g, ' ')
    .trim();
}

/** Text without the field marks some converters leave in it. */
export function withoutBookmarks(text: string): string {
  return text.replace(/\[bookmark:[^\]]*\]/g, '');
}

/** True for a line holding nothing but a page number, also in the forms "- 3 -" and "第3页". */
export function isPageNumber(text: string): boolean {
  return /^(?:[-—–\s]*\d{1,4}[-—–\s]*|第\s*\d{1,4}\s*页(?:[,，/\s]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/页]\s*(?:\d{1,4})?|[·~]\s*\d{1,4}\s*[·~]|第[一二三四五六七八九十百]{1,5}页|(?:P\.?|Page\s*)\d{1,4})$/i.test(
    plainSigns(text).trim(),
  );
}

/** True for what belongs to the page and not to what is printed on it: its number, its running head. */
export function isPageFurniture(text: string): boolean {
  return isPageNumber(text) || isRunningHead(text);
}

/** True for a line that can only have come between the cells of a row when a page ended there: furniture, "续表", the unit over a table. */
export function comesBetween(text: string): boolean {
  const plain = plainSigns(text).replace(/\s+/g, '');
  return (
    isPageFurniture(text) ||
    /^\(?(?:接上[表页]|转下[表页]|续上?[表页]?)\)?:?$/.test(plain) ||
    /^\(?(?:金额)?单位:(?:人民币)?[千万亿]?元\)?$/.test(plain)
  );
}

/** A table of contents entry: its words end in dot leaders or a tab and a page number. */
export function isContentsEntry(text: string): boolean {
  return /(?:[.．…·]{3,}\s*|\t)\d{1,4}\s*$/.test(plainSigns(text).trimEnd());
}
