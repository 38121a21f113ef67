import { createRoute } from '@tanstack/react-router';
import { deskShell, lazyPage, rootRoute } from '@zhitongche/shell/web';
import { isDay } from '@zhitongche/base';

/** What of the ledger is shown, and which day is open. */
export interface MoneySearch {
  readonly tab?: 'days' | 'findings';
  readonly kind?: 'bill' | 'payment' | 'refund';
  readonly status?: string;
  readonly day?: string;
}

/** Reads an address; what makes no sense is left out. */
export const readMoneySearch = ({
  tab,
  kind,
  status,
  day,
}: Readonly<Record<string, unknown>>): MoneySearch => ({
  ...(tab === 'days' || tab === 'findings' ? { tab } : {}),
  ...(kind === 'bill' || kind === 'payment' || kind === 'refund' ? { kind } : {}),
  ...(typeof status === 'string' && /^[a-z]{2,12}$/.test(status) ? { status } : {}),
  ...(isDay(day) ? { day } : {}),
});

const money = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/money',
  validateSearch: readMoneySearch,
  staticData: { title: '收费' },
  component: lazyPage(() => import('./MoneyPage.tsx'), 'MoneyPage'),
});

/** Pages of the office's money, in the desk's shell. */
export const moneyPages = [money] as const;

/** The cashier of the stand-in of the demo office. */
export const localCashier = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pay/local',
  staticData: { title: '演示支付' },
  component: lazyPage(() => import('./LocalCashier.tsx'), 'LocalCashier'),
});
