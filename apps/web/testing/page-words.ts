/** Something a page shows that is not said as an office says it. */
export interface Misspoken {
  readonly rule: 'quotes' | 'code' | 'date' | 'deadline' | 'amount';
  readonly words: string;
}

const HAN = /\p{Script=Han}/u;
/** Addresses, names of files and what a person may have typed as an address are no codes. */
const ADDRESS =
  /\S+@\S+|https?:\S+|\b[\w.-]+\.(?:pdf|docx?|xlsx?|csv|jpe?g|png|zip|json|txt|ofd|gov\.cn|com|cn|org)\b/gi;
const CODES = [
  /\b(?:undefined|null|NaN|Infinity|Invalid Date|true|false)\b/,
  /\[object \w+\]/,
  /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/i,
  // outbound-trip, case.stale-revision, paper_failed, passportCustody: words of the program.
  /(?<![\w./-])[a-z]{2,}(?:[._-][a-z]{2,})+(?![\w/-])/,
  /(?<![\w./-])[a-z]{2,}[A-Z][a-zA-Z]+/,
];
const MACHINE_DATE = /\b\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?\b/;
const DEADLINE = /\d{1,2}月\d{1,2}日\s*(?:之?前|截止|到期)/;
const AMOUNT = /(?<![\d.,-])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{2})(?![\d.,])/g;
/** What an amount is of: right behind it, or before it as the sign of a currency. */
const UNIT_BEHIND = /^[\s\u2009\u00a0]*(?:[\p{Script=Han}%℃×/（]|MB|KB|GB|ms|[A-Z]{3}\b)/u;
const CURRENCY_BEFORE = /(?:[¥€$£]|[A-Z]{3}|(?:元|镑|郎|币)合计)\s*$/;

/** One line of a page, and whether its table or the head of the page says of what its figures are. */
export interface Line {
  readonly text: string;
  readonly unit: boolean;
}

const loose = ({ text, unit }: Line): boolean =>
  !unit &&
  [...text.matchAll(AMOUNT)].some(({ 0: found, index }) => {
    return !UNIT_BEHIND.test(text.slice(index + found.length)) && !CURRENCY_BEFORE.test(text.slice(0, index));
  });

/** What is wrong with the words of a page: other quotes than “ ”, words of the program, days without their weekday where somebody must act by them, figures of money without unit. */
export const misspokenIn = (lines: readonly Line[]): readonly Misspoken[] =>
  lines.flatMap((line) => {
    const words = line.text.trim();
    const plain = words.replaceAll(ADDRESS, '');
    const found = (rule: Misspoken['rule'], is: boolean): readonly Misspoken[] =>
      is ? [{ rule, words }] : [];
    return [
      ...found('quotes', HAN.test(words) && /["「」『』＂]/.test(words)),
      ...found(
        'code',
        CODES.some((code) => code.test(plain)),
      ),
      ...found('date', MACHINE_DATE.test(plain)),
      ...found('deadline', DEADLINE.test(words)),
      ...found('amount', loose(line)),
    ];
  });

/** Runs in the browser: every line that is seen, word for word, with the names that are only heard. */
export const linesOfPage = (): readonly Line[] => {
  const heads = (cell: Element): string => {
    const table = cell.closest('table, [role="grid"], dl, .key-figures');
    return `${cell.closest('tr')?.querySelector('th')?.textContent ?? ''}${table?.querySelector('thead')?.textContent ?? ''}${table?.getAttribute('aria-label') ?? ''}${table?.querySelector('caption')?.textContent ?? ''}`;
  };
  // As sheets of money are headed: once for all of them.
  const headed = /单位：\S*元/.test(document.querySelector('main')?.innerText ?? '');
  const unitOf = (element: Element): boolean => headed || /元|%|单位|金额/.test(heads(element));
  const lines: Line[] = [];
  // Papers speak as papers do; what somebody typed is theirs.
  const skipped = 'svg, code, kbd, textarea, input, select, .paper-sheet, [lang]:not([lang^="zh"])';
  const visit = (element: Element): void => {
    if (!(element instanceof HTMLElement) || element.matches(skipped)) return;
    if (element.getClientRects().length === 0) return;
    const cell = element.matches(
      'td, th, dd, dt, li, p, h1, h2, h3, h4, legend, label, button, a, summary, figcaption',
    );
    const nested =
      element.querySelector('td, dd, dt, li, p, h1, h2, h3, legend, label, button, a, summary') !== null;
    if ((cell && !nested) || element.children.length === 0) {
      const unit = unitOf(element);
      for (const text of element.innerText.split(/[\n\t]/))
        if (text.trim() !== '') lines.push({ text, unit });
      return;
    }
    for (const child of element.childNodes)
      if (child instanceof Element) visit(child);
      else if (child instanceof Text && child.data.trim() !== '')
        lines.push({ text: child.data, unit: unitOf(element) });
  };
  for (const part of document.querySelectorAll('main, header, nav')) visit(part);
  for (const one of document.querySelectorAll('[aria-label], [title], [placeholder]'))
    for (const name of ['aria-label', 'title', 'placeholder'])
      if (one.hasAttribute(name)) lines.push({ text: one.getAttribute(name) ?? '', unit: true });
  return lines;
};
