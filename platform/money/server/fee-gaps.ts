import { addDays } from '@zhitongche/base';
import type { App } from '@zhitongche/core/server';
import { makePolicyReader, type PolicyDef } from '@zhitongche/office';

/** A fee that has no price on some day that is near. */
export interface FeeGap {
  readonly fee: string;
  readonly service: string;
  readonly words: string;
}

const AHEAD = 60;

/** Fees without a price today or within two months: on such a day their service takes no filing. */
export async function feeGaps(app: App, office: string, today: string): Promise<readonly FeeGap[]> {
  const { policyRows } = await app.offices.get(office);
  const gapOf = (def: PolicyDef): string | undefined => {
    const on = (day: string) => makePolicyReader([def], policyRows, [], day).money(def.key);
    if (on(today) === undefined) return '今天没有有效的收费标准，暂不能申报';
    for (let day = 1; day <= AHEAD; day += 1)
      if (on(addDays(today, day)) === undefined) return `${addDays(today, day)}起没有收费标准`;
    return undefined;
  };
  return app.services.current.flatMap((service) =>
    service.policies
      .filter(({ type }) => type === 'money')
      .flatMap((def) => {
        const words = gapOf(def);
        return words === undefined ? [] : [{ fee: def.label, service: service.name, words }];
      }),
  );
}
