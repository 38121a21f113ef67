/** Currencies the standard table uses, and yuan. */
export const CURRENCIES = {
  CNY: '人民币',
  USD: '美元',
  EUR: '欧元',
  GBP: '英镑',
  JPY: '日元',
  HKD: '港币',
} as const;
