import type { Config, Keys, Offices, PaymentPort, Payments } from '@zhitongche/core/server';

/** What the port is chosen by. */
export interface PaymentNeeds {
  readonly config: Pick<Config, 'pay'>;
  readonly offices: Pick<Offices, 'get'>;
  readonly keys: Pick<Keys, 'secret'>;
}

/** Path of the cashier of the stand-in. */
export const LOCAL_CASHIER = '/pay/local';

/** The port the environment names, else the stand-in in a demo office, else none. */
export function makePayments({ config, offices, keys }: PaymentNeeds): Payments {
  const { pay } = config;
  const real: PaymentPort | null = pay && {
    name: '在线支付',
    merchant: pay.merchant,
    cashier: pay.cashier,
    secret: Buffer.from(pay.secret, 'utf8'),
    local: false,
  };
  return {
    async port(office) {
      if (real) return real;
      if (!(await offices.get(office)).demo) return null;
      return {
        name: '演示支付',
        merchant: `demo-${office}`,
        cashier: LOCAL_CASHIER,
        secret: keys.secret('local-pay'),
        local: true,
      };
    },
  };
}
