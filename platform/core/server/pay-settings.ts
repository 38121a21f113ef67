/** The payment port an office is connected to. */
export interface PaySettings {
  readonly cashier: string;
  readonly merchant: string;
  readonly secret: string;
}

/** Reads the settings; null = nobody pays online. Faults go to `problems`, each with the name of the variable. */
export function readPay(text: (name: string) => string | undefined, problems: string[]): PaySettings | null {
  const cashier = text('ZHITONGCHE_PAY');
  if (cashier === undefined) return null;
  if (!URL.canParse(cashier) || new URL(cashier).protocol !== 'https:')
    problems.push('ZHITONGCHE_PAY 应为支付平台收银页的完整网址，以 https:// 开头。');
  const merchant = text('ZHITONGCHE_PAY_MERCHANT') ?? '';
  const secret = text('ZHITONGCHE_PAY_SECRET') ?? '';
  if (merchant === '' || secret.length < 16)
    problems.push(
      '设了 ZHITONGCHE_PAY 还须设 ZHITONGCHE_PAY_MERCHANT 和 ZHITONGCHE_PAY_SECRET（至少 16 个字符）。',
    );
  return { cashier, merchant, secret };
}
