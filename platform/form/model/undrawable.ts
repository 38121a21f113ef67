import { composed, type Draws, glyphName, isPlain, missingFrom, type Problem } from '@zhitongche/base';

/** Why a text cannot stand on a paper, all its characters at once; undefined when it can. */
export const undrawable = (label: string, en: string, text: string, draws: Draws): Problem | undefined => {
  if (isPlain(text) && drawsAll(text, draws)) return undefined;
  const missing = missingFrom(composed(text), draws);
  if (missing.length === 0) return undefined;
  const names = missing.map(glyphName).join('、');
  return {
    code: 'field.undrawable',
    level: 'block',
    at: [],
    message: `「${label}」中的${names}没有可用的字形，文书上印不出来`,
    en: `${en} contains characters no font of the office can draw`,
    todo: '请核对该字，外文名称可改用不带附加符号的写法；确需使用的，请外办系统管理员安装含此字的字体后再填',
    basis: { title: 'GB 18030-2022《信息技术 中文编码字符集》' },
  };
};

const drawsAll = (text: string, draws: Draws): boolean => {
  for (let at = 0; at < text.length; at += 1) if (!draws(text.charCodeAt(at))) return false;
  return true;
};
