import { decimalOf, decimalText } from './decimal.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿', '亿亿'];

/** Four digits in capitals, zeros between them once. */
const group = (four: string): string =>
  [...four]
    .map((digit, at) => (digit === '0' ? '零' : `${DIGITS[Number(digit)]}${PLACES[four.length - 1 - at]}`))
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '');

/** Whole yuan in capitals; empty of nothing. */
const wholeYuan = (digits: string): string => {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 4) groups.unshift(digits.slice(Math.max(0, end - 4), end));
  return groups
    .map((four, at) => {
      const said = group(four);
      return said === '' ? '零' : `${said}${GROUPS[groups.length - 1 - at]}`;
    })
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '');
};

/** An amount of yuan as bills and settlements write it so that nobody changes it: 壹万贰仟叁佰玖拾壹元整; text that is no amount stays as it is. */
export const yuanInCapitals = (text: string): string => {
  const read = decimalOf(text);
  if (!read) return text;
  const [whole = '0', cents = '00'] = decimalText(read).replace('-', '').split('.');
  const [jiao = '0', fen = '0'] = cents;
  const yuan = wholeYuan(whole);
  const head = `${read.units < 0n ? '负' : ''}${yuan === '' ? '' : `${yuan}元`}`;
  if (jiao === '0' && fen === '0') return yuan === '' ? '零元整' : `${head}整`;
  const tenths = jiao === '0' ? (yuan === '' ? '' : '零') : `${DIGITS[Number(jiao)]}角`;
  return `${head}${tenths}${fen === '0' ? '' : `${DIGITS[Number(fen)]}分`}`;
};
