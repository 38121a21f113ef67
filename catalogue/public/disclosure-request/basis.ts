const TITLE = '《中华人民共和国政府信息公开条例》（国务院令第711号）';

/** An article of the regulation. */
export const regulation = (article: string) => ({ title: TITLE, article }) as const;

/** Code of the register. */
export const LEDGER = 'disclosure-request-ledger';
